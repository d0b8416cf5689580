package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;

/**
 * Mistakes that write, run in a real worker to find causes: how often they run is noted in a
 * journal, and where they write.
 */
final class RunMistakesIT {

  private static final String LOOKING = "looking for the cause";

  @TempDir private Path root;
  private Path journal;
  private SampleCheckout checkout;
  private Workbench workbench;

  @BeforeEach
  void copy() throws IOException {
    checkout = new SampleCheckout(root, Path.of("src/test/resources/writing"));
    journal = root.resolve("journal");
    Files.createFile(journal);
    Path solution = root.resolve("solutions/day9/writing/WritingSolution.java");
    String source = Files.readString(solution);
    assertThat(source).contains("\"JOURNAL\"");
    Files.writeString(solution, source.replace("\"JOURNAL\"", path(journal)));
  }

  @AfterEach
  void stop() {
    workbench.close();
  }

  private static String path(Path file) {
    return "\"" + file.toAbsolutePath().toString().replace("\\", "\\\\") + "\"";
  }

  /**
   * Judges an answer that notes and writes what the solution does, and counts {@code wrong} off.
   */
  private LabResult grade(int wrong, List<GradeEvent> events)
      throws IOException, InterruptedException {
    String answer =
        Files.readString(root.resolve("solutions/day9/writing/WritingSolution.java"))
            .replace("WritingSolution", "Writing")
            .replace("\"solution\"", "\"learner\"")
            .replace("df.count()", "df.count() - " + wrong);
    Path file = root.resolve("work/day9/writing/Writing.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, answer);
    LabResult result =
        workbench.grade(GradeRequest.of("day9/writing", AnswerRef.LEARNER, 42), events::add);
    assertThat(result).as("%s", events).isNotNull();
    assertThat(result.compile().problems()).isEmpty();
    return result;
  }

  private static void assertThatBothCausesAreNamed(LabResult result) {
    assertThat(result.tasks())
        .flatExtracting(task -> task.checks())
        .extracting(CheckResult::diagnosis)
        .containsExactly("one-not-logged", "one-not-written");
  }

  private static boolean looked(List<GradeEvent> events) {
    return events.stream()
        .anyMatch(
            event ->
                event instanceof GradeEvent.Working working && working.text().contains(LOOKING));
  }

  /** Where somebody wrote in a task, once for each run. */
  private List<String> written(String by, String task) throws IOException {
    String start = by + " " + task + " ";
    return Files.readAllLines(journal).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  private static int runs(String server, String by) {
    MlflowClient client = new MlflowClient(server);
    List<String> experiments =
        client.searchExperiments().getItems().stream().map(Experiment::getExperimentId).toList();
    return client
        .searchRuns(experiments, "tags.by = '%s'".formatted(by), ViewType.ACTIVE_ONLY, 100)
        .getItems()
        .size();
  }

  @Test
  void aMistakeIsRunForTheFirstCauseAndNotForTheSecond() throws Exception {
    workbench = new Workbench(checkout.home());
    List<GradeEvent> first = new ArrayList<>();
    assertThatBothCausesAreNamed(grade(1, first));
    assertThat(looked(first)).as("%s", first).isTrue();
    int learner = written("learner", "log").size();
    assertThat(written("mistake", "log")).hasSize(1);
    assertThat(written("mistake", "write")).hasSize(1);

    List<GradeEvent> second = new ArrayList<>();
    assertThatBothCausesAreNamed(grade(1, second));
    assertThat(looked(second)).as("%s", second).isFalse();
    assertThat(written("mistake", "log")).hasSize(1);
    assertThat(written("mistake", "write")).hasSize(1);
    assertThat(written("learner", "log")).hasSize(2 * learner);
    assertThatNothingIsShared();
  }

  @Test
  void aMistakeThatWasRunAheadIsNotRunForItsCause() throws Exception {
    workbench = new Workbench(checkout.home(), true);
    assertThat(grade(0, new ArrayList<>()).passed()).isTrue();
    // Changed inputs come after the mistakes, whose values are then remembered.
    Await.until("the solution has run", () -> !written("solution", "log").isEmpty());
    assertThat(written("mistake", "log")).hasSize(1);
    assertThat(written("mistake", "write")).hasSize(1);

    List<GradeEvent> events = new ArrayList<>();
    assertThatBothCausesAreNamed(grade(1, events));
    assertThat(looked(events)).as("%s", events).isFalse();
    assertThat(written("mistake", "log")).hasSize(1);
    assertThat(written("mistake", "write")).hasSize(1);
    assertThatNothingIsShared();
  }

  /** The mistakes did write, somewhere else than the learner. */
  private void assertThatNothingIsShared() throws IOException {
    assertThat(written("mistake", "write"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(written("learner", "write"));
    String learners = written("learner", "log").get(0);
    assertThat(written("learner", "log")).containsOnly(learners);
    String mistakes = written("mistake", "log").get(0);
    assertThat(mistakes).isNotEqualTo(learners);
    assertThat(runs(learners, "learner")).isPositive();
    assertThat(runs(learners, "mistake")).isZero();
    assertThat(runs(learners, "solution")).isZero();
    assertThat(runs(mistakes, "mistake")).isPositive();
    assertThat(runs(mistakes, "learner")).isZero();
  }
}
