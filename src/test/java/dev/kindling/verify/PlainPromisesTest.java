package dev.kindling.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.compile.LabKit;
import dev.kindling.compile.LabKits;
import dev.kindling.compile.LabScan;
import dev.kindling.compile.SourceCompiler;
import dev.kindling.workbench.Home;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promises that need no Spark: each is kept by the sample, and broken in every way it can. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlainPromisesTest {

  private final Promise shape = new ShapePromise();
  private final Promise lesson = new LessonPromise();
  private final Promise border = new BorderPromise();

  private SourceCompiler compiler;
  private SampleCopy sample;

  @BeforeAll
  void startCompiler() {
    compiler = new SourceCompiler(Home.workerClassPath());
  }

  @AfterAll
  void closeCompiler() {
    compiler.close();
  }

  @BeforeEach
  void copy(@TempDir Path root) {
    sample = new SampleCopy(root);
  }

  private LabKit kit() {
    Path root = sample.root();
    LabScan scan =
        new LabKits(root, root.resolve(".kindling/classes"), "test", () -> compiler).scan();
    assertThat(scan.problems()).isEmpty();
    assertThat(scan.kits()).hasSize(1);
    return scan.kits().values().iterator().next();
  }

  private BrokenPromise onlyOne(Promise promise) throws InterruptedException {
    List<BrokenPromise> broken = promise.broken(kit());
    assertThat(broken).hasSize(1);
    return broken.get(0);
  }

  @Test
  void theSampleKeepsThemAll() throws InterruptedException {
    LabKit kit = kit();
    assertThat(shape.broken(kit)).isEmpty();
    assertThat(lesson.broken(kit)).isEmpty();
    assertThat(border.broken(kit)).isEmpty();
  }

  @Test
  void oneCheckAloneIsTooFew() throws InterruptedException {
    sample
        .edit(SampleCopy.CHECKS, "@Check(task = 1, points = 10)\n", "")
        .edit(SampleCopy.CHECKS, "@Check(task = 1, points = 30)", "@Check(task = 1, points = 40)");
    BrokenPromise broken = onlyOne(shape);
    assertThat(broken.where()).isEqualTo("task 1");
    assertThat(broken.what()).contains("1 check(s)").contains("at least two");
  }

  @Test
  void checksMustShareThePointsOfTheirTask() throws InterruptedException {
    sample.edit(SampleCopy.CHECKS, "task = 1, points = 30", "task = 1, points = 25");
    assertThat(onlyOne(shape))
        .isEqualTo(new BrokenPromise("task 1", "It is worth 40 points, but its checks add to 35."));
  }

  @Test
  void tasksMustAddToAHundred() throws InterruptedException {
    sample
        .edit(SampleCopy.CONTRACT, "points = 20", "points = 10")
        .edit(SampleCopy.CHECKS, "points = 10,\n      cases", "points = 5,\n      cases");
    BrokenPromise broken = onlyOne(shape);
    assertThat(broken.where()).isEqualTo("day9.sample.SampleLab");
    assertThat(broken.what()).contains("90 points").contains("make it 100");
  }

  @Test
  void twoHintsAreTooFew() throws InterruptedException {
    sample.edit(SampleCopy.CONTRACT, "\"Which method counts?\", ", "");
    assertThat(onlyOne(shape))
        .isEqualTo(new BrokenPromise("task 1", "It has 2 hints: write three, vague to concrete."));
  }

  @Test
  void anEmptyHintIsNone() throws InterruptedException {
    sample.edit(SampleCopy.CONTRACT, "\"Which method counts?\"", "\" \"");
    assertThat(onlyOne(shape).where()).isEqualTo("task 1");
  }

  @Test
  void aTaskWithoutAnExampleIsTold() throws InterruptedException {
    sample.edit(SampleCopy.EXAMPLES, "@Example(task = 2)", "");
    BrokenPromise broken = onlyOne(shape);
    assertThat(broken.where()).isEqualTo("task 2");
    assertThat(broken.what()).contains("no @Example");
  }

  @Test
  void tasksAreNumberedWithoutGaps() throws InterruptedException {
    sample.edit(SampleCopy.CONTRACT, "value = 3", "value = 4");
    assertThat(shape.broken(kit()))
        .contains(
            new BrokenPromise(
                "total", "Tasks are numbered from 1 without gaps, but this is task 4."))
        .contains(
            new BrokenPromise(
                "theSumIsRight: four rows", "It judges task 3, which does not exist."));
  }

  @Test
  void aTaskWaitsOnlyForEarlierOnes() throws InterruptedException {
    sample.edit(SampleCopy.CONTRACT, "after = 2", "after = 3");
    BrokenPromise broken = onlyOne(shape);
    assertThat(broken.where()).isEqualTo("task 3");
    assertThat(broken.what()).contains("waits for task 3");
  }

  @Test
  void theDayAndTheFolderAgree() throws InterruptedException {
    sample.edit(SampleCopy.CONTRACT, "day = 9", "day = 8");
    assertThat(onlyOne(shape).what()).contains("day 8").contains("'day9'").contains("'day8'");
  }

  @Test
  void aLabWithoutAStarterIsTold() throws InterruptedException {
    sample.delete(SampleCopy.STARTER);
    assertThat(onlyOne(shape).what()).isEqualTo("There is no starter.");
  }

  @Test
  void aLessonWithoutASectionForATaskIsTold() throws InterruptedException {
    sample.edit(SampleCopy.LESSON, "## Task 2: Double the ids", "## Doubling");
    assertThat(onlyOne(lesson).what()).contains("'## Task 2: Double the ids'");
  }

  @Test
  void sectionsStandInTheOrderOfTheTasks() throws InterruptedException {
    sample
        .edit(SampleCopy.LESSON, "## Task 1: Count the rows", "## Task 2: Double the ids ")
        .edit(SampleCopy.LESSON, "## Task 2: Double the ids\n", "## Task 1: Count the rows\n")
        .edit(SampleCopy.LESSON, "## Task 2: Double the ids ", "## Task 2: Double the ids");
    BrokenPromise broken = onlyOne(lesson);
    assertThat(broken.where()).isEqualTo("README.md:5");
    assertThat(broken.what()).contains("before that of an earlier task");
  }

  @Test
  void aLessonBeginsWithItsTitle() throws InterruptedException {
    sample.edit(SampleCopy.LESSON, "# A sample", "A sample");
    assertThat(onlyOne(lesson).where()).isEqualTo("README.md:1");
  }

  @Test
  void aLabWithoutALessonIsTold() throws InterruptedException {
    sample.delete(SampleCopy.LESSON);
    assertThat(onlyOne(lesson).what()).isEqualTo("There is no lesson.");
  }

  @Test
  void aBlockThatDiffersFromItsRegionIsToldWithTheRegion() throws InterruptedException {
    sample.edit(
        SampleCopy.LESSON_CODE,
        "long rows = frame.count();",
        "long rows = frame.distinct().count();");
    BrokenPromise broken = onlyOne(lesson);
    assertThat(broken.where()).isEqualTo("README.md:10");
    assertThat(broken.what())
        .contains("'count' of SampleLesson.java")
        .contains("long rows = frame.distinct().count();");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<!-- code: SampleLesson.java#count -->; ; where its code is compiled",
        "SampleLesson.java#count; SampleLesson.java#sum; no '// region: sum'",
        "SampleLesson.java#count; Elsewhere.java#count; no '// region: count'"
      })
  void aBlockWhoseCodeCannotBeFoundIsTold(String from, String to, String said)
      throws InterruptedException {
    sample.edit(SampleCopy.LESSON, from, to == null ? "" : to);
    assertThat(onlyOne(lesson).what()).contains(said);
  }

  @Test
  void aContractWithAFunctionCannotBeCarried() throws InterruptedException {
    sample.edit(
        SampleCopy.CONTRACT,
        "long total(Dataset<Row> doubled);",
        "long total(Dataset<Row> doubled);\n\n"
            + "  default long unused() { return 0; }\n\n"
            + "  long mapped(java.util.function.Function<Row, Long> f);");
    BrokenPromise broken = onlyOne(border);
    assertThat(broken.where()).isEqualTo("mapped: java.util.function.Function");
    assertThat(broken.what()).contains("another process").contains("Dataset<Row>");
  }
}
