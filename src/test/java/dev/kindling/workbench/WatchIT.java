package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.GradeEvent;
import dev.kindling.result.LabResult;
import dev.kindling.result.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a save does while a real workbench watches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
final class WatchIT {

  private static final String WRONG_ROWS = "return frame.count() - 1;";
  private static final String SLOW_AND_WRONG =
      "try { Thread.sleep(8_000); } catch (InterruptedException e) { throw new RuntimeException(e); } return -1;";

  private LiveWorkbench live;

  @BeforeAll
  void start(@TempDir Path root) throws InterruptedException {
    live = new LiveWorkbench(root);
    live.checkout().save(SampleCheckout.right());
    assertThat(live.grade().passed()).isTrue();
  }

  @AfterAll
  void stop() {
    live.close();
  }

  @BeforeEach
  void saveTheRightAnswer() {
    save(SampleCheckout.right());
  }

  private void save(String source) {
    live.checkout().save(source);
  }

  /** A watch that has told of what was saved before it began. */
  private WatchClient watch() throws InterruptedException {
    WatchClient client = new WatchClient(live.connect());
    assertThat(client.result().passed()).isTrue();
    assertThat(client.rest()).isEmpty();
    return client;
  }

  private static GradeEvent.Saved saved(List<GradeEvent> events) {
    assertThat(events.get(0)).isInstanceOf(GradeEvent.Saved.class);
    return (GradeEvent.Saved) events.get(0);
  }

  private static List<Integer> order(List<GradeEvent> events) {
    return events.stream()
        .filter(GradeEvent.TaskDone.class::isInstance)
        .map(event -> ((GradeEvent.TaskDone) event).result().task())
        .toList();
  }

  /** The same answer, with its last task written in another way that is right. */
  private static String withAnotherTotal(String answer) {
    String other = answer.replace("sum(\"twice\")", "sum(col(\"twice\"))");
    assertThat(other).isNotEqualTo(answer);
    return other;
  }

  /** A task's verdict in the result. */
  private static Verdict verdict(List<GradeEvent> events, int task) {
    LabResult result = ((GradeEvent.Finished) events.get(events.size() - 1)).result();
    return result.tasks().get(task - 1).verdict();
  }

  @Test
  void aSaveIsJudgedStartingWithTheTaskThatWasEdited() throws Exception {
    try (WatchClient client = watch()) {
      save(
          SampleCheckout.with(
              "doubled", "return frame.withColumn(\"twice\", col(\"id\").multiply(3));"));
      List<GradeEvent> events = client.until(GradeEvent.Finished.class);
      assertThat(saved(events))
          .isEqualTo(new GradeEvent.Saved("day9/sample", "work/day9/sample/Sample.java", 2));
      assertThat(order(events)).containsExactly(2, 1, 3);
      save(SampleCheckout.right());
      assertThat(saved(client.until(GradeEvent.Finished.class)).task()).isEqualTo(2);
    }
  }

  @Test
  void anEditedTaskDoesNotWaitForOneThatPassedWithTheSameCode() throws Exception {
    try (WatchClient client = watch()) {
      save(SampleCheckout.with("total", "return doubled.count();"));
      List<GradeEvent> events = client.until(GradeEvent.Finished.class);
      assertThat(saved(events).task()).isEqualTo(3);
      assertThat(order(events)).containsExactly(3, 1, 2);
    }
  }

  @Test
  void anEditedTaskWaitsForOneThatDidNotPass() throws Exception {
    String wrong = "return frame.withColumn(\"twice\", col(\"id\").multiply(3));";
    try (WatchClient client = watch()) {
      save(SampleCheckout.with("doubled", wrong));
      client.until(GradeEvent.Finished.class);
      save(withAnotherTotal(SampleCheckout.with("doubled", wrong)));
      List<GradeEvent> events = client.until(GradeEvent.Finished.class);
      assertThat(saved(events).task()).isEqualTo(3);
      assertThat(order(events)).containsExactly(2, 3, 1);
      assertThat(verdict(events, 3)).isEqualTo(Verdict.SKIPPED);
    }
  }

  @Test
  void aTaskThatPassedOnlyOnceTakesTheVerdictsBackThatWereGivenOnItsWord() throws Exception {
    // The same code passes now and fails later: it looks at a file that the test writes.
    Path switched = live.checkout().root().resolve("switched");
    String fickle =
        "return frame.withColumn(\"twice\", col(\"id\").multiply(java.nio.file.Files.exists(java.nio.file.Path.of(\"%s\")) ? 3 : 2));"
            .formatted(switched);
    try (WatchClient client = watch()) {
      save(SampleCheckout.with("doubled", fickle));
      assertThat(client.result().passed()).isTrue();
      Files.createFile(switched);
      save(withAnotherTotal(SampleCheckout.with("doubled", fickle)));
      List<GradeEvent> events = client.until(GradeEvent.Finished.class);
      assertThat(order(events)).containsExactly(3, 1, 2, 3);
      assertThat(verdict(events, 2)).isEqualTo(Verdict.FAIL);
      assertThat(verdict(events, 3)).isEqualTo(Verdict.SKIPPED);
    }
  }

  @Test
  void aCommentIsNoEditOfAnyTask() throws Exception {
    try (WatchClient client = watch()) {
      save("// a note\n" + SampleCheckout.right());
      List<GradeEvent> events = client.until(GradeEvent.Finished.class);
      assertThat(saved(events).task()).isZero();
      assertThat(order(events)).containsExactly(1, 2, 3);
    }
  }

  @Test
  void savingTheSameTextAgainIsNoSave() throws Exception {
    try (WatchClient client = watch()) {
      save(SampleCheckout.right());
      save(SampleCheckout.with("rows", WRONG_ROWS));
      List<GradeEvent> events = client.until(GradeEvent.Finished.class);
      assertThat(events.stream().filter(GradeEvent.Saved.class::isInstance)).hasSize(1);
      assertThat(saved(events).task()).isEqualTo(1);
    }
  }

  @Test
  void whatDoesNotCompileIsToldAndTheSaveThatMendsItIsJudged() throws Exception {
    try (WatchClient client = watch()) {
      save(SampleCheckout.with("rows", "return frame.cuont();"));
      LabResult broken = client.result();
      assertThat(broken.compile().ok()).isFalse();
      assertThat(broken.tasks()).allMatch(task -> task.verdict() == Verdict.SKIPPED);
      save(SampleCheckout.with("rows", WRONG_ROWS));
      List<GradeEvent> events = client.until(GradeEvent.Finished.class);
      assertThat(saved(events).task()).as("compared with what compiled last").isEqualTo(1);
    }
  }

  @Test
  void aSaveDuringARunEndsThatRun() throws Exception {
    try (WatchClient client = watch()) {
      save(SampleCheckout.with("rows", SLOW_AND_WRONG));
      client.until(GradeEvent.Saved.class);
      client.until(GradeEvent.Working.class);
      save(SampleCheckout.right());
      List<GradeEvent> events = client.until(GradeEvent.Finished.class);
      GradeEvent.Finished only = (GradeEvent.Finished) events.get(events.size() - 1);
      assertThat(only.result().passed()).as("the older run is never told: %s", events).isTrue();
      assertThat(events).anyMatch(GradeEvent.Saved.class::isInstance);
    }
    assertThat(live.grade().passed()).isTrue();
  }

  @Test
  void aRainOfSavesEndsWithTheVerdictOnTheLast() throws Exception {
    try (WatchClient client = watch()) {
      for (int i = 0; i < 30; i++) {
        save(SampleCheckout.with("rows", WRONG_ROWS) + "// " + i);
        Thread.sleep(20 + i * 7L);
      }
      save(SampleCheckout.right() + "// the last");
      LabResult result = client.result();
      while (!result.passed()) {
        // Earlier saves, and a moment without text in between; the wait for the next one is
        // bounded.
        result = client.result();
      }
      assertThat(result.score()).isEqualTo(100);
    }
    assertThat(live.grade().passed()).isTrue();
  }

  @Test
  void editorsThatReplaceTheFileAreNoticed() throws Exception {
    Path answer = live.checkout().answer();
    try (WatchClient client = watch()) {
      // Written beside it, then renamed over it.
      Path beside =
          Files.writeString(
              answer.resolveSibling(".Sample.java.tmp"), SampleCheckout.with("rows", WRONG_ROWS));
      Files.move(
          beside, answer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      assertThat(client.result().passed()).isFalse();
      // The old file kept as a backup, then a new one of its name.
      Path backup = answer.resolveSibling("Sample.java~");
      Files.move(answer, backup);
      Files.writeString(answer, SampleCheckout.right());
      Files.delete(backup);
      LabResult result = client.result();
      while (!result.compile().ok()) {
        // The moment without a file may have been seen.
        result = client.result();
      }
      assertThat(result.passed()).as("%s", result).isTrue();
    }
  }

  @Test
  void twoWhoWatchTheSameLabBothGetVerdicts() throws Exception {
    try (WatchClient one = watch();
        WatchClient two = watch()) {
      save(SampleCheckout.with("rows", WRONG_ROWS));
      for (WatchClient client : List.of(one, two)) {
        LabResult result = client.result();
        assertThat(result.tasks().get(0).checks().get(0).diagnosis()).isEqualTo("off-by-one");
      }
      save(SampleCheckout.right());
      assertThat(one.result().passed()).isTrue();
      assertThat(two.result().passed()).isTrue();
    }
  }

  @Test
  void aWatchEndsWhenItsThreadIsInterrupted() throws Exception {
    watch().interrupt();
    Await.until("the watch has ended", () -> watchThreads().isEmpty());
  }

  @Test
  void aClientThatDisappearsTakesItsWatchAlong() throws Exception {
    List<WatchClient> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(watch());
    }
    assertThat(watchThreads()).hasSizeGreaterThanOrEqualTo(4);
    for (WatchClient client : clients) {
      client.close();
    }
    Await.until("every watch has ended", () -> watchThreads().isEmpty());
    assertThat(live.grade().passed()).isTrue();
  }

  @Test
  void aWatchOfALabThatWasNeverStartedSaysHowToStart() throws Exception {
    Files.delete(live.checkout().answer());
    Files.delete(live.checkout().answer().getParent());
    try (WatchClient client = new WatchClient(live.connect())) {
      List<GradeEvent> events = client.until(GradeEvent.Fault.class);
      assertThat(((GradeEvent.Fault) events.get(0)).message()).contains("lab start sample");
    }
  }

  /** The workbench's threads that only a watch has. */
  private List<String> watchThreads() throws Exception {
    Process dump =
        new ProcessBuilder(
                Path.of(JavaCommand.path()).resolveSibling("jcmd").toString(),
                Long.toString(live.registration().pid()),
                "Thread.print")
            .redirectErrorStream(true)
            .start();
    String threads = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(threads).contains("\"main\"");
    return threads
        .lines()
        .filter(line -> line.startsWith("\"watch ") || line.startsWith("\"directory-watcher"))
        .toList();
  }
}
