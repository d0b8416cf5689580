package day2.profiling;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.skewness;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about figures and quantiles. */
final class ProfilingFigureMistakes {

  private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

  private ProfilingFigureMistakes() {}

  /** Divides by n. */
  @Mistake(task = 3, diagnosis = "population-std")
  static final class DividesByN extends ProfilingSolution {
    @Override
    public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
      return replaced(df, columns, super.summarise(df, columns), "std", c -> stddev_pop(finite(c)));
    }
  }

  private static Column finite(String column) {
    return when(
        org.apache.spark.sql.functions.abs(col(column)).lt(Double.POSITIVE_INFINITY),
        col(column).cast("double"));
  }

  /** The figures with one of them computed in another way. */
  private static Dataset<Row> replaced(
      Dataset<Row> df,
      List<String> columns,
      Dataset<Row> figures,
      String figure,
      java.util.function.Function<String, Column> aggregate) {
    Column[] lines =
        columns.stream()
            .map(c -> struct(lit(c).as("column"), aggregate.apply(c).as(figure)))
            .toArray(Column[]::new);
    Dataset<Row> other = df.select(array(lines).as("lines")).select(inline(col("lines")));
    return figures.drop(figure).join(other, "column");
  }

  /** Summarises the first rows. */
  @Mistake(task = 3, diagnosis = "sample-for-the-whole")
  static final class SummarisesSomeRows extends ProfilingSolution {
    @Override
    public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
      return super.summarise(df.limit(6), columns);
    }
  }

  /** Counts null among the different values. */
  @Mistake(task = 3, diagnosis = "null-is-distinct")
  static final class CountsNullAsDistinct extends ProfilingSolution {
    @Override
    public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
      return replaced(
          df,
          columns,
          super.summarise(df, columns),
          "distinct",
          c -> countDistinct(col(c)).plus(max(col(c).isNull().cast("bigint"))));
    }
  }

  /** Counts rows. */
  @Mistake(task = 3, diagnosis = "rows-not-values")
  static final class CountsRows extends ProfilingSolution {
    @Override
    public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
      return replaced(df, columns, super.summarise(df, columns), "count", c -> count(lit(1)));
    }
  }

  /** Takes the figures of all values, infinite ones too. */
  @Mistake(task = 3, diagnosis = "infinite-in-mean")
  static final class TakesInfinityIn extends ProfilingSolution {
    @Override
    public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
      Column[] lines =
          columns.stream()
              .map(
                  c -> {
                    Column value = col(c).cast("double");
                    return struct(
                        lit(c).as("column"),
                        avg(value).as("mean"),
                        stddev(value).as("std"),
                        min(value).as("min"),
                        max(value).as("max"),
                        skewness(value).as("skewness"));
                  })
              .toArray(Column[]::new);
      Dataset<Row> other = df.select(array(lines).as("lines")).select(inline(col("lines")));
      return super.summarise(df, columns)
          .drop("mean", "std", "min", "max", "skewness")
          .join(other, "column");
    }
  }

  /** Estimates the number of different values. */
  @Mistake(task = 3, diagnosis = "distinct-is-a-guess")
  static final class EstimatesDistinct extends ProfilingSolution {
    @Override
    public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
      return replaced(
          df,
          columns,
          super.summarise(df, columns),
          "distinct",
          c -> approx_count_distinct(col(c)));
    }
  }

  /** Summarises each column alone. */
  @Mistake(task = 3, diagnosis = "one-job-per-column")
  static final class SummarisesOneByOne extends ProfilingSolution {
    @Override
    public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
      List<Row> rows = new ArrayList<>();
      for (String column : columns) {
        rows.add(super.summarise(df, List.of(column)).first());
      }
      return df.sparkSession().createDataFrame(rows, rows.get(0).schema());
    }
  }

  /** Interpolates as pandas does. */
  @Mistake(task = 4, diagnosis = "interpolated")
  static final class Interpolates extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      Row found =
          df.selectExpr(
                  columns.stream()
                      .map(c -> "percentile(%s, array(0.05, 0.25, 0.5, 0.75, 0.95))".formatted(c))
                      .toArray(String[]::new))
              .first();
      Map<String, List<Double>> quantiles = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        quantiles.put(columns.get(i), found.getList(i));
      }
      return quantiles;
    }
  }

  /** Fills the gaps first. */
  @Mistake(task = 4, diagnosis = "nulls-as-zeros")
  static final class FillsQuantiles extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      return super.quantiles(df.na().fill(0), columns);
    }
  }

  /** Takes a relative error that looks small enough. */
  @Mistake(task = 4, diagnosis = "too-coarse")
  static final class AllowsAnError extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      double[][] found = df.stat().approxQuantile(columns.toArray(String[]::new), SHARES, 0.05);
      Map<String, List<Double>> quantiles = new LinkedHashMap<>();
      for (int i = 0; i < found.length; i++) {
        quantiles.put(columns.get(i), Arrays.stream(found[i]).boxed().toList());
      }
      return quantiles;
    }
  }

  /** Takes the quantiles of a sample. */
  @Mistake(task = 4, diagnosis = "too-coarse")
  static final class SamplesFirst extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      return super.quantiles(df.limit(6), columns);
    }
  }

  /** Asks for one quantile at a time. */
  @Mistake(task = 4, diagnosis = "one-job-per-column")
  static final class AsksOneByOne extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      Map<String, List<Double>> quantiles = new LinkedHashMap<>();
      for (String column : columns) {
        quantiles.putAll(super.quantiles(df, List.of(column)));
      }
      return quantiles;
    }
  }
}
