package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that are judged at the same time, in a real worker. */
final class SideBySideIT {

  /** Two calls that come to pass only if somebody else makes the other one meanwhile. */
  private static final String MEETING =
      """
      static final java.util.concurrent.CountDownLatch BOTH =
          new java.util.concurrent.CountDownLatch(2);

      static void meet() {
        BOTH.countDown();
        try {
          if (!BOTH.await(10, java.util.concurrent.TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody came");
          }
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      """;

  private static final String CANCELS_EVERYTHING =
      """
      meet();
      for (int i = 0; i < 40; i++) {
        frame.sparkSession().sparkContext().cancelAllJobs();
        java.util.concurrent.locks.LockSupport.parkNanos(25_000_000);
      }
      return frame.count();
      """;

  private SampleCheckout checkout;
  private Workbench workbench;

  @BeforeEach
  void start(@TempDir Path root) {
    System.setProperty("kindling.checkSeconds", "60");
    checkout = new SampleCheckout(root);
  }

  @AfterEach
  void stop() {
    System.clearProperty("kindling.checkSeconds");
    System.clearProperty("kindling.cores");
    workbench.close();
  }

  private static String meeting(String rows) {
    return SampleCheckout.with("members", MEETING)
        .replace("return frame.count();", rows)
        .replace("return frame.withColumn(", "meet(); return frame.withColumn(");
  }

  private LabResult grade(String source, List<GradeEvent> events) throws InterruptedException {
    workbench = new Workbench(checkout.home());
    checkout.save(source);
    LabResult result =
        workbench.grade(GradeRequest.of("day9/sample", AnswerRef.LEARNER, 42), events::add);
    assertThat(result).as("events %s", events).isNotNull();
    return result;
  }

  @Test
  void tasksAreJudgedAtTheSameTimeAndToldInTheirOrder() throws InterruptedException {
    List<GradeEvent> events = new ArrayList<>();
    LabResult result = grade(meeting("meet(); return frame.count();"), events);
    assertThat(result.passed()).as("%s", result).isTrue();
    assertThat(result.score()).isEqualTo(100);
    assertThat(events)
        .filteredOn(GradeEvent.TaskDone.class::isInstance)
        .extracting(event -> ((GradeEvent.TaskDone) event).result().task())
        .containsExactly(1, 2, 3);
  }

  /** The control: on one core nobody comes. */
  @Test
  void onOneCoreTheyAreJudgedOneAfterAnother() throws InterruptedException {
    System.setProperty("kindling.cores", "1");
    LabResult result = grade(meeting("meet(); return frame.count();"), new ArrayList<>());
    assertThat(result.tasks().get(0).verdict()).as("%s", result).isEqualTo(Verdict.FAIL);
    assertThat(result.tasks().get(0).checks().get(0).message()).contains("nobody came");
  }

  @Test
  void whatIsSpoiledByAnotherTaskIsJudgedAgainByItself() throws InterruptedException {
    LabResult result = grade(meeting(CANCELS_EVERYTHING), new ArrayList<>());
    assertThat(result.passed()).as("%s", result).isTrue();
  }

  @Test
  void aTaskThatDoesNotPassIsToldBeforeTheOthersGoOn() throws InterruptedException {
    List<GradeEvent> events = new ArrayList<>();
    String others = "java.util.concurrent.locks.LockSupport.parkNanos(500_000_000L); ";
    LabResult result =
        grade(
            SampleCheckout.with("rows", "return -1;")
                .replace("return frame.withColumn(", others + "return frame.withColumn("),
            events);
    assertThat(result.tasks().get(0).verdict()).as("%s", result).isEqualTo(Verdict.FAIL);
    assertThat(result.tasks().get(1).verdict()).as("%s", result).isEqualTo(Verdict.PASS);
    int told = indexOf(events, event -> isDone(event, 1));
    int goesOn =
        told
            + indexOf(
                events.subList(told, events.size()),
                event ->
                    event instanceof GradeEvent.Working working
                        && working.text().contains("side by side"));
    assertThat(goesOn).as("%s", events).isBetween(told, indexOf(events, e -> isDone(e, 3)));
  }

  private static boolean isDone(GradeEvent event, int task) {
    return event instanceof GradeEvent.TaskDone done && done.result().task() == task;
  }

  private static int indexOf(List<GradeEvent> events, Predicate<GradeEvent> wanted) {
    for (int i = 0; i < events.size(); i++) {
      if (wanted.test(events.get(i))) {
        return i;
      }
    }
    throw new AssertionError("Nothing of the kind is in " + events);
  }
}
