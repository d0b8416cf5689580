package day2.scaling.checks;

import static java.lang.Math.max;
import static java.lang.Math.pow;
import static java.lang.Math.sqrt;

import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.TableRow;
import dev.kindling.data.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Scaling in plain Java. */
final class Scales {

  private Scales() {}

  static DoubleUnaryOperator standard(Values learned) {
    return affine(learned.mean(), learned.sd(), 0, 0);
  }

  static DoubleUnaryOperator range(Values learned, double low, double high) {
    double divisor = (learned.max() - learned.min()) / (high - low);
    return affine(learned.min(), divisor, low, (low + high) / 2);
  }

  /** A column without spread becomes the constant. */
  private static DoubleUnaryOperator affine(
      double shift, double divisor, double offset, double constant) {
    return value -> divisor == 0 ? constant : (value - shift) / divisor + offset;
  }

  private static DoubleUnaryOperator divided(double divisor) {
    return affine(0, divisor, 0, 0);
  }

  /** What makes a row's scaled numbers, learned from train. */
  static Function<TableRow, List<Double>> learned(
      Table train, List<String> columns, Function<Values, DoubleUnaryOperator> scale) {
    List<DoubleUnaryOperator> scales =
        columns.stream().map(column -> scale.apply(train.values(column))).toList();
    return row ->
        IntStream.range(0, columns.size())
            .mapToObj(i -> scales.get(i).applyAsDouble(row.number(columns.get(i))))
            .toList();
  }

  /** What the five scalers make of columns by default, by scaler: a row per column. */
  static Map<String, Table> compared(Table df, List<String> columns) {
    Map<String, Table> compared = new LinkedHashMap<>();
    compared.put("StandardScaler", table(df, columns, (all, row) -> divided(all.sd())));
    compared.put("MinMaxScaler", table(df, columns, (all, row) -> range(all, 0, 1)));
    compared.put(
        "MaxAbsScaler", table(df, columns, (all, row) -> divided(max(all.max(), -all.min()))));
    compared.put(
        "RobustScaler",
        table(df, columns, (all, row) -> divided(all.quantile(0.75) - all.quantile(0.25))));
    compared.put(
        "Normalizer",
        table(
            df,
            columns,
            (all, row) ->
                divided(sqrt(columns.stream().mapToDouble(c -> pow(row.number(c), 2)).sum()))));
    return compared;
  }

  private static Table table(
      Table df, List<String> columns, BiFunction<Values, TableRow, DoubleUnaryOperator> scale) {
    TableBuilder table =
        Table.builder("column:string", "min:double", "max:double", "mean:double", "sd:double");
    for (String column : columns) {
      Values all = df.values(column);
      Values scaled =
          new Values(df.map(row -> scale.apply(all, row).applyAsDouble(row.number(column))));
      table.row(column, scaled.min(), scaled.max(), scaled.mean(), scaled.sd());
    }
    return table.build();
  }
}
