package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.ProgressLog;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each verdict, provoked for real: a real worker process, a real Spark, an answer that does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerdictsIT {

  private static final String FILE = "work/day9/sample/Sample.java:";

  private SampleCheckout checkout;
  private Workbench workbench;

  @BeforeAll
  void start(@TempDir Path root) {
    System.setProperty("kindling.checkSeconds", "4");
    checkout = new SampleCheckout(root);
    checkout.add(Path.of("src/test/resources/slowdata"));
    workbench = new Workbench(checkout.home());
  }

  @AfterAll
  void stop() {
    System.clearProperty("kindling.checkSeconds");
    workbench.close();
  }

  private LabResult grade(String source) throws InterruptedException {
    checkout.save(source);
    return grade(AnswerRef.LEARNER);
  }

  private LabResult grade(AnswerRef answer) throws InterruptedException {
    List<GradeEvent> events = new ArrayList<>();
    LabResult result = workbench.grade(GradeRequest.of("day9/sample", answer, 42), events::add);
    assertThat(result).as("events %s", events).isNotNull();
    // Whatever an answer does, no check is ever lost.
    assertThat(result.max()).isEqualTo(100);
    assertThat(result.tasks().stream().mapToInt(task -> task.checks().size()).sum()).isEqualTo(6);
    return result;
  }

  /** Whatever happened before, the next save is judged as if nothing had. */
  private void assertThatTheNextSaveWorks() throws InterruptedException {
    LabResult next = grade(SampleCheckout.right());
    assertThat(next.passed()).as("%s", next).isTrue();
    assertThat(next.score()).isEqualTo(100);
  }

  private static TaskResult task(LabResult result, int number) {
    return result.tasks().get(number - 1);
  }

  private static CheckResult first(LabResult result, int task) {
    return task(result, task).checks().get(0);
  }

  @Test
  void theSolutionPasses() throws InterruptedException {
    LabResult result = grade(AnswerRef.SOLUTION);
    assertThat(result.passed()).as("%s", result).isTrue();
    assertThat(result.score()).isEqualTo(100);
    assertThat(result.environment().spark()).startsWith("4.2");
  }

  @Test
  void theStarterIsAllToDo() throws InterruptedException {
    LabResult result = grade(AnswerRef.STARTER);
    assertThat(result.score()).isZero();
    assertThat(result.tasks())
        .extracting(TaskResult::verdict)
        .containsExactly(Verdict.TODO, Verdict.TODO, Verdict.SKIPPED);
    assertThat(first(result, 3).message()).contains("Waits for task 2");
  }

  @Test
  void aKnownMistakeIsNamedWithTheLearnersNumbers() throws InterruptedException {
    LabResult result = grade(SampleCheckout.with("rows", "return frame.count() - 1;"));
    CheckResult check = first(result, 1);
    assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check.diagnosis()).isEqualTo("off-by-one");
    assertThat(check.message()).contains("one row too few");
    assertThat(check.expected()).contains("7");
    assertThat(check.actual()).contains("6");
    assertThat(check.location()).startsWith(FILE);
    assertThat(task(result, 2).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void anExceptionIsToldWithTheLearnersLine() throws InterruptedException {
    LabResult result = grade(SampleCheckout.with("rows", "return frame.select(\"idd\").count();"));
    CheckResult check = first(result, 1);
    assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check.message()).contains("idd").contains("id");
    assertThat(check.location()).isEqualTo(FILE + lineOf("idd"));
  }

  private int lineOf(String text) {
    try {
      List<String> lines = Files.readAllLines(checkout.answer());
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(text)) {
          return i + 1;
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    throw new AssertionError("no line contains " + text);
  }

  @Test
  void aTaskThatDependsOnAnotherWaitsForIt() throws InterruptedException {
    LabResult result =
        grade(SampleCheckout.with("doubled", "return frame.withColumn(\"twice\", col(\"id\"));"));
    assertThat(task(result, 2).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(task(result, 3).verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(task(result, 3).checks())
        .extracting(CheckResult::message)
        .containsOnly("Waits for task 2.");
  }

  @Test
  void anEndlessLoopTimesOutAtItsLine() throws InterruptedException {
    LabResult result =
        grade(SampleCheckout.with("rows", "long n = 0; while (n >= 0) { n = n ^ 1; } return n;"));
    assertThat(first(result, 1).verdict()).isEqualTo(Verdict.TIMEOUT);
    assertThat(first(result, 1).location()).isEqualTo(FILE + lineOf("n ^ 1"));
    assertThat(task(result, 2).verdict()).isEqualTo(Verdict.PASS);
    assertThatTheNextSaveWorks();
  }

  @Test
  void anEndlessLoopInsideASparkTaskTimesOutToo() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "doubled",
                """
                UDF1<Long, Long> f = id -> {
                  long n = id;
                  while (n >= 0) { n = Math.abs(n ^ 1); }
                  return n;
                };
                return frame.withColumn("twice", udf(f, DataTypes.LongType).apply(col("id")));
                """));
    assertThat(first(result, 2).verdict()).isEqualTo(Verdict.TIMEOUT);
    assertThat(first(result, 2).location()).isEqualTo(FILE + lineOf("n ^ 1"));
    assertThatTheNextSaveWorks();
  }

  @Test
  void aSleepTimesOutWithoutCostingTheWorker() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "rows",
                "try { Thread.sleep(60_000); } catch (InterruptedException e) { throw new RuntimeException(e); } return 1;"));
    assertThat(first(result, 1).verdict()).isEqualTo(Verdict.TIMEOUT);
    assertThat(first(result, 1).location()).isEqualTo(FILE + lineOf("Thread.sleep"));
    assertThatTheNextSaveWorks();
  }

  @Test
  void dataThatCannotBeKeptIsToldOnceAndIsNobodysVerdict() throws Exception {
    Path inTheWay = checkout.home().data().resolve("listings");
    Files.createDirectories(inTheWay.getParent());
    Files.writeString(inTheWay, "a file, not a folder");
    List<GradeEvent> events = new ArrayList<>();
    GradeRequest request = GradeRequest.of("day9/slow", AnswerRef.SOLUTION, 42);
    GradeEvent.Fault fault =
        new GradeEvent.Fault(
            "The dataset 'listings' cannot be kept in '%s': '%<s' is a file and no folder; move it away, then run this again."
                .formatted(inTheWay),
            false);
    assertThatThrownBy(() -> workbench.grade(request, events::add))
        .isInstanceOfSatisfying(
            RunFailedException.class, failed -> assertThat(failed.fault()).isEqualTo(fault));
    assertThat(events).noneMatch(GradeEvent.Checked.class::isInstance);
    assertThat(events).filteredOn(GradeEvent.Fault.class::isInstance).containsExactly(fault);
    Files.delete(inTheWay);
    assertThat(workbench.grade(request, events::add).passed()).isTrue();
  }

  @Test
  void systemExitIsNamedWithItsLine() throws InterruptedException {
    LabResult result = grade(SampleCheckout.with("rows", "System.exit(0); return 7;"));
    assertThat(first(result, 1).verdict()).isEqualTo(Verdict.EXITED);
    assertThat(first(result, 1).location()).isEqualTo(FILE + lineOf("System.exit"));
    assertThat(task(result, 2).verdict()).isEqualTo(Verdict.PASS);
    assertThatTheNextSaveWorks();
  }

  @Test
  void haltIsNotAPassEither() throws InterruptedException {
    LabResult result =
        grade(SampleCheckout.with("rows", "Runtime.getRuntime().halt(0); return 7;"));
    assertThat(first(result, 1).verdict()).isEqualTo(Verdict.EXITED);
    assertThatTheNextSaveWorks();
  }

  @Test
  void runningOutOfMemoryIsACrash() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "rows",
                "List<long[]> all = new ArrayList<>(); while (true) { all.add(new long[50_000_000]); }"));
    assertThat(first(result, 1).verdict()).isEqualTo(Verdict.CRASHED);
    assertThat(first(result, 1).diagnosis()).isEqualTo("out-of-memory");
    assertThat(first(result, 1).location()).isEqualTo(FILE + lineOf("all.add"));
    assertThatTheNextSaveWorks();
  }

  @Test
  void runningOutOfMemoryInASparkTaskIsACrashToo() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "doubled",
                """
                UDF1<Long, Long> f = id -> {
                  List<long[]> all = new ArrayList<>();
                  while (all.size() < 1_000_000) { all.add(new long[50_000_000]); }
                  return id;
                };
                return frame.withColumn("twice", udf(f, DataTypes.LongType).apply(col("id")));
                """));
    assertThat(first(result, 2).verdict()).isEqualTo(Verdict.CRASHED);
    assertThat(first(result, 2).diagnosis()).isEqualTo("out-of-memory");
    assertThatTheNextSaveWorks();
  }

  @Test
  void aStoppedSessionIsNamedAndStartedAgain() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "rows", "long n = frame.count(); frame.sparkSession().stop(); return n;"));
    assertThat(first(result, 1).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(first(result, 1).diagnosis()).isEqualTo("stopped-session");
    assertThat(task(result, 2).verdict()).isEqualTo(Verdict.PASS);
    assertThatTheNextSaveWorks();
  }

  @Test
  void changedSettingsAreToldAndPutBack() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "rows",
                "frame.sparkSession().conf().set(\"spark.sql.shuffle.partitions\", \"77\"); return frame.count();"));
    assertThat(first(result, 1).verdict()).isEqualTo(Verdict.PASS);
    assertThat(first(result, 1).message())
        .contains("spark.sql.shuffle.partitions")
        .contains("'77'")
        .contains("put back");
    assertThat(first(result, 2).message()).as("nothing lingers").isNull();
    assertThatTheNextSaveWorks();
  }

  @Test
  void leftoverStreamsAndViewsAreToldAndEnded() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "rows",
                """
                frame.createOrReplaceTempView("mine");
                try {
                  frame.sparkSession().readStream().format("rate").load()
                      .writeStream().format("noop").queryName("ticks").start();
                } catch (Exception e) { throw new RuntimeException(e); }
                return frame.count();
                """));
    assertThat(first(result, 1).verdict()).isEqualTo(Verdict.PASS);
    assertThat(first(result, 1).message()).contains("'ticks'").contains("'mine'");
    assertThat(first(result, 2).message()).isNull();
    assertThatTheNextSaveWorks();
  }

  @Test
  void tablesThatAnAnswerLeavesAreGoneForTheNext() throws InterruptedException {
    String leavesATable =
        SampleCheckout.with(
            "rows",
            "if (frame.sparkSession().catalog().tableExists(\"mine\")) { return -1; } long n = frame.count(); if (n == 0) { frame.write().saveAsTable(\"mine\"); } return n;");
    assertThat(grade(leavesATable).passed()).isTrue();
    assertThat(grade(leavesATable + " ").passed()).isTrue();
  }

  @Test
  void aHundredMegabytesOfOutputDoNoHarm() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "rows",
                "String line = \"x\".repeat(1_000_000); for (int i = 0; i < 100; i++) { System.out.println(line); } return frame.count();"));
    assertThat(result.passed()).as("%s", result).isTrue();
    assertThatTheNextSaveWorks();
  }

  @Test
  void whatLooksLikeAReplyIsOnlyOutput() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "rows",
                """
                try {
                  var out = new java.io.FileOutputStream(java.io.FileDescriptor.out);
                  out.write("\\nnonsense on the real standard output\\n".getBytes());
                  out.flush();
                } catch (java.io.IOException e) { throw new RuntimeException(e); }
                return frame.count();
                """));
    assertThat(result.passed()).as("%s", result).isTrue();
  }

  @Test
  void aClassThatDoesNotCompileIsToldByLine() throws InterruptedException {
    LabResult result = grade(SampleCheckout.with("rows", "return frame.cuont();"));
    assertThat(result.compile().ok()).isFalse();
    assertThat(result.compile().problems()).hasSize(1);
    assertThat(result.compile().problems().get(0).location())
        .startsWith(FILE + lineOf("cuont") + ":");
    assertThat(result.compile().problems().get(0).message()).contains("cuont");
    assertThat(result.tasks()).extracting(TaskResult::verdict).containsOnly(Verdict.SKIPPED);
    assertThatTheNextSaveWorks();
  }

  @Test
  void anEmptyFileIsToldAsSuch() throws InterruptedException {
    LabResult result = grade("\n  \n");
    assertThat(result.compile().ok()).isFalse();
    assertThat(result.compile().problems().get(0).message())
        .contains("empty")
        .contains("lab reset sample");
  }

  @Test
  void theWrongClassNameIsToldWithTheRightOne() throws InterruptedException {
    LabResult result = grade(SampleCheckout.right().replace("class Sample ", "class Smaple "));
    assertThat(result.compile().problems().get(0).message())
        .contains("'Sample'")
        .contains("'day9.sample.Smaple'");
  }

  @Test
  void theWrongPackageIsToldToo() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.right()
                .replace("package day9.sample;", "package elsewhere; import day9.sample.*;"));
    assertThat(result.compile().problems().get(0).message()).contains("package 'day9.sample'");
  }

  @Test
  void aClassWithoutTheContractIsTold() throws InterruptedException {
    LabResult result = grade("package day9.sample; public class Sample {}");
    assertThat(result.compile().problems().get(0).message())
        .contains("public class Sample implements SampleLab");
  }

  @Test
  void aConstructorWithParametersIsTold() throws InterruptedException {
    LabResult result = grade(SampleCheckout.with("members", "public Sample(int n) {}"));
    assertThat(result.compile().problems().get(0).message())
        .contains("constructor without parameters");
  }

  @Test
  void aConstructorThatThrowsFailsEveryCheckWithItsLine() throws InterruptedException {
    LabResult result =
        grade(
            SampleCheckout.with(
                "members", "public Sample() { throw new IllegalStateException(\"not today\"); }"));
    assertThat(task(result, 1).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(task(result, 2).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(first(result, 1).message()).contains("not today");
    assertThat(first(result, 1).location()).isEqualTo(FILE + lineOf("not today"));
    assertThatTheNextSaveWorks();
  }

  @Test
  void aMissingAnswerSaysHowToStart() throws Exception {
    Files.deleteIfExists(checkout.answer());
    LabResult result = grade(AnswerRef.LEARNER);
    assertThat(result.compile().problems().get(0).message()).contains("lab start sample");
  }

  @Test
  void aWorkerThatIsKilledIsReplacedAndNothingIsLost() throws Exception {
    assertThatTheNextSaveWorks();
    ProcessHandle.of(workbench.status().worker().pid()).orElseThrow().destroyForcibly();
    assertThatTheNextSaveWorks();
    assertThat(new ProgressLog(checkout.home().progress()).of("day9/sample").passed()).isTrue();
  }

  @Test
  void aWorkerThatIsKilledInTheMiddleOfACheckCostsNoPoints() throws Exception {
    assertThatTheNextSaveWorks();
    checkout.save(
        SampleCheckout.with(
            "rows",
            "try { Thread.sleep(1500); } catch (InterruptedException e) { throw new RuntimeException(e); } return frame.count();"));
    List<LabResult> results = new ArrayList<>();
    Thread run =
        new Thread(
            () -> {
              try {
                results.add(grade(AnswerRef.LEARNER));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    run.start();
    Thread.sleep(700);
    ProcessHandle.of(workbench.status().worker().pid()).orElseThrow().destroyForcibly();
    run.join();
    assertThat(results).hasSize(1);
    assertThat(results.get(0).passed()).as("%s", results.get(0)).isTrue();
  }
}
