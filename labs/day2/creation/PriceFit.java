package day2.creation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How much of the log price of later listings a linear regression explains: with the features that
 * a pipeline makes, and with those that it should make.
 *
 * @param columns numeric columns of listings without gaps
 * @param first a factor
 * @param second the other factor
 */
record PriceFit(List<String> columns, String first, String second) {

  /** Both fits add the same numbers; a feature more or less changes the R² by far more. */
  private static final double ROUNDING = 1e-6;

  /** Judges the features that a pipeline makes. */
  void judge(Pipeline pipeline, Dataset<Row> train, Dataset<Row> test) {
    List<Row> learn = collect(pipeline, train, train);
    List<Row> predict = collect(pipeline, train, test);
    double without = r2(learn, predict, this::plain);
    double with = r2(learn, predict, this::withProduct);
    expect(r2(learn, predict, PriceFit::features))
        .as("the R² of the log price on test, with your features")
        .within(ROUNDING)
        .toBe(with)
        .diagnose(
            "no-product",
            r2 -> Math.abs(r2.doubleValue() - without) < ROUNDING && size(learn) == columns.size(),
            r2 ->
                "A linear regression on your features explains %.1f %% of the log price, as much as one without the product of `%s` and `%s`; with it, it is %.1f %%."
                    .formatted(100 * r2.doubleValue(), first, second, 100 * with))
        .diagnose(
            "sum-for-product",
            r2 -> Math.abs(r2.doubleValue() - without) < ROUNDING && size(learn) > columns.size(),
            r2 ->
                "There is one more feature, and a linear regression explains as much as without it: %.1f %% of the log price. So the feature is a sum of the others. With the product of `%s` and `%s` it is %.1f %%."
                    .formatted(100 * r2.doubleValue(), first, second, 100 * with))
        .diagnose(
            "too-many-products",
            r2 -> size(learn) > columns.size() + 1,
            r2 ->
                "There are %d features where %d were asked for. On test they explain %.2f %% of the log price, and the columns with the product of `%s` and `%s` alone %.2f %%: squares and other products have nothing to tell here, and every one of them is a coefficient to learn."
                    .formatted(
                        size(learn),
                        columns.size() + 1,
                        100 * r2.doubleValue(),
                        first,
                        second,
                        100 * with));
  }

  private List<Row> collect(Pipeline pipeline, Dataset<Row> train, Dataset<Row> df) {
    Dataset<Row> transformed = Products.transform(pipeline, train, df);
    Column[] shown =
        Stream.concat(columns.stream(), Stream.of("price", "features"))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return compute("the features", () -> transformed.select(shown).collectAsList());
  }

  private static double r2(List<Row> learn, List<Row> predict, Function<Row, double[]> features) {
    return LeastSquares.fit(points(learn, features)).r2(points(predict, features));
  }

  private static List<LeastSquares.Point> points(List<Row> rows, Function<Row, double[]> features) {
    List<LeastSquares.Point> points = new ArrayList<>();
    for (Row row : rows) {
      points.add(
          new LeastSquares.Point(
              features.apply(row), Math.log(row.<Number>getAs("price").doubleValue())));
    }
    return points;
  }

  private double[] plain(Row row) {
    return columns.stream().mapToDouble(column -> number(row, column)).toArray();
  }

  private double[] withProduct(Row row) {
    double[] plain = plain(row);
    double[] longer = Arrays.copyOf(plain, plain.length + 1);
    longer[plain.length] = number(row, first) * number(row, second);
    return longer;
  }

  private static double[] features(Row row) {
    return row.<Vector>getAs("features").toArray();
  }

  private static int size(List<Row> rows) {
    return features(rows.get(0)).length;
  }

  private static double number(Row row, String column) {
    return row.<Number>getAs(column).doubleValue();
  }
}
