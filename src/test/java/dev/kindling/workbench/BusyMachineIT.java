package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts beside other programs that want every processor: the same as without them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BusyMachineIT {

  private static final int LIMIT_SECONDS = 3;

  /** Computes for half the limit, counted as its own processor time. */
  private static final String COMPUTE =
      """
      var threads = java.lang.management.ManagementFactory.getThreadMXBean();
      long start = threads.getCurrentThreadCpuTime();
      while (threads.getCurrentThreadCpuTime() - start < 1_500_000_000L) {}
      """;

  private SampleCheckout checkout;
  private Workbench workbench;
  private BusyProcesses others;

  @BeforeAll
  void start(@TempDir Path root) throws IOException {
    System.setProperty("kindling.checkSeconds", Integer.toString(LIMIT_SECONDS));
    checkout = new SampleCheckout(root);
    checkout.add(Path.of("src/test/resources/slowdata"));
    others = new BusyProcesses(1);
    workbench = new Workbench(checkout.home());
  }

  @AfterAll
  void stop() {
    System.clearProperty("kindling.checkSeconds");
    workbench.close();
    others.close();
  }

  private LabResult grade(String lab, AnswerRef answer) throws InterruptedException {
    List<GradeEvent> events = new ArrayList<>();
    LabResult result = workbench.grade(GradeRequest.of(lab, answer, 42), events::add);
    assertThat(result).as("events %s", events).isNotNull();
    assertThat(others.live()).as("the other programs live").isTrue();
    return result;
  }

  private LabResult grade(String source) throws InterruptedException {
    checkout.save(source);
    return grade("day9/sample", AnswerRef.LEARNER);
  }

  @Test
  void aStarterIsToDo() throws InterruptedException {
    assertThat(grade("day9/sample", AnswerRef.STARTER).tasks())
        .extracting(TaskResult::verdict)
        .containsExactly(Verdict.TODO, Verdict.TODO, Verdict.SKIPPED);
    assertThat(grade("day9/slow", AnswerRef.STARTER).tasks())
        .extracting(TaskResult::verdict)
        .containsExactly(Verdict.TODO);
  }

  @Test
  void aRightAnswerThatComputesForHalfTheLimitPasses() throws InterruptedException {
    LabResult result = grade(SampleCheckout.with("rows", COMPUTE + "return frame.count();"));
    assertThat(result.passed()).as("%s", result).isTrue();
  }

  @Test
  void aRightAnswerThatComputesInASparkTaskPasses() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "doubled",
                """
                UDF1<Long, Long> f = id -> {
                  if (id == 0 || id == 1_000_000) {
                    %s
                  }
                  return id * 2;
                };
                return frame.withColumn("twice", udf(f, DataTypes.LongType).apply(col("id")));
                """
                    .formatted(COMPUTE)));
    assertThat(result.passed()).as("%s", result).isTrue();
  }

  /** The control: patience ends. */
  @Test
  void anEndlessLoopTimesOutAtItsLine() throws InterruptedException {
    LabResult result =
        grade(SampleCheckout.with("rows", "long n = 0; while (n >= 0) { n = n ^ 1; } return n;"));
    CheckResult check = result.tasks().get(0).checks().get(0);
    assertThat(check.verdict()).isEqualTo(Verdict.TIMEOUT);
    assertThat(check.location()).startsWith("work/day9/sample/Sample.java:");
    assertThat(result.tasks().get(1).verdict()).as("%s", result).isEqualTo(Verdict.PASS);
  }

  @Test
  void dataThatTakesLongerThanTheLimitCostsTheAnswerNothing() throws Exception {
    System.setProperty("kindling.checkSeconds", "3");
    try {
      deleteData();
      LabResult first = grade("day9/slow", AnswerRef.SOLUTION);
      assertThat(first.passed()).as("%s", first).isTrue();
      try (Stream<Path> kept = Files.list(checkout.home().data().resolve("listings"))) {
        assertThat(kept.map(path -> path.getFileName().toString()))
            .hasSize(1)
            .noneMatch(name -> name.startsWith("draft-"));
      }
    } finally {
      System.setProperty("kindling.checkSeconds", Integer.toString(LIMIT_SECONDS));
    }
  }

  private void deleteData() throws IOException {
    if (Files.exists(checkout.home().data())) {
      WorkerLauncher.delete(checkout.home().data());
    }
  }
}
