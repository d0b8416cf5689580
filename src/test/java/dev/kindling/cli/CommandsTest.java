package dev.kindling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.lab.LabEntry;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.Problem;
import dev.kindling.result.ProgressLog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {

  @TempDir private Path root;
  private CommandRun run;

  @BeforeEach
  void open() {
    run = new CommandRun(root);
  }

  @Test
  void startNeverOverwrites() throws Exception {
    run.run("start", "imputation");
    Path answer = answer();
    Files.writeString(answer, "mine");

    assertThat(run.run("start", "imputation")).isZero();
    assertThat(answer).hasContent("mine");
    assertThat(run.out()).contains("there already", "./lab watch imputation");
  }

  @Test
  void resetKeepsABackup() throws Exception {
    run.run("start", "imputation");
    Files.writeString(answer(), "mine");

    assertThat(run.run("reset", "imputation")).isZero();
    List<Path> kept = backups();
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0)).hasContent("mine");
    assertThat(kept.get(0).getFileName().toString()).matches("Imputation-\\d{8}-\\d{6}\\.java");
    assertThat(answer()).hasSameTextualContentAs(lab().folder().starter());
    assertThat(run.out()).contains(".kindling/backup/day2/imputation/Imputation-");
  }

  @Test
  void resetTwiceInASecondKeepsBoth() throws Exception {
    run.run("start", "imputation");
    for (String text : List.of("first", "second", "third")) {
      Files.writeString(answer(), text);
      run.run("reset", "imputation");
    }

    assertThat(backups()).hasSize(3);
  }

  @Test
  void resetOfTheStarterKeepsNothing() {
    run.run("start", "imputation");

    assertThat(run.run("reset", "imputation")).isZero();
    assertThat(run.out()).contains("is the starter still");
    assertThat(root.resolve(".kindling/backup")).doesNotExist();
  }

  @Test
  void resetAsksOnATerminalAndTakesSilenceForNo() throws Exception {
    run.run("start", "imputation");
    Files.writeString(answer(), "mine");

    assertThat(run.onTerminal().typing("\n").run("reset", "imputation")).isEqualTo(1);
    assertThat(answer()).hasContent("mine");
    assertThat(run.typing("y\n").run("reset", "imputation")).isZero();
    assertThat(backups()).hasSize(1);
  }

  @Test
  void resetWithYesDoesNotAsk() throws Exception {
    run.run("start", "imputation");
    Files.writeString(answer(), "mine");

    assertThat(run.onTerminal().run("reset", "imputation", "--yes")).isZero();
    assertThat(run.out()).doesNotContain("[y/N]");
    assertThat(backups()).hasSize(1);
  }

  @Test
  void hintsClimbRungByRungAndStayOnTheLast() {
    String[] typed = {"hint", "imputation", "3"};

    assertThat(run.run(typed)).isZero();
    assertThat(run.out()).contains("Hint 1 of 3", "Imputer.", "More: ./lab hint imputation 3");
    run.run(typed);
    assertThat(run.out()).contains("Hint 2 of 3").doesNotContain("Hint 1 of 3");
    run.run(typed);
    assertThat(run.out()).contains("Hint 3 of 3").doesNotContain("More:");
    run.run(typed);
    assertThat(run.out()).contains("Hint 3 of 3");
    assertThat(progress().of("day2/imputation").hints()).containsEntry(3, 3);
  }

  @Test
  void hintWithoutATaskIsForTheFirstUnfinished() {
    progress().judged(Results.mixed(), "hash");

    run.run("hint", "imputation");

    assertThat(run.out()).contains("Task 2, Mark what is missing");
  }

  @Test
  void hintAllGivesThemAllAndRemembersIt() {
    run.run("hint", "imputation", "--all");

    assertThat(run.out()).contains("Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3");
    assertThat(progress().of("day2/imputation").hints()).containsEntry(1, 3);
  }

  @Test
  void solutionAndDiffWaitForAPass() {
    run.run("start", "imputation");

    assertThat(run.run("solution", "imputation")).isEqualTo(1);
    assertThat(run.err()).contains("once you pass", "--reveal");
    assertThat(run.out()).doesNotContain("done");
    assertThat(run.run("diff", "imputation")).isEqualTo(1);
    assertThat(run.run("solution", "imputation", "--reveal")).isZero();
    progress().judged(Results.passed(), "hash");
    assertThat(run.run("solution", "imputation")).isZero();
    assertThat(run.out()).contains("solutions/day2/imputation/ImputationSolution.java", "// done");
    assertThat(run.run("diff", "imputation")).isZero();
    assertThat(run.out()).contains("-  // TODO", "+  // done");
  }

  @Test
  void diffWithTheStarterIsAlwaysAllowed() throws Exception {
    run.run("start", "imputation");
    Files.writeString(answer(), Files.readString(answer()).replace("return 1", "return 2"));

    assertThat(run.run("diff", "imputation", "--starter")).isZero();
    assertThat(run.out()).contains("-    return 1;", "+    return 2;").doesNotContain("done");
  }

  @Test
  void gradePassesOnWhatWasAsked() throws Exception {
    run.engine.service.events.addAll(Results.events(Results.passed()));
    Path mine = Files.writeString(root.resolve("Mine.java"), "class Mine {}");

    assertThat(run.run("grade", "imputation", "--solution", "--seed", "7")).isZero();
    assertThat(run.run("grade", "day2/imputation", "--answer", "Mine.java")).isZero();

    assertThat(run.engine.service.requests)
        .containsExactly(
            GradeRequest.of("day2/imputation", AnswerRef.SOLUTION, 7),
            GradeRequest.of("day2/imputation", AnswerRef.file(mine.toString()), 42));
  }

  @Test
  void jsonOfOneLabIsTheResultAndNothingElse() throws Exception {
    run.run("start", "imputation");
    run.engine.notice = "Starting the workbench.";
    run.engine.service.events.addAll(Results.events(Results.mixed()));

    assertThat(run.onTerminal().run("grade", "imputation", "--json")).isEqualTo(1);

    JsonNode json = new ObjectMapper().readTree(run.raw());
    assertThat(json.path("version").asInt()).isEqualTo(1);
    assertThat(json.path("score").asDouble()).isEqualTo(45.0);
    assertThat(json.path("tasks").path(2).path("checks").path(0).path("diagnosis").asText())
        .isEqualTo("mean-for-median");
    assertThat(run.raw()).startsWith("{\"version\":1,\"lab\":\"day2/imputation\"").hasLineCount(1);
    assertThat(run.err()).contains("Starting the workbench.");
  }

  @Test
  void jsonOfSeveralLabsIsAnArrayInWhichLabsNotStartedAreToDo() throws Exception {
    assertThat(run.run("grade", "--all", "--json")).isEqualTo(1);

    JsonNode json = new ObjectMapper().readTree(run.raw());
    assertThat(json.isArray()).isTrue();
    assertThat(json).hasSize(4);
    assertThat(json.path(1).path("tasks").path(0).path("verdict").asText()).isEqualTo("TODO");
    assertThat(json.path(1).path("max").asDouble()).isEqualTo(100.0);
  }

  @Test
  void listAsJsonTellsStateAndPoints() throws Exception {
    run.run("start", "imputation");
    progress().judged(Results.mixed(), "hash");

    assertThat(run.run("list", "--json")).isZero();

    JsonNode lab = new ObjectMapper().readTree(run.raw()).path(1);
    assertThat(lab.path("lab").asText()).isEqualTo("day2/imputation");
    assertThat(lab.path("state").asText()).isEqualTo("started");
    assertThat(lab.path("passedTasks").asInt()).isEqualTo(1);
    assertThat(lab.path("score").asDouble()).isEqualTo(45.0);
  }

  @Test
  void runNeedsAWorkingCopy() {
    assertThat(run.run("run", "imputation")).isEqualTo(1);

    assertThat(run.err()).contains("have not started", "./lab start imputation");
  }

  @Test
  void runAsksForOneTaskAlone() {
    run.run("start", "imputation");
    run.engine.service.shown = Results.shown();

    assertThat(run.run("run", "imputation", "1")).isZero();
    assertThat(run.engine.service.requests)
        .containsExactly(new GradeRequest("day2/imputation", AnswerRef.LEARNER, 42, 1, true));
  }

  @Test
  void runSketchesChartsAndWritesAllOfATaskToOnePage() throws Exception {
    run.run("start", "imputation");
    run.engine.service.shown = Results.charts();

    assertThat(run.run("run", "imputation", "1")).isZero();

    Path page = run.engine.state().resolve("pages").resolve("day2-imputation-task1.html");
    assertThat(run.out())
        .contains(
            "Median price by room type", "In words: A parabola.", page.getFileName().toString());
    assertThat(Files.readString(page)).contains("chart1-title", "chart2-title", "A parabola.");
  }

  @Test
  void runWritesEachReportToAPageOfItsOwn() throws Exception {
    run.run("start", "imputation");
    run.engine.service.shown = Results.reports();

    assertThat(run.run("run", "imputation", "1")).isZero();

    Path pages = run.engine.state().resolve("pages");
    assertThat(run.out()).contains("answers: 2 alerts", "CONSTANT one value", "task1-report2.html");
    assertThat(pages.resolve("day2-imputation-task1-report1.html")).hasContent("<p>first</p>");
    assertThat(pages.resolve("day2-imputation-task1-report2.html")).hasContent("<p>second</p>");
    assertThat(pages.resolve("day2-imputation-task1.html")).doesNotExist();
  }

  @Test
  void runWritesNoPageWithoutAChart() {
    run.run("start", "imputation");
    run.engine.service.shown = Results.shown();

    assertThat(run.run("run", "imputation", "1")).isZero();
    assertThat(run.engine.state().resolve("pages")).doesNotExist();
  }

  @Test
  void statusAndStopTellWhetherAWorkbenchRuns() throws Exception {
    assertThat(run.run("status")).isZero();
    assertThat(run.out()).contains("No workbench is running");
    assertThat(run.run("status", "--json")).isZero();
    assertThat(new ObjectMapper().readTree(run.raw()).path("running").asBoolean()).isFalse();
    assertThat(run.run("stop")).isZero();
    assertThat(run.out()).contains("No workbench was running");
  }

  @Test
  void doctorFindsThatNothingIsBuilt() {
    assertThat(run.run("doctor")).isEqualTo(3);

    assertThat(run.out()).contains("nothing is built yet", "java", "loopback", "disk");
  }

  @Test
  void doctorIsContentWithAWholeCheckout() throws Exception {
    StringBuilder classPath = new StringBuilder();
    Files.createDirectories(root.resolve("target"));
    for (String jar :
        List.of(
            "spark-mllib_2.13-4.2.0.jar",
            "spark-sql_2.13-4.2.0.jar",
            "delta-spark_4.2_2.13-4.4.0.jar",
            "scala-library-2.13.17.jar")) {
      Path file = Files.writeString(root.resolve("target").resolve(jar), "");
      classPath.append(classPath.isEmpty() ? "" : File.pathSeparator).append(file);
    }
    Files.writeString(root.resolve("target/worker.classpath"), classPath);

    assertThat(run.run("doctor")).as(run.out()).isZero();
    assertThat(run.out()).contains("4 jars, Spark and Delta among them");
  }

  @Test
  void aLabThatIsNotWholeIsToldByListAndDoctor() {
    run.engine.problems =
        List.of(new Problem("labs/day3/trees/TreesLab.java:9", "Task 2 has no hints.", null));

    assertThat(run.run("list")).isZero();
    assertThat(run.err()).contains("1 problem", "./lab doctor");
    run.run("doctor");
    assertThat(run.out()).contains("labs/day3/trees/TreesLab.java:9", "Task 2 has no hints.");
  }

  @Test
  void versionNamesTheJava() {
    assertThat(run.run("--version")).isZero();

    assertThat(run.out()).contains("Kindling", System.getProperty("java.version"));
  }

  @Test
  void everyCommandOfTheTableExistsAndHelps() {
    CommandTable table = new CommandTable();

    assertThat(table.names())
        .hasSizeGreaterThan(10)
        .doesNotHaveDuplicates()
        .doesNotContain("prepare");
    assertThat(run.run("prepare", "--help")).isZero();
    for (String name : table.names()) {
      assertThat(run.run(name, "--help")).as(name).isZero();
      assertThat(run.out()).contains("./lab " + name);
      assertThat(run.run("help", name)).as(name).isZero();
    }
  }

  private LabEntry lab() {
    return run.engine.catalogue().find("imputation");
  }

  private Path answer() {
    return lab().folder().answer();
  }

  private ProgressLog progress() {
    return run.engine.progress();
  }

  private List<Path> backups() throws Exception {
    try (Stream<Path> files = Files.list(root.resolve(".kindling/backup/day2/imputation"))) {
      return files.sorted().toList();
    }
  }
}
