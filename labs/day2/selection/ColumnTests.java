package day2.selection;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The p-value of each column by the test that fits, and by the tests that do not.
 *
 * @param rows the rows; an Integer is a category, a Double a number
 * @param columns the columns to test
 * @param label the label
 */
record ColumnTests(Table rows, List<String> columns, String label) {

  private static final StructType SHOWN = StructType.fromDDL("column STRING, pValue DOUBLE");

  /** Both sides compute in doubles; tests that differ are a thousand times farther apart. */
  private static final double ROUNDING = 1e-6;

  /** The p-value by the test that fits the types. */
  double right(String column) {
    return rightTest(column).pValue();
  }

  private Tested rightTest(String column) {
    if (isCategory(column)) {
      return isCategory(label)
          ? Tested.chiSquared(rows, column, label)
          : Tested.anova(rows, label, column);
    }
    return isCategory(label)
        ? Tested.anova(rows, column, label)
        : Tested.regression(rows, column, label);
  }

  /** Judges what an answer returned. */
  void judge(Dataset<Row> tested) {
    expect(tested).as("the p-values").toHaveSchema(SHOWN);
    List<Row> collected =
        compute("the p-values", () -> tested.select("column", "pValue").collectAsList());
    Map<String, Double> found = new HashMap<>();
    collected.forEach(
        row -> found.put(row.getString(0), row.isNullAt(1) ? null : row.getDouble(1)));

    Table expected = Table.of("column", "pValue");
    for (String column : columns) {
      expected = expected.row(column, right(column));
    }
    Predicate<String> category = this::isCategory;
    Predicate<String> number = category.negate();
    Predicate<String> ofClasses = column -> isCategory(label);
    Predicate<String> ofNumber = ofClasses.negate();
    Wrong chiSquaredOfNumber =
        wrong(found, ofNumber, column -> Tested.chiSquared(rows, column, label).pValue());
    Wrong chiSquaredOnNumber =
        wrong(
            found,
            ofClasses.and(number),
            column -> Tested.chiSquared(rows, column, label).pValue());
    Wrong classAsNumber =
        wrong(
            found,
            ofClasses.and(number),
            column -> Tested.regression(rows, column, label).pValue());
    Wrong categoryAsNumber =
        wrong(
            found,
            category,
            column ->
                isCategory(label)
                    ? Tested.anova(rows, column, label).pValue()
                    : Tested.regression(rows, column, label).pValue());
    Wrong numberAsClass =
        wrong(found, ofNumber.and(number), column -> Tested.anova(rows, column, label).pValue());
    Wrong statistic = wrong(found, column -> true, column -> rightTest(column).statistic());
    expect(tested.sparkSession().createDataFrame(collected, SHOWN))
        .as("the p-values")
        .within(ROUNDING)
        .toHaveRows(expected)
        .diagnose(
            "chi-squared-with-continuous-label",
            frame -> chiSquaredOfNumber.column().isPresent(),
            frame ->
                "`%s` was tested with the chi-squared test, but the label `%s` is a number: the test takes each of its %,d different values for a class of its own, and the p-value %s says nothing. Spark does not complain before there are more than 10,000 values. %s"
                    .formatted(
                        chiSquaredOfNumber.name(),
                        label,
                        different(label),
                        chiSquaredOfNumber.value(),
                        isCategory(chiSquaredOfNumber.name())
                            ? "Let the category make the groups of an ANOVA of the label."
                            : "Two numbers need the F-test, `FValueTest`."))
        .diagnose(
            "chi-squared-on-continuous",
            frame -> chiSquaredOnNumber.column().isPresent(),
            frame ->
                "`%s` is a number, some of them measured below zero or with decimals, and was tested with the chi-squared test. That test counts: it takes each of the %,d different values for a level of its own, whatever its size, and comes to p = %s instead of %s. For a number and classes use `ANOVATest`."
                    .formatted(
                        chiSquaredOnNumber.name(),
                        different(chiSquaredOnNumber.name()),
                        chiSquaredOnNumber.value(),
                        text(right(chiSquaredOnNumber.name()))))
        .diagnose(
            "class-as-number",
            frame -> classAsNumber.column().isPresent(),
            frame ->
                "`%s` was tested as if the classes of `%s` were a number: `FValueTest` looks for a straight line through the codes 0, 1, 2, and p = %s comes out. Codes are names, and the middle class may well be the highest. For classes use `ANOVATest`."
                    .formatted(classAsNumber.name(), label, classAsNumber.value()))
        .diagnose(
            "category-as-number",
            frame -> categoryAsNumber.column().isPresent(),
            frame ->
                "`%s` is a category, but its codes were taken for a measurement, and p = %s comes out. Another numbering of the same levels would give another p-value. %s"
                    .formatted(
                        categoryAsNumber.name(),
                        categoryAsNumber.value(),
                        isCategory(label)
                            ? "For a category and classes use `ChiSquareTest`."
                            : "Let the category make the groups: `ANOVATest` with the label as the feature and the category as the label."))
        .diagnose(
            "number-as-class",
            frame -> numberAsClass.column().isPresent(),
            frame ->
                "`%s` was tested with an ANOVA, but the label `%s` is a number: each of its %,d different values makes a group. For two numbers use `FValueTest`."
                    .formatted(numberAsClass.name(), label, different(label)))
        .diagnose(
            "statistic-for-p-value",
            frame -> statistic.column().isPresent(),
            frame ->
                "%s of `%s` is the statistic of the test. The p-value is in the column `pValues` of what the test returns: a probability, and small where the statistic is large."
                    .formatted(statistic.value(), statistic.name()));
  }

  /**
   * A column whose p-value came from a wrong test.
   *
   * @param column its name, if there is one
   * @param found the p-values of the answer
   */
  private record Wrong(Optional<String> column, Map<String, Double> found) {
    String name() {
      return column.orElseThrow();
    }

    String value() {
      return text(found.get(name()));
    }
  }

  private Wrong wrong(
      Map<String, Double> found, Predicate<String> among, Function<String, Double> pValue) {
    return new Wrong(
        columns.stream()
            .filter(among)
            .filter(column -> Objects.nonNull(found.get(column)))
            .filter(column -> !near(found.get(column), right(column)))
            .filter(column -> near(found.get(column), pValue.apply(column)))
            .findFirst(),
        found);
  }

  private static boolean near(double one, double other) {
    return Double.compare(one, other) == 0 || Math.abs(one - other) <= ROUNDING;
  }

  private boolean isCategory(String column) {
    return rows.column(column).get(0) instanceof Integer;
  }

  private long different(String column) {
    return rows.column(column).stream().distinct().count();
  }

  private static String text(double number) {
    return "%.3g".formatted(number);
  }
}
