package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.frame;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.rows;
import static dev.kindling.check.Checking.thrownBy;
import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.Table;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.io.NotSerializableException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class KnownErrorsTest {

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "null-unboxed",
              error -> error.is(NullPointerException.class),
              "A price may be null. Test for it first.")
          .diagnose(
              "wrong-type",
              error -> error.is(ClassCastException.class),
              error ->
                  "Got a " + error.group("class java\\.lang\\.(\\w+) cannot").orElse("?") + ".")
          .diagnose(
              "unknown-column",
              error -> error.hasCondition("UNRESOLVED_COLUMN"),
              "There is no such column.");

  @Test
  void anErrorThatSparkThrowsLateIsNamed() {
    CheckFailure failure =
        failureOf(
            () ->
                ERRORS.during(
                    () ->
                        expect(doubled(null, 2.0))
                            .toHaveRows(Table.of("id", "price").row(0, null).row(1, 4.0))));

    assertThat(failure.diagnosis()).isEqualTo("null-unboxed");
    assertThat(failure.message()).isEqualTo("A price may be null. Test for it first.");
    assertThat(failure.rationale()).startsWith("Your function met a null");
    assertThat(failure)
        .hasCauseInstanceOf(AnswerError.class)
        .hasRootCauseInstanceOf(NullPointerException.class);
  }

  @Test
  void anErrorWithoutWordsIsToldBriefly() {
    KnownErrors all = KnownErrors.none().diagnose("anything", error -> true, "Anything.");

    CheckFailure failure =
        failureOf(() -> all.during(() -> fails(new IllegalStateException("a: b\n at c"))));

    assertThat(failure.rationale())
        .isEqualTo("Computing the result failed with IllegalStateException.");
  }

  @Test
  void theMessageCanQuoteTheError() {
    CheckFailure failure =
        failureOf(
            () ->
                ERRORS.during(
                    () ->
                        compute(
                            "the ids",
                            () -> doubled(1.0).select(twice(col("id"))).collectAsList())));

    assertThat(failure.diagnosis()).isEqualTo("wrong-type");
    assertThat(failure.message()).isEqualTo("Got a Integer.");
  }

  @Test
  void anErrorOfTheCallItselfIsNamed() {
    Prices prices = Answers.create(Prices.class, MisspelledPrices.class);

    CheckFailure failure =
        failureOf(() -> ERRORS.during(() -> expect(prices.prices()).toHaveRowCount(1)));

    assertThat(failure.diagnosis()).isEqualTo("unknown-column");
  }

  @Test
  void theFirstDiagnosisThatMatchesWins() {
    KnownErrors errors =
        KnownErrors.none()
            .diagnose("first", error -> error.is(IllegalStateException.class), "First.")
            .or(KnownErrors.none().diagnose("second", error -> true, "Second."));

    assertThat(
            failureOf(() -> errors.during(() -> fails(new IllegalStateException("x")))).diagnosis())
        .isEqualTo("first");
    assertThat(
            failureOf(() -> errors.during(() -> fails(new IllegalArgumentException("x"))))
                .diagnosis())
        .isEqualTo("second");
  }

  @Test
  void anErrorThatIsNotKnownStaysTheAnswersError() {
    AnswerError error =
        thrownBy(
            () -> ERRORS.during(() -> fails(new IllegalStateException("no"))), AnswerError.class);

    assertThat(error).hasMessageContaining("IllegalStateException: no");
  }

  @Test
  void aDiagnosisThatCannotLookIntoTheErrorDoesNotMatch() {
    KnownErrors errors =
        KnownErrors.none()
            .diagnose("broken", error -> error.links().get(99) != null, "Never.")
            .or(ERRORS);

    CheckFailure failure =
        failureOf(() -> errors.during(() -> fails(new NullPointerException("price"))));

    assertThat(failure.diagnosis()).isEqualTo("null-unboxed");
  }

  @Test
  void aTaskThatIsStillToDoStaysToDo() {
    Prices prices = Answers.create(Prices.class, PricesToDo.class);
    KnownErrors all = KnownErrors.none().diagnose("anything", error -> true, "Anything.");

    thrownBy(() -> all.during(() -> expect(prices.prices()).toHaveRowCount(1)), TodoError.class);
  }

  @Test
  void aFaultOfTheCheckIsNotTheAnswers() {
    KnownErrors all = KnownErrors.none().diagnose("anything", error -> true, "Anything.");

    thrownBy(
        () ->
            all.during(
                () -> {
                  throw new IllegalStateException("the check itself");
                }),
        IllegalStateException.class);
  }

  @Test
  void aRememberedFailureWins() {
    CheckFailure failure =
        failureOf(
            () ->
                ERRORS.during(
                    () -> {
                      expect(1).as("the count").toBe(2).diagnose("one-less", 1, "One less.");
                      fails(new NullPointerException());
                    }));

    assertThat(failure.diagnosis()).isEqualTo("one-less");
  }

  @Test
  void nothingHappensWhereNothingFails() {
    passes(() -> ERRORS.during(() -> expect(doubled(1.0)).toHaveRowCount(1)));
  }

  @Test
  void anErrorCanBeAskedWhatItIsAndWhereItCameFrom() {
    var thrown =
        KnownErrors.Thrown.of(
            new IllegalStateException("outer", new NotSerializableException("day9.Sample")));

    assertThat(thrown.is(java.io.IOException.class)).isTrue();
    assertThat(thrown.is(NullPointerException.class)).isFalse();
    assertThat(thrown.says("^day9\\.")).isTrue();
    assertThat(thrown.group("^(\\w+)\\.S")).contains("day9");
    assertThat(thrown.group("(nothing)")).isEmpty();
    assertThat(thrown.hasCondition("UNRESOLVED_COLUMN")).isFalse();
    assertThat(thrown.passedThrough(KnownErrorsTest.class.getName())).isTrue();
    assertThat(thrown.passedThrough("org.apache.spark")).isFalse();
  }

  private static void fails(RuntimeException error) {
    compute(
        "the result",
        () -> {
          throw error;
        });
  }

  private static Dataset<Row> doubled(Double... prices) {
    Row[] rows = new Row[prices.length];
    for (int i = 0; i < prices.length; i++) {
      rows[i] = RowFactory.create(i, prices[i]);
    }
    Dataset<Row> frame = frame("id INT, price DOUBLE", rows(rows)).coalesce(1);
    return frame.select(col("id"), twice(col("price")).as("price"));
  }

  private static Column twice(Column column) {
    return udf((UDF1<Double, Double>) price -> price * 2, DataTypes.DoubleType).apply(column);
  }

  /** A contract. */
  @Lab(day = 1, order = 1, title = "Prices", minutes = 1)
  interface Prices {

    @Task(
        value = 1,
        points = 100,
        title = "Select",
        hints = {})
    Dataset<Row> prices();
  }

  static final class MisspelledPrices implements Prices {
    @Override
    public Dataset<Row> prices() {
      return doubled(1.0).select("prize");
    }
  }

  static final class PricesToDo implements Prices {
    @Override
    public Dataset<Row> prices() {
      throw new UnsupportedOperationException("TODO 1: select");
    }
  }
}
