package dev.kindling.mlflow.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code bin/mlflow-artifacts} is written twice and must say and do the same. */
final class ArtifactsLaunchersTest {

  private static final Path UNIX = Path.of("bin/mlflow-artifacts");
  private static final Path WINDOWS = Path.of("bin/mlflow-artifacts.cmd");

  private static Set<String> found(Path script, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(script))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void bothStartJavaWithTheSameFlagsAndClasses() throws IOException {
    String flags =
        "-X(?:X:\\+?[A-Za-z]+=?\\d*|mx\\w+|share:\\w+|log:[\\w=:]+)|dev\\.kindling\\.[\\w.]+";

    assertThat(found(UNIX, flags))
        .hasSizeGreaterThan(8)
        .containsExactlyElementsOf(found(WINDOWS, flags))
        .contains(ArtifactsMain.class.getName(), ArtifactsTraining.class.getName());
  }

  @Test
  void bothSayTheSameSentences() throws IOException {
    String sentences = "(?:There is no Java|Kindling is not built|unset it)[^\"'%$\r\n]*";

    assertThat(found(UNIX, sentences))
        .hasSize(3)
        .allSatisfy(sentence -> assertThat(Files.readString(WINDOWS)).contains(sentence));
  }

  @Test
  void eachHasTheLineEndsAndRightsOfItsSystem() throws IOException {
    assertThat(Files.readString(UNIX)).startsWith("#!/bin/sh\n").doesNotContain("\r");
    assertThat(Files.isExecutable(UNIX)).isTrue();
    assertThat(Files.readString(WINDOWS)).doesNotContainPattern("(?<!\r)\n");
  }
}
