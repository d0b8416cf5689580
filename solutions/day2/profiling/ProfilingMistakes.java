package day2.profiling;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
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
import org.apache.spark.sql.types.StructType;

/** Wrong answers about wholes and kinds, each as somebody would write it. */
final class ProfilingMistakes {

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

  /** An overview whose missing cells are counted by another rule. */
  private abstract static class Counting extends ProfilingSolution {

    abstract Column missing(StructType schema);

    @Override
    public Overview overview(Dataset<Row> df) {
      Row found = df.agg(count(lit(1)), sum(missing(df.schema()))).first();
      long repeated = found.getLong(0) - df.distinct().count();
      return new Overview(found.getLong(0), df.columns().length, found.getLong(1), repeated);
    }
  }

  /** Takes empty texts and NaN for missing. */
  @Mistake(task = 1, diagnosis = "empty-is-missing")
  static final class CountsEmptyTexts extends Counting {
    @Override
    Column missing(StructType schema) {
      Column gaps = lit(0L);
      for (StructField field : schema.fields()) {
        Column value = col(field.name());
        Column gap = value.isNull();
        if (field.dataType() instanceof StringType) {
          gap = gap.or(value.equalTo(""));
        } else if (field.dataType() instanceof DoubleType) {
          gap = gap.or(value.isNaN());
        }
        gaps = gaps.plus(when(gap, 1).otherwise(0));
      }
      return gaps;
    }
  }

  /** Counts the rows that {@code na().drop()} would drop. */
  @Mistake(task = 1, diagnosis = "rows-not-cells")
  static final class CountsRowsWithGaps extends Counting {
    @Override
    Column missing(StructType schema) {
      Column gap = lit(false);
      for (String column : schema.fieldNames()) {
        gap = gap.or(col(column).isNull());
      }
      return when(gap, 1L).otherwise(0L);
    }
  }

  /** Looks at the first rows. */
  @Mistake(task = 1, diagnosis = "sample-for-the-whole")
  static final class LooksAtSomeRows extends ProfilingSolution {
    @Override
    public Overview overview(Dataset<Row> df) {
      return super.overview(df.limit(5));
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

  /** Estimates how many values there are. */
  @Mistake(task = 2, diagnosis = "distinct-is-a-guess")
  static final class EstimatesKinds extends ProfilingSolution {
    @Override
    public Map<String, String> inferKinds(Dataset<Row> df) {
      Map<String, String> kinds = super.inferKinds(df.limit(0));
      List<Column> counts = new ArrayList<>(List.of(count(lit(1))));
      List<String> strings = new ArrayList<>();
      for (StructField field : df.schema().fields()) {
        if (field.dataType() instanceof StringType) {
          strings.add(field.name());
          counts.add(count(col(field.name())));
          counts.add(approx_count_distinct(col(field.name())));
        }
      }
      Row found = df.select(counts.toArray(Column[]::new)).first();
      for (int i = 0; i < strings.size(); i++) {
        long values = found.getLong(2 * i + 1);
        boolean repeats = values > 0 && 2 * found.getLong(2 * i + 2) <= values;
        kinds.put(strings.get(i), repeats ? "categorical" : "text");
      }
      return kinds;
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
}
