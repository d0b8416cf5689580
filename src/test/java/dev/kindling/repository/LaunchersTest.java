package dev.kindling.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code lab} and {@code lab.cmd} are written twice and must say and do the same. */
final class LaunchersTest {

  private static final Pattern JVM_FLAG =
      Pattern.compile("-X(?:X:[+\\w]+|mx|share|log:)[\\w:=]*|-Dkindling\\.(?:root)");
  private static final Pattern SENTENCE =
      Pattern.compile("(?:First use|The sources|There is no Java|The libraries|The build)[^\"$%]*");

  private final String unix = Repository.text("lab");
  private final String windows = Repository.text("lab.cmd");

  @Test
  void theyStartJavaWithTheSameFlags() {
    assertThat(found(JVM_FLAG, unix))
        .hasSizeGreaterThan(6)
        .containsExactlyElementsOf(found(JVM_FLAG, windows));
  }

  @Test
  void theySayTheSameSentences() {
    assertThat(sentences(unix)).hasSize(6).containsExactlyElementsOf(sentences(windows));
  }

  @Test
  void theyBuildWithTheSameCommand() {
    String command = "-B -Dmaven.test.skip -Dkindling.quick package";

    assertThat(unix).contains("./mvnw " + command);
    assertThat(windows).contains("mvnw.cmd\" " + command);
  }

  @Test
  void bothPrepareAfterABuildAndPassTheUsersOptions() {
    assertThat(unix).contains("run prepare").contains("$KINDLING_OPTS");
    assertThat(windows).contains("dev.kindling.cli.Main prepare").contains("%KINDLING_OPTS%");
  }

  @Test
  void scriptsForWindowsEndLinesAsWindowsDoes() {
    assertThat(Repository.text(".gitattributes").lines())
        .contains("* text=auto eol=lf", "*.cmd text eol=crlf");
    for (String script : new String[] {"lab.cmd", "mvnw.cmd"}) {
      assertThat(Repository.text(script)).as(script).doesNotContainPattern("(?<!\r)\n");
    }
  }

  @Test
  void scriptsForUnixCanBeRun() {
    for (String script : new String[] {"lab", "mvnw", ".ci/run"}) {
      assertThat(Repository.text(script)).as(script).startsWith("#!").doesNotContain("\r");
      assertThat(Files.isExecutable(Repository.ROOT.resolve(script))).as(script).isTrue();
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> sentences(String text) {
    return found(SENTENCE, text).stream()
        .map(sentence -> sentence.lines().findFirst().orElseThrow())
        .map(sentence -> sentence.replaceFirst(":? (see |at ')?$", "").strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
