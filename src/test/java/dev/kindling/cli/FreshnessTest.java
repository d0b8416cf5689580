package dev.kindling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FreshnessTest {

  private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-01-01T10:00:00Z"));
  private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-01T11:00:00Z"));
  private static final FileTime AFTER = FileTime.from(Instant.parse("2026-01-01T11:00:01Z"));

  @TempDir private Path root;
  private Path jar;

  @BeforeEach
  void build() throws IOException {
    jar = create("target/kindling.jar");
    create("pom.xml");
    create(".mvn/spark.jvmargs");
    create("src/main/java/dev/kindling/cli/Main.java");
    create("src/test/java/dev/kindling/cli/MainTest.java");
    create("labs/day1/frames/FramesLab.java");
    create("work/day1/frames/Frames.java");
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        Files.setLastModifiedTime(path, BEFORE);
      }
    }
    Files.setLastModifiedTime(jar, BUILT);
  }

  private Path create(String file) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, file);
  }

  @Test
  void aBuildThatIsNewerThanItsSourcesIsFresh() {
    assertThat(Freshness.isStale(root, jar)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", ".mvn/spark.jvmargs", "src/main/java/dev/kindling/cli/Main.java"})
  void aSourceThatIsNewerMakesItStale(String source) throws IOException {
    Files.setLastModifiedTime(root.resolve(source), AFTER);
    assertThat(Freshness.isStale(root, jar)).isTrue();
  }

  @Test
  void aSourceThatWasDeletedMakesItStale() throws IOException {
    Files.delete(root.resolve("src/main/java/dev/kindling/cli/Main.java"));
    Files.setLastModifiedTime(root.resolve("src/main/java/dev/kindling/cli"), AFTER);
    assertThat(Freshness.isStale(root, jar)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labs/day1/frames/FramesLab.java",
        "work/day1/frames/Frames.java",
        "src/test/java/dev/kindling/cli/MainTest.java"
      })
  void whatIsNotInTheJarDoesNotMakeItStale(String file) throws IOException {
    Files.setLastModifiedTime(root.resolve(file), AFTER);
    assertThat(Freshness.isStale(root, jar)).isFalse();
  }

  @Test
  void aFolderOfClassesIsNeverStale() throws IOException {
    Files.setLastModifiedTime(root.resolve("pom.xml"), AFTER);
    assertThat(Freshness.isStale(root, root.resolve("target"))).isFalse();
  }
}
