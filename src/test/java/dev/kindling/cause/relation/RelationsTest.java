package dev.kindling.cause.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.EntryComparison;
import dev.kindling.check.compare.RowSet;
import dev.kindling.check.compare.Tolerance;
import dev.kindling.check.compare.Tolerances;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relation is found where it holds for all values, and is not where one of them differs. */
final class RelationsTest {

  private static final List<Double> OURS = List.of(0.3137, 0.7241, 0.5, 0.1259);

  static Stream<Arguments> formulas() {
    return Stream.of(
        formula("sign-turned", x -> -x),
        formula("rounded", x -> Math.round(x * 100) / 100.0),
        formula("single-precision", x -> (float) x),
        formula("squared", x -> x * x),
        formula("root-taken", Math::sqrt),
        formula("natural-logarithm", Math::log),
        formula("log-of-one-more", Math::log1p),
        formula("decimal-logarithm", Math::log10),
        formula("exponential", Math::exp),
        formula("log-base", x -> x / Math.log(2)),
        formula("degrees-and-radians", Math::toRadians),
        formula("complement", x -> 1 - x),
        formula("turned-over", x -> 1 / x),
        formula("percent", x -> x * 100),
        formula("share-for-percent", x -> x / 100),
        formula("twice", x -> x * 2),
        formula("constant-factor", x -> x * 1.0845),
        formula("constant-shift", x -> x + 0.25),
        formula("off-by-one", x -> x + 1),
        formula("n-and-n-minus-1", x -> x * Math.sqrt(9.0 / 10)),
        formula("n-and-n-minus-1", x -> x * Math.sqrt(10.0 / 9)));
  }

  private static Arguments formula(String id, DoubleUnaryOperator of) {
    return Arguments.of(id, of);
  }

  private static List<Double> theirs(DoubleUnaryOperator of) {
    return OURS.stream().map(of::applyAsDouble).collect(Collectors.toCollection(ArrayList::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void aFormulaThatHoldsForAllNumbersIsNamed(String id, DoubleUnaryOperator of) {
    assertThat(cause(OURS, theirs(of))).isEqualTo(id);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void aFormulaThatFailsForOneNumberIsNot(String id, DoubleUnaryOperator of) {
    List<Double> theirs = theirs(of);
    theirs.set(3, theirs.get(3) + 0.0123);

    assertThat(cause(OURS, theirs)).isEqualTo("none");
  }

  @Test
  void aNumberTooPoorToMeanAnythingIsNotNamed() {
    assertThat(cause(List.of(1.0), List.of(-1.0))).isEqualTo("none");
    assertThat(cause(List.of(2.0, 4.0), List.of(4.0, 8.0))).isEqualTo("none");
  }

  @Test
  void roundNumbersAreNoSampleAndNoPopulation() {
    assertThat(cause(List.of(4.5, 3.5, 12.5, 25.75), List.of(4.0, 3.0, 12.0, 25.0)))
        .isEqualTo("cut-to-whole");
    assertThat(cause(List.of(4.5, 3.5, 2.75), List.of(4.0, 3.0, 2.5))).isEqualTo("none");
  }

  @Test
  void whatGrowsBeyondAllNumbersExplainsNone() {
    assertThat(cause(List.of(8412.25, 1031.75, 5530.5), List.of(8397.125, 1044.5, 5561.0)))
        .isEqualTo("none");
  }

  @Test
  void oneNumberWithManyDigitsIsEnough() {
    assertThat(cause(List.of(0.31371), List.of(-0.31371))).isEqualTo("sign-turned");
    assertThat(cause(List.of(0.31371), List.of(31.371))).isEqualTo("percent");
  }

  @Test
  void aGapInThePlaceOfAnotherIsTold() {
    assertThat(cause(Arrays.asList(1.5, null), List.of(1.5, 0.0))).isEqualTo("gap-as-zero");
    assertThat(cause(List.of(1.5, 0.0), Arrays.asList(1.5, null))).isEqualTo("gap-as-null");
    assertThat(cause(Arrays.asList(1.5, null), List.of(1.5, Double.NaN))).isEqualTo("gap-as-nan");
    assertThat(cause(Arrays.asList("a", null), List.of("a", ""))).isEqualTo("gap-as-empty");
    assertThat(cause(Arrays.asList(1.5, null), List.of(1.75, 0.0))).isEqualTo("none");
    assertThat(cause(Arrays.asList("a", null), List.of("a", "Missing"))).isEqualTo("gap-filled");
    assertThat(cause(List.of("a", "b"), Arrays.asList("a", null))).isEqualTo("gap-left");
    assertThat(cause(List.of("a", "c", "c"), List.of("a", "d", "d")))
        .isEqualTo("constant-for-constant");
    assertThat(cause(List.of(7, 3, 3), List.of(7, 8, 8))).isEqualTo("none");
    // What says how the one came from the other says more.
    assertThat(cause(List.of(181.5, 181.5), List.of(181.5 * 181.5, 181.5 * 181.5)))
        .isEqualTo("squared");
    assertThat(cause(Arrays.asList(1.0, null, null), List.of(1.0, 2.0, 3.0))).isEqualTo("none");
  }

  @Test
  void textsInAnotherFormAreTold() {
    assertThat(cause(List.of("Bern", "Uri"), List.of("bern", "uri"))).isEqualTo("lower-case");
    assertThat(cause(List.of("Bern", "Uri"), List.of(" Bern", "Uri"))).isEqualTo("not-blanks-cut");
    assertThat(cause(List.of("Bern", "Uri"), List.of("bern", "Zug"))).isEqualTo("none");
  }

  @Test
  void datesThatAreOffByTheSameAreTold() {
    LocalDate day = LocalDate.of(2024, 2, 29);
    assertThat(cause(List.of(day, day.plusDays(9)), List.of(day.plusDays(1), day.plusDays(10))))
        .isEqualTo("neighbouring-day");
    assertThat(cause(List.of(day, day.plusDays(9)), List.of(day.plusDays(1), day.plusDays(9))))
        .isEqualTo("none");
  }

  @Test
  void theOrderOfTheRightRowsIsTold() {
    List<String> ours = List.of("9", "10", "2", "33");
    assertThat(cause(ours, List.of("33", "2", "10", "9"))).isEqualTo("reversed");
    assertThat(cause(ours, List.of("10", "2", "33", "9"))).isEqualTo("sorted-up");
    assertThat(cause(List.of(9, 10, 2, 33), List.of(33, 10, 9, 2))).isEqualTo("sorted-down");
    assertThat(cause(List.of(9, 2, 10, 33), List.of(10, 2, 33, 9))).isEqualTo("sorted-as-text");
    assertThat(cause(ours, List.of("2", "9", "33", "10"))).isEqualTo("none");
  }

  @Test
  void numbersThatDifferByRoundingAreTheRightRowsInAnotherOrder() {
    List<Double> ours = List.of(15.1, 8.5, 5.75, 6.25);
    assertThat(cause(ours, List.of(6.25, 5.75 + 1e-13, 8.5, 15.1 - 1e-13))).isEqualTo("reversed");
    assertThat(cause(ours, List.of(5.75 + 1e-13, 6.25, 8.5, 15.1))).isEqualTo("sorted-up");
    assertThat(cause(ours, List.of(6.25, 5.76, 8.5, 15.1))).isEqualTo("none");
  }

  @Test
  void fewerRowsAreNotTheRightRowsInAnotherOrder() {
    RowSet ours = rows(List.of(3, 0.5, 1.0), List.of(1, 0.75, 1.5), List.of(2, 0.25, 2.0));
    RowSet theirs = rows(List.of(2, 0.25, 2.0), List.of(1, 0.75, 1.5));

    assertThat(cause(new Compared(theirs, Optional.of(ours), Tolerances.DEFAULT, true)))
        .isEqualTo("none");
  }

  @Test
  void swappedColumnsAreTold() {
    RowSet ours = rows(List.of(1, 0.5, 0.25), List.of(2, 0.75, 0.125));
    RowSet theirs = rows(List.of(1, 0.25, 0.5), List.of(2, 0.125, 0.75));

    assertThat(cause(frames(ours, theirs))).isEqualTo("columns-swapped");
  }

  @Test
  void rowsAreHeldAgainstThoseOfTheSameKeyWhateverTheirOrder() {
    RowSet ours = rows(List.of(1, 0.51, 1.0), List.of(2, 0.7523, 1.0));
    RowSet theirs = rows(List.of(2, 75.23, 1.0), List.of(1, 51.0, 1.0));

    assertThat(cause(frames(ours, theirs))).isEqualTo("percent");
  }

  @Test
  void valuesOfAMapAreHeldAgainstThoseOfTheSameKey() {
    Map<String, Double> ours = Map.of("a", 0.51, "b", -0.7523);
    var comparison = new EntryComparison(Tolerance.DEFAULT);

    assertThat(cause(comparison.compared(ours, Map.of("b", 0.7523, "a", -0.51))))
        .isEqualTo("sign-turned");
    assertThat(cause(comparison.compared(ours, Map.of("b", 0.7523, "a", -0.52)))).isEqualTo("none");
  }

  @Test
  void whatMissingRowsHaveInCommonIsTold() {
    RowSet ours =
        rows(Arrays.asList(1, null, 1.0), List.of(2, 0.75, 1.0), Arrays.asList(3, null, 2.0));

    assertThat(cause(frames(ours, rows(List.of(2, 0.75, 1.0))))).isEqualTo("null-rows-gone");
    assertThat(cause(frames(ours, rows(Arrays.asList(3, null, 2.0))))).isEqualTo("none");
  }

  @Test
  void vectorsInAnotherOrderAreToldIfItIsTheSameForAllRows() {
    List<Vector> ours = List.of(Vectors.dense(1, 2.5, 3), Vectors.dense(4, 5, 6));

    assertThat(cause(ours, List.of(Vectors.dense(3, 1, 2.5), Vectors.dense(6, 4, 5))))
        .isEqualTo("elements-in-another-order");
    assertThat(cause(ours, List.of(Vectors.dense(3, 1, 2.5), Vectors.dense(6, 5, 4))))
        .isEqualTo("none");
  }

  private static String cause(List<?> expected, List<?> actual) {
    return cause(Compared.list(actual, expected, Tolerance.DEFAULT, true));
  }

  private static String cause(Compared compared) {
    return Relations.cause(compared).map(Cause::id).orElse("none");
  }

  private static Compared frames(RowSet expected, RowSet actual) {
    return new Compared(actual, Optional.of(expected), Tolerances.DEFAULT, false);
  }

  @SafeVarargs
  private static RowSet rows(List<Object>... rows) {
    List<DataType> types =
        List.of(DataTypes.IntegerType, DataTypes.DoubleType, DataTypes.DoubleType);
    List<List<Object>> all = new ArrayList<>();
    for (List<Object> row : rows) {
      all.add(row);
    }
    return new RowSet(List.of("id", "one", "other"), types, all);
  }
}
