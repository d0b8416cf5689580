package dev.kindling.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The promises that judge answers: each is kept by the sample, and broken in every way it can. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JudgedPromisesIT {

  private SampleCopy sample;
  private Labs labs;
  private Workbench workbench;
  private Judging judging;

  @BeforeAll
  void start(@TempDir Path root) {
    sample = new SampleCopy(root);
    Home home = Home.of(root);
    labs = new Labs(home);
    workbench = new Workbench(home);
    judging = new Judging(workbench);
  }

  @AfterAll
  void stop() {
    workbench.close();
    labs.close();
  }

  @AfterEach
  void makeWhole() {
    sample.restore();
  }

  private List<BrokenPromise> broken(Promise promise) throws InterruptedException {
    return promise.broken(labs.kit("day9/sample"));
  }

  private BrokenPromise onlyOne(Promise promise) throws InterruptedException {
    List<BrokenPromise> broken = broken(promise);
    assertThat(broken).hasSize(1);
    return broken.get(0);
  }

  private Promise starter() {
    return new StarterPromise(judging);
  }

  private Promise solution() {
    return new SolutionPromise(judging, List.of(42L));
  }

  private Promise variants() {
    return new VariantPromise(labs, judging);
  }

  private Promise mistakes() {
    return new MistakePromise(labs, judging);
  }

  @Test
  void theSampleKeepsEveryPromise() throws InterruptedException {
    List<Promise> all = Promises.all(labs, workbench);
    assertThat(all).hasSize(7).extracting(Promise::text).doesNotHaveDuplicates();
    for (Promise promise : all) {
      assertThat(broken(promise)).as(promise.text()).isEmpty();
    }
  }

  @Test
  void aStarterThatPassesSomethingIsTold() throws InterruptedException {
    sample.edit(
        SampleCopy.STARTER,
        "throw new UnsupportedOperationException(\"TODO 1: count the rows\");",
        "return frame.count();");
    BrokenPromise broken = onlyOne(starter());
    assertThat(broken.where()).isEqualTo("starter");
    assertThat(broken.what()).contains("task 1 is PASS").contains("TODO 1: …");
  }

  @Test
  void aStarterThatReturnsSomethingWrongIsToldToo() throws InterruptedException {
    sample.edit(
        SampleCopy.STARTER,
        "throw new UnsupportedOperationException(\"TODO 2: double the ids\");",
        "return frame;");
    assertThat(onlyOne(starter()).what()).contains("task 2 is FAIL");
  }

  @Test
  void aStarterThatDoesNotCompileIsToldByLine() throws InterruptedException {
    sample.edit(SampleCopy.STARTER, "\"TODO 1: count the rows\"", "TODO");
    BrokenPromise broken = onlyOne(starter());
    assertThat(broken.where()).startsWith("starters/day9/sample/Sample.java:10:");
    assertThat(broken.what()).contains("TODO");
  }

  @Test
  void aSolutionThatFailsIsToldWithTheSeedAndTheCheck() throws InterruptedException {
    sample.edit(SampleCopy.SOLUTION, "return frame.count();", "return frame.count() - 1;");
    BrokenPromise broken = onlyOne(solution());
    assertThat(broken.where()).isEqualTo("solution, seed 42");
    assertThat(broken.what())
        .contains("task 1 is FAIL")
        .contains("FAIL allRowsAreCounted [off-by-one]: ")
        .contains("one row too few");
  }

  @Test
  void aSolutionThatThrowsIsToldWithTheError() throws InterruptedException {
    sample.edit(SampleCopy.SOLUTION, "id * 2", "id / 0");
    assertThat(broken(solution()))
        .extracting(BrokenPromise::what)
        .anyMatch(what -> what.contains("task 2 is FAIL"))
        .anyMatch(what -> what.contains("task 3 is SKIPPED"));
  }

  @Test
  void aVariantThatFailsIsToldByName() throws InterruptedException {
    sample.edit(SampleCopy.VARIANTS, "id * 2", "id * 2L + 1");
    List<BrokenPromise> broken = broken(variants());
    assertThat(broken).extracting(BrokenPromise::where).containsOnly("variant BuiltIn");
    assertThat(broken.get(0).what()).contains("task 2 is FAIL");
  }

  @Test
  void answersThatPassAgainAndAgainAreSteady() throws InterruptedException {
    assertThat(Promises.all(labs, workbench, 2)).hasSize(8);
    assertThat(broken(new SteadyPromise(labs, judging, 2))).isEmpty();
  }

  @Test
  void aVariantThatFailsWithOtherDataIsToldWithEverySeed() throws InterruptedException {
    sample.edit(SampleCopy.VARIANTS, "id * 2", "id * 2L + 1");
    Set<String> told =
        broken(new SteadyPromise(labs, judging, 2)).stream()
            .map(BrokenPromise::where)
            .collect(Collectors.toSet());
    assertThat(told).hasSize(2).allMatch(where -> where.startsWith("BuiltIn, seed "));
  }

  @Test
  void oneVariantAloneIsTooFew() throws InterruptedException {
    sample.edit(SampleCopy.VARIANTS, "@Variant(\"sums on the driver\")", "");
    BrokenPromise broken = onlyOne(variants());
    assertThat(broken.where()).isEqualTo("day9.sample.SampleVariants");
    assertThat(broken.what()).contains("1 variants").contains("at least 2");
  }

  @Test
  void threeMistakesAreTooFew() throws InterruptedException {
    sample.edit(
        SampleCopy.MISTAKES,
        """
          @Mistake(
              task = 3,
              diagnosis = "counted",
              says = "{yours} is the number of rows. Add the numbers up instead.")
        """,
        "");
    BrokenPromise broken = onlyOne(mistakes());
    assertThat(broken.where()).isEqualTo("day9.sample.SampleMistakes");
    assertThat(broken.what()).contains("3 mistakes").contains("at least 4");
  }

  @Test
  void twoAnswersOfTheSameNameAreTold() throws InterruptedException {
    sample.edit(SampleCopy.VARIANTS, "class BuiltIn", "class Tripled");
    assertThat(broken(mistakes()))
        .extracting(BrokenPromise::where, BrokenPromise::what)
        .anyMatch(told -> told.toString().contains("is called 'Tripled', too"));
  }

  @Test
  void mistakesThatNoCheckTellsApartAreTold() throws InterruptedException {
    sample.edit(
        SampleCopy.MISTAKES, "doubled.agg(max(\"twice\")).first().getLong(0)", "doubled.count()");
    assertThat(broken(mistakes()))
        .hasSize(2)
        .allMatch(broken -> broken.what().contains("[counted or largest-only]"))
        .extracting(BrokenPromise::where)
        .containsExactly("mistake Counted", "mistake LargestOnly");
  }

  @Test
  void aMistakeThatIsNotWrittenYetIsTold() throws InterruptedException {
    sample.edit(
        SampleCopy.MISTAKES,
        "return frame.withColumn(\"twice\", col(\"id\").multiply(3));",
        "throw new UnsupportedOperationException(\"TODO 2: triple\");");
    BrokenPromise broken = onlyOne(mistakes());
    assertThat(broken.what()).contains("must fail with 'tripled'").contains("task 2 is TODO");
  }

  @Test
  void aMistakeThatSaysNothingAndThatNoCheckNamesIsTold() throws InterruptedException {
    sample.edit(
        SampleCopy.MISTAKES,
        "These are tripled: each `twice` is three times its id. Multiply by 2.",
        " ");
    BrokenPromise broken = onlyOne(mistakes());
    assertThat(broken.where()).isEqualTo("mistake Tripled");
    assertThat(broken.what()).contains("must fail with 'tripled'").contains("task 2 is FAIL");
  }

  @Test
  void aPlaceForAFactThatNoCheckGivesIsTold() throws InterruptedException {
    sample.edit(SampleCopy.MISTAKES, "{yours} is the number", "{their} is the number");
    assertThat(onlyOne(mistakes()).what()).contains("a place for '{their}'");
  }

  @Test
  void aCheckThatBreaksOnAMistakeIsTold() throws InterruptedException {
    sample.edit(
        SampleCopy.CHECKS,
        "expect(lab.doubled(spark.range(1_000_000, 1_000_001).toDF()))",
        "if (lab.doubled(spark.range(1, 2).toDF()).first().getLong(1) == 3) {\n"
            + "      throw new IllegalStateException(\"not prepared for this\");\n    }\n"
            + "    expect(lab.doubled(spark.range(1_000_000, 1_000_001).toDF()))");
    BrokenPromise broken = onlyOne(mistakes());
    assertThat(broken.where()).isEqualTo("mistake Tripled");
    assertThat(broken.what()).contains("task 2 is HARNESS").contains("not prepared for this");
  }

  @Test
  void aMistakeThatPassesIsTold() throws InterruptedException {
    sample.edit(SampleCopy.MISTAKES, "multiply(3)", "multiply(2)");
    assertThat(onlyOne(mistakes()).what()).contains("must fail with 'tripled', but task 2 is PASS");
  }

  @Test
  void aMistakeThatFailsAnotherTaskTooIsTold() throws InterruptedException {
    sample.edit(
        SampleCopy.MISTAKES,
        "return frame.count() - 1;\n    }",
        "return frame.count() - 1;\n    }\n\n"
            + "    @Override\n    public long total(Dataset<Row> doubled) {\n      return -1;\n    }");
    BrokenPromise broken = onlyOne(mistakes());
    assertThat(broken.where()).isEqualTo("mistake OneTooFew");
    assertThat(broken.what()).contains("must fail task 1 alone").contains("task 3 is FAIL");
  }

  @Test
  void aMistakeUnderTheNumberOfAnotherTaskIsTold() throws InterruptedException {
    sample.edit(SampleCopy.MISTAKES, "task = 1", "task = 2");
    assertThat(broken(mistakes()))
        .extracting(BrokenPromise::where)
        .containsOnly("mistake OneTooFew");
  }

  @Test
  void aLabThatCannotBeJudgedAtAllIsNoKeptPromise() {
    Function<Promise, Throwable> problem =
        promise -> {
          try {
            broken(promise);
            return null;
          } catch (Exception e) {
            return e;
          }
        };
    sample.edit(SampleCopy.SOLUTION, "frame.count()", "frame.cuont()");
    assertThat(problem.apply(solution())).hasMessageContaining("cuont");
    assertThat(problem.apply(mistakes())).hasMessageContaining("cuont");
  }
}
