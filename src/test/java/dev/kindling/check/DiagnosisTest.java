package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.frame;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.rows;
import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.Table;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  private final Dataset<Row> medians =
      frame("name string, value double", rows(RowFactory.create("price", 150.2)));

  private static Table value(double value) {
    return Table.of("name", "value").row("price", value);
  }

  @Test
  void theFirstDiagnosisThatMatchesWins() {
    CheckFailure failure =
        failureOf(
            () ->
                expect(0.5)
                    .toBe(0.8)
                    .diagnose("too-high", x -> x > 0.8, "Too high.")
                    .diagnose("coin", 0.5, x -> "A coin gets " + x + " too.")
                    .diagnose("too-low", x -> x < 0.8, "Too low."));
    assertThat(failure.diagnosis()).isEqualTo("coin");
    assertThat(failure.message()).isEqualTo("A coin gets 0.5 too.");
    assertThat(failure).hasMessageContaining("A coin gets 0.5 too. [coin]");
  }

  @Test
  void aDiagnosisMayUseTheAnswerAgainAndTheFailureStays() {
    CheckFailure failure =
        failureOf(
            () ->
                expect(0.5)
                    .toBe(0.8)
                    .diagnose("again", x -> compute("it again", () -> x) == 0.5, "It came again."));
    assertThat(failure.diagnosis()).isEqualTo("again");
    CheckFailure other =
        failureOf(
            () ->
                expect(0.5)
                    .toBe(0.8)
                    .diagnose("never", x -> compute("it again", () -> x) == 0.8, "It came."));
    assertThat(other.diagnosis()).isNull();
  }

  @Test
  void aDiagnosisBelongsToTheComparisonBeforeIt() {
    CheckFailure failure =
        failureOf(
            () ->
                expect(0.5)
                    .toBeAtMost(1)
                    .diagnose("passed", x -> true, "This one passed.")
                    .toBe(0.8)
                    .diagnose("failed", x -> true, "This one failed.")
                    .toBeAtLeast(0.9)
                    .diagnose("not-reached", x -> true, "This one was not evaluated."));
    assertThat(failure.diagnosis()).isEqualTo("failed");
    CheckFailure undiagnosed =
        failureOf(
            () ->
                expect(0.5)
                    .toBe(0.8)
                    .toBeAtMost(1)
                    .diagnose("passing", x -> true, "It would have passed."));
    assertThat(undiagnosed.diagnosis()).isNull();
  }

  @Test
  void laterComparisonsOfAFailedChainAreNotEvaluated() {
    CheckFailure failure =
        failureOf(
            () ->
                expect("a")
                    .toBe("b")
                    .toSatisfy(
                        "never asked",
                        text -> {
                          throw new AssertionError("asked");
                        }));
    assertThat(failure.rationale()).isEqualTo("Expected the result to be 'b', but it is 'a'.");
  }

  @Test
  void aDiagnosisThatThrowsDoesNotMatch() {
    CheckFailure failure =
        failureOf(
            () ->
                expect(List.of(1))
                    .toHaveElements(List.of(2))
                    .diagnose("broken", list -> list.get(5) > 1, "Never.")
                    .diagnose(
                        "mute",
                        list -> true,
                        list -> {
                          throw new IllegalStateException();
                        }));
    assertThat(failure.diagnosis()).isEqualTo("mute");
    assertThat(failure.message()).isNull();
  }

  @Test
  void aDiagnosisOfAPassedCheckIsNeverEvaluated() {
    passes(
        () ->
            expect(1)
                .toBe(1)
                .diagnose(
                    "any",
                    x -> {
                      throw new AssertionError("evaluated");
                    },
                    "Never."));
  }

  @Test
  void wrongRowsAreComparedWithTheSameTolerance() {
    CheckFailure failure =
        failureOf(
            () ->
                expect(medians)
                    .within(0.5)
                    .toHaveRows(value(120.0))
                    .diagnose("far", value(149.0), "Not near.")
                    .diagnose("mean", value(150.0), "These are means."));
    assertThat(failure.diagnosis()).isEqualTo("mean");
    CheckFailure exact =
        failureOf(
            () ->
                expect(medians)
                    .toHaveRows(value(120.0))
                    .diagnose("mean", value(150.0), "These are means.")
                    .diagnose("frame", medians, "The same frame."));
    assertThat(exact.diagnosis()).isEqualTo("frame");
  }

  @Test
  void wrongRowsAreComparedInTheSameOrder() {
    Dataset<Row> two =
        medians.union(frame("name string, value double", rows(RowFactory.create("beds", 2.0))));
    Table sorted = Table.of("name", "value").row("beds", 2.0).row("price", 150.2);
    CheckFailure failure =
        failureOf(
            () ->
                expect(two)
                    .toHaveRowsInOrder(sorted)
                    .diagnose("same", sorted, "It is not.")
                    .diagnose(
                        "unsorted",
                        Table.of("name", "value").row("price", 150.2).row("beds", 2.0),
                        frame -> "Not sorted: " + frame.first().getString(0) + " is first."));
    assertThat(failure.diagnosis()).isEqualTo("unsorted");
    assertThat(failure.message()).isEqualTo("Not sorted: price is first.");
  }

  @Test
  void framesOfAnotherShapeCanBeDiagnosed() {
    CheckFailure failure =
        failureOf(
            () ->
                expect(medians)
                    .toHaveRows(Table.of("median").row(1.0))
                    .diagnose("other", value(3.0), "No.")
                    .diagnose("long-form", value(150.2), "This is the long form."));
    assertThat(failure.diagnosis()).isEqualTo("long-form");
    assertThat(
            failureOf(
                    () ->
                        expect(medians)
                            .toHaveColumns("median")
                            .diagnose("columns", f -> f.columns().length == 2, "Two."))
                .diagnosis())
        .isEqualTo("columns");
  }

  @Test
  void listsMapsAndValuesAreDiagnosedByExample() {
    assertThat(
            failureOf(
                    () ->
                        expect(List.of("b", "a"))
                            .toHaveElementsInOrder(List.of("a", "b"))
                            .diagnose("reversed", List.of("b", "a"), "Reversed."))
                .diagnosis())
        .isEqualTo("reversed");
    assertThat(
            failureOf(
                    () ->
                        expect(Map.of("a", 1.04))
                            .within(0.1)
                            .toHaveEntries(Map.of("a", 2.0))
                            .diagnose("ones", Map.of("a", 1.0), "Ones."))
                .diagnosis())
        .isEqualTo("ones");
    assertThat(
            failureOf(
                    () ->
                        expect("mean")
                            .toBe("median")
                            .diagnose("mean", "mean", text -> "You wrote " + text + "."))
                .message())
        .isEqualTo("You wrote mean.");
  }

  @Test
  void helpFollowsTheFailedComparison() {
    assertThat(failureOf(() -> expect(1).help("Look again.").toBe(2)).help())
        .isEqualTo("Look again.");
    CheckFailure failure =
        failureOf(
            () ->
                expect(1)
                    .toBeAtLeast(0)
                    .help("Not this one.")
                    .toBe(2)
                    .diagnose("one", 1, "One.")
                    .help("Add one.")
                    .diagnose("zero", 0, "Zero.")
                    .help("Add two."));
    assertThat(failure.help()).isEqualTo("Add one.");
    assertThat(failure).hasMessageContaining("Next: Add one.");
    assertThat(
            failureOf(() -> expect(1).toBe(2).diagnose("zero", 0, "Zero.").help("In general."))
                .help())
        .isEqualTo("In general.");
  }

  @Test
  void theTextForAnIdeHoldsEverything() {
    CheckFailure failure =
        failureOf(
            () ->
                expect(medians)
                    .as("the medians")
                    .toHaveRows(value(120.0))
                    .diagnose("mean-for-median", value(150.2), "These are means.")
                    .help("Call setStrategy."));
    assertThat(failure)
        .hasMessage(
            """
            In the medians, 1 of 1 row differs from what is expected.
            These are means. [mean-for-median]
            Next: Call setStrategy.
            expected:
            name  |  value
            ------|-------
            price | *120.0
            yours:
            name  |  value
            ------|-------
            price | *150.2""");
    assertThat(failure.getStackTrace())
        .anyMatch(element -> element.getClassName().startsWith(DiagnosisTest.class.getName()));
  }

  @Test
  void aKindOfCellIsNamedOnlyIfAllThatDifferAreOfIt() {
    Table right = Table.of("id", "price").row(1, 2.5).row(2, 4.5).row(3, 6.5);

    assertThat(
            namedOf(
                right,
                rows(
                    RowFactory.create(3, 6.0),
                    RowFactory.create(1, 2.0),
                    RowFactory.create(2, 4.5))))
        .isEqualTo("cut: price of 1 is 2.0, expected 2.5");
    assertThat(
            namedOf(
                right,
                rows(
                    RowFactory.create(1, 2.0),
                    RowFactory.create(2, 9.25),
                    RowFactory.create(3, 6.5))))
        .isEqualTo("nothing");
    assertThat(namedOf(right, rows(RowFactory.create(1, 2.0), RowFactory.create(2, 4.5))))
        .isEqualTo("nothing");
  }

  private static String namedOf(Table right, List<Row> rows) {
    CheckFailure failure =
        failureOf(
            () ->
                expect(frame("id INT, price DOUBLE", rows))
                    .toHaveRows(right)
                    .diagnoseCells(
                        "cut",
                        cell -> cell.number() == Math.rint(cell.number()),
                        "{column} of {id} is {yours}, expected {expected}"));
    return failure.diagnosis() == null ? "nothing" : failure.diagnosis() + ": " + failure.message();
  }
}
