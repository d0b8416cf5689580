package day2.pca;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import dev.kindling.reference.PrincipalComponents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A projection that an answer should have learned, and what known mistakes make of it.
 *
 * @param train the rows to learn from
 * @param test the rows that lay beside them
 * @param columns the columns
 * @param k how many components
 */
record Projection(Table train, Table test, List<String> columns, int k) {

  private static final StructType SHOWN = StructType.fromDDL("id INT, pca ARRAY<DOUBLE>");

  /** Both sides compute in doubles with numbers around 1; a mistake is a million times larger. */
  private static final double ROUNDING = 1e-6;

  /**
   * Judges a fitted pipeline by what it makes of rows.
   *
   * @param df some rows with an id
   * @param rows the same in plain Java
   */
  void judge(PipelineModel model, Dataset<Row> df, Table rows) {
    Dataset<Row> transformed = compute("the components", () -> model.transform(df));
    expect(transformed).as("the projected frame").toContainColumns("pca");
    List<Row> found =
        compute(
            "the components",
            () ->
                transformed
                    .select(col("id"), vector_to_array(col("pca"), "float64").as("pca"))
                    .collectAsList());
    expect(found.size()).as("the number of projected rows").toBe(rows.size());
    expect(found.get(0).getList(1).size())
        .as("the length of `pca`")
        .toBe(k)
        .diagnose(
            "k-ignored",
            columns.size(),
            "`pca` has as many numbers as there are columns: the rows were turned, but nothing got smaller. Give k to `setK`.");

    Map<Integer, List<Double>> byId = new HashMap<>();
    found.forEach(row -> byId.put(row.getInt(0), row.getList(1)));
    Function<List<List<Double>>, Table> aligned = values -> aligned(rows, values, byId);
    expect(df.sparkSession().createDataFrame(found, SHOWN))
        .as("the components")
        .within(ROUNDING)
        .toHaveRows(aligned.apply(right(rows)))
        .diagnose(
            "not-centred",
            () -> aligned.apply(uncentred(rows)),
            frame ->
                "The directions are right, but the rows were not centred before they were projected: all of them are shifted, %s. `StandardScaler` leaves the mean where it is unless told otherwise, and `PCA` does not subtract it in `transform`. Call setWithMean(true)."
                    .formatted(shift()))
        .diagnose(
            "unscaled-pca", () -> aligned.apply(unscaled(rows, true)), frame -> unscaledMessage())
        .diagnose(
            "unscaled-pca", () -> aligned.apply(unscaled(rows, false)), frame -> unscaledMessage())
        .diagnose(
            "scaled-after-pca",
            () -> aligned.apply(scaledAfterwards(rows, true)),
            frame -> scaledAfterwardsMessage())
        .diagnose(
            "scaled-after-pca",
            () -> aligned.apply(scaledAfterwards(rows, false)),
            frame -> scaledAfterwardsMessage())
        .diagnose(
            "fit-on-all-rows",
            () -> aligned.apply(learnedFrom(union(), rows)),
            "Means, scales and directions were learned from train and test together. Whatever is measured on test later, its rows have had a say in how they are seen. Fit on train only.")
        .diagnose(
            "fit-on-test",
            () -> aligned.apply(learnedFrom(test, rows)),
            "Means, scales and directions were learned from test. What is used on test must come from train; when a model is in use, test is one row, and that has no direction.");
  }

  private List<List<Double>> right(Table rows) {
    return learnedFrom(train, rows);
  }

  private List<List<Double>> learnedFrom(Table learned, Table rows) {
    Components components = scaled(learned);
    return components.project(components.scaled(rows));
  }

  private List<List<Double>> uncentred(Table rows) {
    Components components = scaled(train);
    return components.project(components.uncentred(rows));
  }

  private List<List<Double>> unscaled(Table rows, boolean centred) {
    Components components = new Components(PrincipalComponents.unscaled(train, columns), k);
    return components.project(centred ? components.scaled(rows) : components.uncentred(rows));
  }

  /** Each component of the rows as they are, divided by its standard deviation. */
  private List<List<Double>> scaledAfterwards(Table rows, boolean centred) {
    List<Double> variances = PrincipalComponents.unscaled(train, columns).variances();
    return Components.each(
        unscaled(rows, centred), (value, c) -> value / Math.sqrt(variances.get(c)));
  }

  private Components scaled(Table learned) {
    return new Components(PrincipalComponents.scaled(learned, columns), k);
  }

  private Table union() {
    List<List<Object>> rows = new ArrayList<>(train.rows());
    rows.addAll(test.rows());
    return new Table(train.columns(), rows);
  }

  /** The largest shift that comes of not centring, and along which component. */
  private String shift() {
    Components components = scaled(train);
    List<Double> means =
        components
            .project(
                List.of(
                    IntStream.range(0, columns.size())
                        .mapToObj(
                            i -> components.of().means().get(i) / components.of().sds().get(i))
                        .toList()))
            .get(0);
    int farthest =
        IntStream.range(0, means.size())
            .boxed()
            .max((a, b) -> Double.compare(Math.abs(means.get(a)), Math.abs(means.get(b))))
            .orElseThrow();
    return "by %.1f along component %d".formatted(Math.abs(means.get(farthest)), farthest + 1);
  }

  private String unscaledMessage() {
    PrincipalComponents unscaled = PrincipalComponents.unscaled(train, columns);
    List<Double> first = unscaled.vectors().get(0);
    int loudest =
        IntStream.range(0, columns.size())
            .boxed()
            .max((a, b) -> Double.compare(Math.abs(first.get(a)), Math.abs(first.get(b))))
            .orElseThrow();
    return "The columns were not scaled, so the one with the largest numbers decides: the first component has %.1f %% of the variance, and it is little else than `%s`. In other units of the same columns the result would be another. Let a `StandardScaler` come before the `PCA`."
        .formatted(100 * unscaled.shares().get(0), columns.get(loudest));
  }

  private static String scaledAfterwardsMessage() {
    return "The scaler comes after the `PCA`: the directions were found among columns of different scales, where the one with the largest numbers decides, and only the results were scaled. Scale first, then project.";
  }

  /** The values as a table, each component with the sign that is nearer to what was found. */
  private static Table aligned(
      Table rows, List<List<Double>> values, Map<Integer, List<Double>> found) {
    List<Object> ids = rows.column("id");
    int size = values.get(0).size();
    double[] agreement = new double[size];
    for (int row = 0; row < values.size(); row++) {
      List<Double> other = found.get((Integer) ids.get(row));
      for (int c = 0; c < size && other != null; c++) {
        agreement[c] += values.get(row).get(c) * other.get(c);
      }
    }
    List<List<Double>> signed =
        Components.each(values, (value, c) -> agreement[c] < 0 ? -value : value);
    return new Table(
        List.of("id", "pca"),
        IntStream.range(0, values.size())
            .mapToObj(row -> List.<Object>of(ids.get(row), signed.get(row)))
            .toList());
  }
}
