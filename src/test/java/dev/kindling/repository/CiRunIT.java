package dev.kindling.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What continuous integration runs, with a build that a script plays. */
@DisabledOnOs(OS.WINDOWS)
final class CiRunIT {

  private record Outcome(int code, List<String> lines) {

    String last() {
      return lines.get(lines.size() - 1);
    }
  }

  @TempDir private Path checkout;

  /** Plays what brings the real MLflow; by default nothing can be had. */
  private String peers =
      """
      mlflow_engine_found() { echo "no engine"; return 1; }
      mlflow_python() { echo "no MLflow"; return 1; }
      mlflow_image() { return 1; }
      mlflow_end() { echo "ended" >>ended.txt; }
      """;

  /** Plays where a JDK 25 is found; by default nowhere. */
  private String newerJava = "jdk25() { :; }\n";

  @Test
  void theLastLineSumsTheReportsUp() throws Exception {
    build("surefire-reports/TEST-a.AlphaTest.xml", 9, 1, 2, 3);
    build("surefire-reports/TEST-b.BetaTest.xml", 20, 0, 0, 0);
    build("failsafe-reports/TEST-c.GammaIT.xml", 4, 0, 0, 1);

    Outcome outcome = run(1);

    assertThat(outcome.last()).isEqualTo("26 passed, 3 failed, 4 skipped");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void aGreenBuildExitsWithZero() throws Exception {
    build("surefire-reports/TEST-a.AlphaTest.xml", 2, 0, 0, 0);

    Outcome outcome = run(0);

    assertThat(outcome.last()).isEqualTo("2 passed, 0 failed, 0 skipped");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines())
        .anyMatch(line -> line.contains("version"))
        .contains("called with -version", "called with -B -ntp verify");
  }

  @Test
  void noReportIsAFailureEvenWhenMavenIsContent() throws Exception {
    Outcome outcome = run(0);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines()).anyMatch(line -> line.contains("no test ran"));
    assertThat(outcome.last()).isEqualTo("0 passed, 0 failed, 0 skipped");
  }

  @Test
  void aBuildWithoutTheRealMlflowSaysSoAndPasses() throws Exception {
    build("surefire-reports/TEST-a.AlphaTest.xml", 1, 0, 0, 0);

    Outcome outcome = run(0);

    assertThat(outcome.lines()).contains("no MLflow", "no engine");
    assertThat(outcome.code()).isZero();
    assertThat(checkout.resolve("ended.txt")).hasContent("ended");
    assertThat(checkout.resolve("target/peers-are-there")).as("tests wait for it").exists();
  }

  @Test
  void theMavenBuildSeesTheEngineThatWasStarted() throws Exception {
    build("surefire-reports/TEST-a.AlphaTest.xml", 1, 0, 0, 0);
    peers =
        """
        mlflow_engine_found() { export DOCKER_HOST=unix:///a/socket; }
        mlflow_python() { echo "MLflow 3 is in target/mlflow."; }
        mlflow_image() { :; }
        mlflow_end() { :; }
        """;

    Outcome outcome = run(0);

    assertThat(outcome.lines())
        .contains("MLflow 3 is in target/mlflow.", "engine at unix:///a/socket");
    assertThat(outcome.last()).isEqualTo("1 passed, 0 failed, 0 skipped");
  }

  @Test
  void aMachineWithoutJdk25SaysSoAndPasses() throws Exception {
    build("surefire-reports/TEST-a.AlphaTest.xml", 1, 0, 0, 0);

    Outcome outcome = run(0);

    assertThat(outcome.lines())
        .contains("There is no JDK 25 (KINDLING_JDK25 can name one): no solution is graded on it.");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void solutionsAreGradedOnJdk25() throws Exception {
    build("surefire-reports/TEST-a.AlphaTest.xml", 1, 0, 0, 0);
    solutions("100.0", "100.0");

    Outcome outcome = run(0);

    assertThat(outcome.lines())
        .contains("doctor with " + checkout, "  day2/lab0 100.0", "  day2/lab1 100.0")
        .contains("2 of 2 solutions reach 100 on JDK 25", "stop with " + checkout);
    assertThat(outcome.last()).isEqualTo("1 passed, 0 failed, 0 skipped");
    assertThat(outcome.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"92.5", "1100.0", "", "10100.0"})
  void aSolutionThatDoesNotReach100OnJdk25FailsTheRun(String score) throws Exception {
    build("surefire-reports/TEST-a.AlphaTest.xml", 1, 0, 0, 0);
    solutions("100.0", score);

    Outcome outcome = run(0);

    assertThat(outcome.lines()).contains("1 of 2 solutions reach 100 on JDK 25");
    assertThat(outcome.code()).isEqualTo(1);
  }

  /** Plays a JDK 25, and a command that grades solutions so; an empty score is none at all. */
  private void solutions(String... scores) throws IOException {
    List<String> grades = new ArrayList<>();
    for (int lab = 0; lab < scores.length; lab++) {
      Path solution =
          checkout.resolve("solutions/day2/lab%d/Lab%dSolution.java".formatted(lab, lab));
      Files.createDirectories(solution.getParent());
      Files.createFile(solution);
      if (!scores[lab].isEmpty()) {
        grades.add(
            "{\"version\":1,\"lab\":\"day2/lab%d\",\"answer\":\"solution\",\"score\":%s,\"max\":100.0}"
                .formatted(lab, scores[lab]));
      }
    }
    newerJava = "jdk25() { pwd; }\n";
    script("bin/java", "echo played >&2");
    script(
        "lab", "[ $1 = grade ] || { echo $1 with $JAVA_HOME; exit; }\necho '%s'".formatted(grades));
  }

  private void script(String name, String text) throws IOException {
    Path script = checkout.resolve(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\n" + text + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void mavensOwnFailureIsKept() throws Exception {
    build("surefire-reports/TEST-a.AlphaTest.xml", 1, 0, 0, 0);

    assertThat(run(7).code()).isEqualTo(7);
  }

  @Test
  void reportsOfAnEarlierBuildDoNotCount() throws Exception {
    Path old = checkout.resolve("target/surefire-reports/TEST-old.OldTest.xml");
    Files.createDirectories(old.getParent());
    Files.writeString(old, report(100, 0, 0, 0));
    build("surefire-reports/TEST-a.AlphaTest.xml", 1, 0, 0, 0);

    assertThat(run(0).last()).isEqualTo("1 passed, 0 failed, 0 skipped");
  }

  /** Has the played build write a report. */
  private void build(String report, int tests, int errors, int failures, int skipped)
      throws IOException {
    Path file = checkout.resolve("reports").resolve(report);
    Files.createDirectories(file.getParent());
    Files.writeString(file, report(tests, errors, failures, skipped));
  }

  private static String report(int tests, int errors, int failures, int skipped) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite version="3.0.2" name="a.Test" time="0.3" tests="%d" errors="%d" skipped="%d" failures="%d">
          <properties><property name="tests" value="tests=&quot;500&quot;"/></properties>
          <testcase name="one" classname="a.Test" time="0.1"><system-out><testsuite tests="9"/></system-out></testcase>
        </testsuite>
        """
        .formatted(tests, errors, skipped, failures);
  }

  private Outcome run(int mavenCode) throws Exception {
    Path script = checkout.resolve(".ci/run");
    Files.createDirectories(script.getParent());
    Files.writeString(script, Repository.text(".ci/run"));
    Files.writeString(checkout.resolve(".ci/mlflow.sh"), peers);
    Files.writeString(
        checkout.resolve(".ci/jdk25.sh"), Repository.text(".ci/jdk25.sh") + newerJava);
    script(
        "mvnw",
        """
        echo "called with $*"
        echo "engine at $DOCKER_HOST"
        [ "$1" = -version ] && exit 0
        mkdir -p target && { [ ! -d reports ] || cp -R reports/* target/; }
        exit %d
        """
            .formatted(mavenCode));
    Path log = checkout.resolve("log.txt");
    Process process =
        new ProcessBuilder("bash", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), Files.readAllLines(log));
  }
}
