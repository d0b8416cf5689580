package day2.creation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Feature vectors with a product in plain Java: as they should be, and as known mistakes have them.
 *
 * @param columns the columns that come first
 * @param first a factor
 * @param second the other factor
 */
record Products(List<String> columns, String first, String second) {

  private static final String FEATURES = "features";

  /** Judges what a pipeline makes of {@code df}, which {@code frame} holds. */
  void judge(Pipeline pipeline, Dataset<Row> frame, Rows df) {
    Dataset<Row> transformed = transform(pipeline, frame, frame);
    expect(transformed)
        .as("the transformed frame")
        .toContainColumns(FEATURES)
        .toHaveType(FEATURES, SQLDataTypes.VectorType());
    String[] shown =
        Stream.concat(df.columns().stream(), Stream.of(FEATURES)).toArray(String[]::new);
    expect(compute("the features", () -> transformed.selectExpr(shown)))
        .as("the features")
        .toHaveRows(features(df, row -> and(values(row), product(row))))
        .diagnose(
            "no-product",
            () -> features(df, this::values),
            "The vector holds the columns and nothing else. A linear model can only add them up; what both do together it has to be told, as a product.")
        .diagnose(
            "sum-for-product",
            () -> features(df, row -> and(values(row), value(row, first) + value(row, second))),
            "The last element is the sum of `%s` and `%s`. A linear model makes sums by itself, so this tells it nothing new. Multiply them."
                .formatted(first, second))
        .diagnose(
            "product-of-all",
            () ->
                features(
                    df, row -> and(values(row), values(row).stream().reduce(1.0, (a, b) -> a * b))),
            "The last element is the product of all columns. `Interaction` multiplies all of its input columns: give it the two that belong together.")
        .diagnose(
            "main-effects-lost",
            () -> features(df, row -> List.of(product(row))),
            "The vector holds the product alone. The columns themselves still count, also where the other one is 0: the assembler needs them and, after them, the product.")
        .diagnose("main-effects-lost", () -> without(df, List.of(first)), factorsMissing())
        .diagnose("main-effects-lost", () -> without(df, List.of(second)), factorsMissing())
        .diagnose("main-effects-lost", () -> without(df, List.of(first, second)), factorsMissing())
        .diagnose(
            "product-first",
            () ->
                features(
                    df,
                    row -> Stream.concat(Stream.of(product(row)), values(row).stream()).toList()),
            "The product stands before the columns. The order of the assembler's input columns is the order of the vector, and a coefficient is known by its position alone.")
        .diagnose(
            "too-many-products",
            result -> size(result) > columns.size() + 1,
            result ->
                "The vectors have %d elements, not %d. `PolynomialExpansion` makes the square of each column and the product of each pair, with many columns thousands of them. One product was asked for: `Interaction`."
                    .formatted(size(result), columns.size() + 1));
  }

  /** Fits a pipeline and applies it. */
  static Dataset<Row> transform(Pipeline pipeline, Dataset<Row> train, Dataset<Row> df) {
    return compute("the features", () -> pipeline.fit(train).transform(df));
  }

  private Table features(Rows df, Function<Map<String, Object>, List<Double>> vector) {
    return df.each(row -> row.put(FEATURES, vector.apply(row))).table();
  }

  /** The product, and the columns but for some. */
  private Table without(Rows df, List<String> missing) {
    return features(
        df,
        row ->
            and(
                columns.stream()
                    .filter(column -> !missing.contains(column))
                    .map(column -> value(row, column))
                    .toList(),
                product(row)));
  }

  private String factorsMissing() {
    return "The product is there, but `%s` or `%s` is not, of which it is made. A column still counts by itself, also where the other one is 0: the assembler needs all columns and, after them, the product."
        .formatted(first, second);
  }

  private List<Double> values(Map<String, Object> row) {
    return columns.stream().map(column -> value(row, column)).toList();
  }

  private double product(Map<String, Object> row) {
    return value(row, first) * value(row, second);
  }

  private static double value(Map<String, Object> row, String column) {
    return Rows.number(row, column);
  }

  private static List<Double> and(List<Double> values, double last) {
    List<Double> longer = new ArrayList<>(values);
    longer.add(last);
    return longer;
  }

  private static int size(Dataset<Row> features) {
    return features.select(FEATURES).first().<Vector>getAs(0).size();
  }
}
