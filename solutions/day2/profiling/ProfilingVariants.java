package day2.profiling;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.corr;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/** Other right answers. */
final class ProfilingVariants {

  private ProfilingVariants() {}

  @Variant("SQL expressions and small collected results")
  static final class InSql extends ProfilingSolution {

    @Override
    public Overview overview(Dataset<Row> df) {
      Dataset<Row> copies =
          df.groupBy(Arrays.stream(df.columns()).map(c -> col(c)).toArray(Column[]::new))
              .agg(count(lit(1)).as("copies of the row"));
      String gaps =
          Arrays.stream(df.columns())
              .map(c -> "cast(`%s` is null as int)".formatted(c))
              .collect(Collectors.joining(" + "));
      Row found =
          copies
              .selectExpr(
                  "sum(`copies of the row`)",
                  "sum(`copies of the row` * (%s))".formatted(gaps),
                  "count(*)")
              .first();
      return new Overview(
          found.getLong(0),
          df.columns().length,
          found.getLong(1),
          found.getLong(0) - found.getLong(2));
    }

    @Override
    public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
      String isFinite = "filter (where abs(`%1$s`) < double('Infinity'))";
      List<String> figures =
          List.of(
              "count(`%1$s`)",
              "count(*) - count(`%1$s`)",
              "count(distinct `%1$s`)",
              "count(`%1$s`) - count(1) " + isFinite,
              "count(1) filter (where `%1$s` = 0)",
              "cast(avg(`%1$s`) " + isFinite + " as double)",
              "std(`%1$s`) " + isFinite,
              "cast(min(`%1$s`) " + isFinite + " as double)",
              "cast(max(`%1$s`) " + isFinite + " as double)",
              "skewness(`%1$s`) " + isFinite);
      Row found =
          df.selectExpr(
                  columns.stream()
                      .flatMap(column -> figures.stream().map(f -> f.formatted(column)))
                      .toArray(String[]::new))
              .first();
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        List<Object> row = new ArrayList<>(List.of(columns.get(i)));
        for (int j = 0; j < figures.size(); j++) {
          row.add(found.get(i * figures.size() + j));
        }
        rows.add(RowFactory.create(row.toArray()));
      }
      return df.sparkSession()
          .createDataFrame(
              rows,
              StructType.fromDDL(
                  "column STRING, count BIGINT, missing BIGINT, distinct BIGINT, infinite BIGINT,"
                      + " zeros BIGINT, mean DOUBLE, std DOUBLE, min DOUBLE, max DOUBLE,"
                      + " skewness DOUBLE"));
    }

    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      Row found =
          df.selectExpr(
                  columns.stream()
                      .map(
                          c ->
                              "percentile_approx(cast(`%s` as double), array(0.05, 0.25, 0.5, 0.75, 0.95), 1000000)"
                                  .formatted(c))
                      .toArray(String[]::new))
              .first();
      Map<String, List<Double>> quantiles = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        quantiles.put(columns.get(i), found.getList(i));
      }
      return quantiles;
    }
  }

  @Variant("Ranks with windows, and χ² cell by cell from a crosstab")
  static final class WithWindows extends ProfilingSolution {

    @Override
    public List<Correlation> correlate(
        Dataset<Row> df, List<String> numeric, List<String> categorical) {
      List<Correlation> found = new ArrayList<>();
      for (String first : numeric) {
        for (String second : numeric.subList(numeric.indexOf(first) + 1, numeric.size())) {
          Row values =
              df.filter(col(first).isNotNull().and(col(second).isNotNull()))
                  .select(
                      col(first), col(second), ranks(first).as("one"), ranks(second).as("other"))
                  .select(corr(first, second), corr("one", "other"))
                  .first();
          found.add(new Correlation(first, second, "pearson", values.getDouble(0)));
          found.add(new Correlation(first, second, "spearman", values.getDouble(1)));
        }
      }
      for (String first : categorical) {
        for (String second :
            categorical.subList(categorical.indexOf(first) + 1, categorical.size())) {
          Dataset<Row> both = df.select(first, second).na().drop();
          found.add(
              new Correlation(
                  first, second, "cramers_v", fromTable(both.stat().crosstab(first, second))));
        }
      }
      return found;
    }

    private static Column ranks(String column) {
      return rank()
          .over(Window.orderBy(column))
          .plus(count(lit(1)).over(Window.partitionBy(column)).minus(1).divide(2));
    }

    private static double fromTable(Dataset<Row> crosstab) {
      List<Row> lines = crosstab.collectAsList();
      int width = crosstab.columns().length - 1;
      double[] columns = new double[width];
      double n = 0;
      for (Row line : lines) {
        for (int j = 0; j < width; j++) {
          columns[j] += line.getLong(j + 1);
          n += line.getLong(j + 1);
        }
      }
      double chi = 0;
      for (Row line : lines) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
          sum += line.getLong(j + 1);
        }
        for (int j = 0; j < width; j++) {
          double expected = sum * columns[j] / n;
          chi += Math.pow(line.getLong(j + 1) - expected, 2) / expected;
        }
      }
      return Math.sqrt(chi / n / (Math.min(width, lines.size()) - 1));
    }
  }
}
