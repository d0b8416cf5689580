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
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** Wrong answers about wholes, kinds, figures and quantiles, each as somebody would write it. */
final class ProfilingMistakes {

  private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

  private ProfilingMistakes() {}

  /** An overview with one figure replaced. */
  private static Overview with(Overview right, long missing, long duplicates) {
    return new Overview(right.rows(), right.columns(), missing, duplicates);
  }

  /** Counts different rows with an aggregate that skips rows with nulls. */
  @Mistake(task = 1, diagnosis = "distinct-drops-null-rows")
  static final class CountsDistinctColumns extends ProfilingSolution {
    @Override
    public Overview overview(Dataset<Row> df) {
      String[] columns = df.columns();
      Column[] rest = Arrays.stream(columns).skip(1).map(c -> col(c)).toArray(Column[]::new);
      long different = df.agg(countDistinct(col(columns[0]), rest)).first().getLong(0);
      Overview right = super.overview(df);
      return with(right, right.missingCells(), right.rows() - different);
    }
  }

  /** Counts every row that has an equal one, as {@code duplicated(keep=False)} does. */
  @Mistake(task = 1, diagnosis = "every-copy-counted")
  static final class CountsAllCopies extends ProfilingSolution {
    @Override
    public Overview overview(Dataset<Row> df) {
      Overview right = super.overview(df);
      return with(right, right.missingCells(), copies(df, "sum(count)"));
    }
  }

  /** Counts the groups of equal rows. */
  @Mistake(task = 1, diagnosis = "groups-counted")
  static final class CountsGroups extends ProfilingSolution {
    @Override
    public Overview overview(Dataset<Row> df) {
      Overview right = super.overview(df);
      return with(right, right.missingCells(), copies(df, "count(*)"));
    }
  }

  private static long copies(Dataset<Row> df, String figure) {
    return df.groupBy(Arrays.stream(df.columns()).map(c -> col(c)).toArray(Column[]::new))
        .count()
        .filter("count > 1")
        .selectExpr(figure)
        .first()
        .getLong(0);
  }

  /** Takes empty texts and NaN for missing. */
  @Mistake(task = 1, diagnosis = "empty-is-missing")
  static final class CountsEmptyTexts extends ProfilingSolution {
    @Override
    public Overview overview(Dataset<Row> df) {
      Dataset<Row> tidied = df;
      for (StructField field : df.schema().fields()) {
        Column value = col(field.name());
        if (field.dataType() instanceof StringType) {
          tidied = tidied.withColumn(field.name(), when(value.notEqual(""), value));
        } else if (field.dataType() instanceof DoubleType) {
          tidied = tidied.withColumn(field.name(), when(value.isNaN().equalTo(false), value));
        }
      }
      Overview right = super.overview(df);
      return with(right, super.overview(tidied).missingCells(), right.duplicateRows());
    }
  }

  /** Counts the rows that {@code na().drop()} would drop. */
  @Mistake(task = 1, diagnosis = "rows-not-cells")
  static final class CountsRowsWithGaps extends ProfilingSolution {
    @Override
    public Overview overview(Dataset<Row> df) {
      Column gap = lit(false);
      for (String column : df.columns()) {
        gap = gap.or(col(column).isNull());
      }
      Overview right = super.overview(df);
      return with(right, df.filter(gap).count(), right.duplicateRows());
    }
  }

  /** Asks for each column alone. */
  @Mistake(task = 1, diagnosis = "one-job-per-column")
  static final class CountsColumnByColumn extends ProfilingSolution {
    @Override
    public Overview overview(Dataset<Row> df) {
      long missing = 0;
      for (String column : df.columns()) {
        missing += df.filter(col(column).isNull()).count();
      }
      long rows = df.count();
      return new Overview(rows, df.columns().length, missing, rows - df.distinct().count());
    }
  }

  /** Kinds of strings by a rule of the mistake's own. */
  private abstract static class ByRule extends ProfilingSolution {

    abstract boolean categorical(long rows, long values, long different);

    @Override
    public Map<String, String> inferKinds(Dataset<Row> df) {
      Map<String, String> kinds = super.inferKinds(df);
      List<Column> counts = new ArrayList<>(List.of(count(lit(1))));
      List<String> strings = new ArrayList<>();
      for (StructField field : df.schema().fields()) {
        if (field.dataType() instanceof StringType) {
          strings.add(field.name());
          counts.add(count(col(field.name())));
          counts.add(countDistinct(col(field.name())));
        }
      }
      Row found = df.select(counts.toArray(Column[]::new)).first();
      for (int i = 0; i < strings.size(); i++) {
        boolean categorical =
            categorical(found.getLong(0), found.getLong(2 * i + 1), found.getLong(2 * i + 2));
        kinds.put(strings.get(i), categorical ? "categorical" : "text");
      }
      return kinds;
    }
  }

  /** Compares with the number of rows. */
  @Mistake(task = 2, diagnosis = "share-of-rows")
  static final class ComparesWithRows extends ByRule {
    @Override
    boolean categorical(long rows, long values, long different) {
      return values > 0 && 2 * different <= rows;
    }
  }

  /** Counts null among the values. */
  @Mistake(task = 2, diagnosis = "null-is-a-value")
  static final class CountsNullAsValue extends ByRule {
    @Override
    boolean categorical(long rows, long values, long different) {
      return values > 0 && 2 * (different + (values < rows ? 1 : 0)) <= values;
    }
  }

  /** Takes half for too many. */
  @Mistake(task = 2, diagnosis = "half-is-too-many")
  static final class ExcludesHalf extends ByRule {
    @Override
    boolean categorical(long rows, long values, long different) {
      return values > 0 && 2 * different < values;
    }
  }

  /** Forgets that zero of zero is no category. */
  @Mistake(task = 2, diagnosis = "empty-is-categorical")
  static final class CategorisesNothing extends ByRule {
    @Override
    boolean categorical(long rows, long values, long different) {
      return 2 * different <= values;
    }
  }

  /** Knows two numeric types. */
  @Mistake(task = 2, diagnosis = "numeric-types-forgotten")
  static final class KnowsIntAndDouble extends ProfilingSolution {
    @Override
    public Map<String, String> inferKinds(Dataset<Row> df) {
      Map<String, String> kinds = super.inferKinds(df);
      for (StructField field : df.schema().fields()) {
        boolean known =
            field.dataType() instanceof IntegerType || field.dataType() instanceof DoubleType;
        if (kinds.get(field.name()).equals("numeric") && !known) {
          kinds.put(field.name(), "unsupported");
        }
      }
      return kinds;
    }
  }

  /** Knows dates without a time. */
  @Mistake(task = 2, diagnosis = "date-types-forgotten")
  static final class KnowsDatesOnly extends ProfilingSolution {
    @Override
    public Map<String, String> inferKinds(Dataset<Row> df) {
      Map<String, String> kinds = super.inferKinds(df);
      for (StructField field : df.schema().fields()) {
        if (field.dataType().typeName().startsWith("timestamp")) {
          kinds.put(field.name(), "unsupported");
        }
      }
      return kinds;
    }
  }

  /** Reads each string column alone. */
  @Mistake(task = 2, diagnosis = "one-job-per-column")
  static final class ReadsStringByString extends ProfilingSolution {
    @Override
    public Map<String, String> inferKinds(Dataset<Row> df) {
      Map<String, String> kinds = new LinkedHashMap<>();
      for (StructField field : df.schema().fields()) {
        kinds.putAll(super.inferKinds(df.select(field.name())));
      }
      return kinds;
    }
  }

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
  static final class FillsFirst extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      return super.quantiles(df.na().fill(0), columns);
    }
  }

  /** Takes the relative error of an example. */
  @Mistake(task = 4, diagnosis = "too-coarse")
  static final class AllowsFivePercent extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      double[][] found = df.stat().approxQuantile(columns.toArray(String[]::new), SHARES, 0.25);
      Map<String, List<Double>> quantiles = new LinkedHashMap<>();
      for (int i = 0; i < found.length; i++) {
        quantiles.put(columns.get(i), Arrays.stream(found[i]).boxed().toList());
      }
      return quantiles;
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
