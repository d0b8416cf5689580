package dev.kindling.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Mutants of the sample's solution: a weak check is told, a strong one is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MutantsIT {

  private static final String MARKS = "solutions/day9/sample/equal-mutants.tsv";
  private static final String SURVIVOR =
      "solutions/day9/sample/SampleSolution.java:16  removed call to filter  (task 1)";

  private final List<String> told = new ArrayList<>();
  private SampleCopy sample;
  private Labs labs;
  private Workbench workbench;

  @BeforeAll
  void start(@TempDir Path root) {
    sample = new SampleCopy(root);
    Home home = Home.of(root);
    labs = new Labs(home);
    workbench = new Workbench(home);
  }

  @AfterAll
  void stop() {
    workbench.close();
    labs.close();
  }

  @AfterEach
  void makeWhole() throws IOException {
    sample.restore();
    Files.deleteIfExists(sample.root().resolve(MARKS));
    told.clear();
  }

  private List<BrokenPromise> broken() throws InterruptedException {
    return Promises.mutants(labs, workbench, MutantSample.WHOLE, working -> {}, told::addAll)
        .broken(labs.kit("day9/sample"));
  }

  /** No check of the sample has a row that the filter would drop. */
  private void filterRows() {
    sample.edit(
        SampleCopy.SOLUTION, "return frame.count();", "return frame.filter(\"id >= 0\").count();");
  }

  private void mark(String... changes) throws IOException {
    StringBuilder text = new StringBuilder("method\tchange\tline\treason\n");
    for (String change : changes) {
      text.append(
          "rows\t%s\treturn frame.filter(\"id >= 0\").count();\tno id is below 0\n"
              .formatted(change));
    }
    Files.writeString(sample.root().resolve(MARKS), text);
  }

  @Test
  void theSampleNoticesEverything() throws InterruptedException {
    assertThat(broken()).isEmpty();
    assertThat(told).last().asString().matches("all: (\\d+) of \\1 changes noticed \\(100.0 %\\)");
    // Code of a user-defined function runs in Spark's executor, which has a loader of its own.
    assertThat(told).anyMatch(line -> line.matches("task 2: (\\d) of \\1 changes noticed.*"));
  }

  @Test
  void aChangeThatAWeakCheckDoesNotNoticeIsToldAtItsLine() throws InterruptedException {
    filterRows();
    assertThat(broken())
        .singleElement()
        .satisfies(one -> assertThat(one.what()).contains("changes noticed", "mark it as equal"));
    assertThat(told).startsWith(SURVIVOR, "    return frame.filter(\"id >= 0\").count();");
  }

  @Test
  void aMarkedChangeIsNotCounted() throws Exception {
    filterRows();
    mark("removed call to filter");
    assertThat(broken()).isEmpty();
    assertThat(told).doesNotContain(SURVIVOR).last().asString().endsWith(", 1 more are equal");
  }

  /** The second is never made. The first is noticed: now there are rows that the filter drops. */
  @Test
  void marksOfNoUnnoticedChangeAreTold() throws Exception {
    filterRows();
    sample.edit(SampleCopy.CHECKS, "spark.range(7)", "spark.range(-3, 7)");
    mark("removed call to filter", "removed call to orderBy");
    List<BrokenPromise> broken = broken();
    assertThat(broken)
        .extracting(BrokenPromise::where)
        .containsExactly("equal-mutants.tsv:2", "equal-mutants.tsv:3");
    assertThat(broken.get(0).what()).contains("'removed call to filter'", "delete the row");
    assertThat(told).doesNotContain(SURVIVOR);
  }

  /** The loop counts down from 0 once its sum is a difference; no interrupt ends it. */
  @Test
  void aChangeThatNeverEndsIsNoticedAndTheNextIsJudgedAllTheSame() throws InterruptedException {
    sample.edit(
        SampleCopy.SOLUTION,
        "return frame.count();",
        "long n = 0;\n    while (n < 3) {\n      n += 1;\n    }\n    return frame.count() + n - 3;");
    sample
        .edit(SampleCopy.CHECKS, "task = 1, points = 30", "task = 1, points = 30, seconds = 8")
        .edit(SampleCopy.CHECKS, "task = 1, points = 10", "task = 1, points = 10, seconds = 8");
    broken();
    int at = told.indexOf("Noticed, but not as the failure of a check:");
    assertThat(at).isNotNegative();
    assertThat(told.get(at + 1)).contains("replaced long addition with subtraction");
    assertThat(told.get(at + 3)).contains("TIMEOUT of ");
    assertThat(told).anyMatch(line -> line.matches("task 3: (\\d+) of \\1 changes noticed.*"));
  }

  @Test
  void aSolutionThatFailsHasNoMutants() throws InterruptedException {
    sample.edit(SampleCopy.SOLUTION, "return frame.count();", "return frame.count() - 1;");
    assertThat(broken()).extracting(BrokenPromise::where).containsExactly("solution");
    assertThat(told).isEmpty();
  }
}
