package day2.scaling;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What five scalers make of columns, in plain Java: as it should be, and as known mistakes have it.
 *
 * @param df the rows
 * @param quartilesOff how far what {@code RobustScaler} gives may be off: it finds quartiles by
 *     rank, and ways to find them differ by a rank or two
 */
record ScalerTable(Numbers df, double quartilesOff) {

  private static final String ROBUST = "RobustScaler";

  /** Judges a table that comparing the scalers gave. */
  void judge(Dataset<Row> compared) {
    expect(compared)
        .as("the comparison")
        .toHaveColumns("scaler", "column", "min", "max", "mean", "sd");
    // Collected once, so that the robust rows can have a tolerance of their own.
    Dataset<Row> rows =
        compute(
            "the comparison",
            () ->
                compared
                    .sparkSession()
                    .createDataFrame(compared.collectAsList(), compared.schema()));
    expect(rows.where(col("scaler").notEqual(ROBUST)))
        .as("the comparison")
        .toHaveRows(table(scalers()))
        .diagnose(
            "not-the-default",
            () -> table(with("StandardScaler", Affine.standard(df))),
            "`StandardScaler` has a mean of 0 here, so `withMean` was switched on. The table shows what each scaler does by default, and by default this one only divides. `explainParams()` tells the defaults of any stage.")
        .diagnose(
            "normalizer-per-column",
            () -> table(with("Normalizer", perColumn())),
            "The rows of `Normalizer` are columns divided by the length of the column. That is what one might expect of a scaler, but `Normalizer` divides each *row* by the length of the row. It has no `fit`: there is nothing about columns to learn.")
        .diagnose(
            "population-sd",
            () -> table(scalers(), this::populationSd),
            "`sd` is the standard deviation of a population, a sum over n. The rows are a sample: `stddev`, or `stddev_samp`, divides by n - 1.")
        .diagnose(
            "constant-to-low",
            () -> table(with("MinMaxScaler", Affine.range(df, 0, 1).withConstant(0))),
            "`MinMaxScaler` does not make 0 of a column that has only one value. Its smallest value is its largest, so any place is as good as another, and Spark takes the middle: 0.5 * (max + min).");
    expect(rows.where(col("scaler").equalTo(ROBUST)))
        .as("the comparison, RobustScaler")
        .within(quartilesOff)
        .toHaveRows(robust(df.zeros()))
        .diagnose(
            "not-the-default",
            () -> robust(df.each(values -> values.quantile(0.5))),
            "`RobustScaler` has its middle at 0 here, so `withCentering` was switched on. The table shows what each scaler does by default, and by default this one only divides, too.");
  }

  private Table robust(double[] shift) {
    double[] divisor = df.each(ScalerTable::quartileRange);
    return table(Map.of(ROBUST, new Affine(shift, divisor, 0, 0)));
  }

  private static double quartileRange(Values values) {
    return values.quantile(0.75) - values.quantile(0.25);
  }

  private Map<String, UnaryOperator<double[]>> scalers() {
    Map<String, UnaryOperator<double[]>> scalers = new LinkedHashMap<>();
    scalers.put("StandardScaler", Affine.uncentred(df));
    scalers.put("MinMaxScaler", Affine.range(df, 0, 1));
    scalers.put("MaxAbsScaler", new Affine(df.zeros(), df.each(ScalerTable::largest), 0, 0));
    scalers.put("Normalizer", Affine::unitLength);
    return scalers;
  }

  private Map<String, UnaryOperator<double[]>> with(String scaler, UnaryOperator<double[]> other) {
    Map<String, UnaryOperator<double[]>> scalers = scalers();
    scalers.put(scaler, other);
    return scalers;
  }

  private Affine perColumn() {
    double[] lengths =
        df.each(
            values -> Math.sqrt(Arrays.stream(values.sorted()).map(value -> value * value).sum()));
    return new Affine(df.zeros(), lengths, 0, 0);
  }

  private static double largest(Values values) {
    return Arrays.stream(values.sorted()).map(Math::abs).max().orElseThrow();
  }

  private double populationSd(Values values) {
    double n = values.present().size();
    return values.sd() * Math.sqrt((n - 1) / n);
  }

  private Table table(Map<String, ? extends UnaryOperator<double[]>> scalers) {
    return table(scalers, Values::sd);
  }

  private Table table(
      Map<String, ? extends UnaryOperator<double[]>> scalers, ToDoubleFunction<Values> sd) {
    List<List<Object>> lines = new ArrayList<>();
    scalers.forEach(
        (name, scaler) -> {
          List<double[]> scaled = df.rows().stream().map(scaler).toList();
          for (int i = 0; i < df.columns().size(); i++) {
            int place = i;
            Values values = new Values(scaled.stream().map(row -> (Object) row[place]).toList());
            double[] sorted = values.sorted();
            lines.add(
                List.of(
                    name,
                    df.columns().get(i),
                    sorted[0],
                    sorted[sorted.length - 1],
                    values.mean(),
                    sd.applyAsDouble(values)));
          }
        });
    return new Table(List.of("scaler", "column", "min", "max", "mean", "sd"), lines);
  }
}
