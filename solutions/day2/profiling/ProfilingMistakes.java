package day2.profiling;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import dev.kindling.profile.Comparison;
import dev.kindling.profile.Profile;
import dev.kindling.profile.report.DriftType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Known wrong answers. */
final class ProfilingMistakes {

  private ProfilingMistakes() {}

  @Mistake(
      task = 1,
      diagnosis = "distinct-drops-null-rows",
      says =
          "{duplicates} rows are called duplicates, among them every row with a null in it: `countDistinct` over several columns skips a row in which any of them is null. Compare whole rows: `df.distinct()` and `dropDuplicates` take null for equal to null.")
  static final class CountsDistinctColumns extends ProfilingSolution {
    @Override
    long different(Dataset<Row> df) {
      String[] columns = df.columns();
      Column[] rest = Arrays.stream(columns).skip(1).map(c -> col(c)).toArray(Column[]::new);
      return df.agg(countDistinct(col(columns[0]), rest)).first().getLong(0);
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "every-copy-counted",
      says =
          "{duplicates} rows are in groups of equal rows, but one of each group is no repetition. Rows that repeat an earlier one are all rows minus the different rows.")
  static final class CountsAllCopies extends ProfilingSolution {
    @Override
    long different(Dataset<Row> df) {
      return df.count() - copies(df, "sum(count)");
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "groups-counted",
      says =
          "{duplicates} is the number of *groups* of equal rows. A row that is there three times repeats itself twice: count all rows minus the different rows.")
  static final class CountsGroups extends ProfilingSolution {
    @Override
    long different(Dataset<Row> df) {
      return df.count() - copies(df, "count(*)");
    }
  }

  private static long copies(Dataset<Row> df, String figure) {
    Column[] all = Arrays.stream(df.columns()).map(c -> col(c)).toArray(Column[]::new);
    return df.groupBy(all).count().filter("count > 1").selectExpr(figure).first().getLong(0);
  }

  @Mistake(
      task = 1,
      diagnosis = "rows-not-cells",
      says =
          "{missing} is the number of *rows* in which something is missing. A row can lack more than one cell: add up the nulls of the columns.")
  static final class CountsRowsWithGaps extends ProfilingSolution {
    @Override
    public Overview overview(Dataset<Row> df) {
      Column gap =
          Arrays.stream(df.columns()).map(c -> col(c).isNull()).reduce(lit(false), Column::or);
      Overview right = super.overview(df);
      return new Overview(
          right.rows(), right.columns(), df.filter(gap).count(), right.duplicateRows());
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "rows-not-cells",
      says =
          "{missing} is the number of *rows* that `na().drop()` drops: it drops a row for one null or NaN, and a row can lack more than one cell. Add up the nulls of the columns; NaN is a value.")
  static final class CountsDroppedRows extends ProfilingSolution {
    @Override
    public Overview overview(Dataset<Row> df) {
      Overview right = super.overview(df);
      long dropped = right.rows() - df.na().drop().count();
      return new Overview(right.rows(), right.columns(), dropped, right.duplicateRows());
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "share-of-rows",
      says =
          "The different values were compared with the number of rows: `gaps` has 3 different values among 4, more than half, and is categorical only if one counts its 10 rows. Nulls are rows but no values. Compare with `count(col(c))`.")
  static final class ComparesWithRows extends ProfilingSolution {
    @Override
    boolean isCategorical(long rows, long values, long different) {
      return 2 * different <= rows;
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "null-is-a-value",
      says =
          "Null was counted as a different value: `level` has 2 different values among 4, so it is categorical, and with null as a third it would not be. `select(c).distinct()` and `groupBy(c)` count null, `countDistinct` does not.")
  static final class CountsNullAsValue extends ProfilingSolution {
    @Override
    Column different(Column text) {
      return withNull(text);
    }
  }

  private static Column withNull(Column value) {
    return countDistinct(value).plus(max(value.isNull().cast("bigint")));
  }

  @Mistake(task = 2, diagnosis = "distinct-is-a-guess")
  static final class EstimatesKinds extends ProfilingSolution {
    @Override
    Column different(Column text) {
      return approx_count_distinct(text);
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "population-std",
      says =
          "The standard deviations are those of a population, divided by n. What is at hand is a sample: divide by n − 1, which is `stddev` (or `stddev_samp`). A report should say which it is.")
  static final class DividesByN extends ProfilingSolution {
    @Override
    Column std(Column finite) {
      return stddev_pop(finite);
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "null-is-distinct",
      says =
          "Columns with gaps have one different value too many: null was counted as a value. `countDistinct` leaves it out; null has its own line, `missing`.")
  static final class CountsNullAsDistinct extends ProfilingSolution {
    @Override
    Column differing(Column value) {
      return withNull(value);
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "rows-not-values",
      says =
          "`count` is the number of all rows. `count(lit(1))` counts rows; `count(col(c))` counts the cells that are not null.")
  static final class CountsRows extends ProfilingSolution {
    @Override
    Column told(Column value) {
      return count(lit(1));
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "infinity-not-distinct",
      says =
          "The different values were counted among the finite ones alone. Infinity is a value, and so is -Infinity: each counts as one of the different values.")
  static final class CountsFiniteValues extends ProfilingSolution {
    @Override
    Column differing(Column value) {
      return countDistinct(when(isFinite(value), value));
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "minus-infinity-forgotten",
      says =
          "Infinity was seen and -Infinity was not: it is not in `infinite`, and it spoils the mean and the smallest value. Ask for both, such as with `abs(value)`.")
  static final class ForgetsMinus extends ProfilingSolution {
    @Override
    Column isFinite(Column value) {
      return value.lt(Double.POSITIVE_INFINITY);
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "interpolated",
      says =
          "These quantiles lie between two values of the column: `percentile` and pandas interpolate. Asked for are values that occur, the smallest with at least that share at or below it, as `approxQuantile` gives them.")
  static final class Interpolates extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      String five = "percentile(%s, array(0.05, 0.25, 0.5, 0.75, 0.95))";
      Row found =
          df.selectExpr(columns.stream().map(five::formatted).toArray(String[]::new)).first();
      Map<String, List<Double>> quantiles = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        quantiles.put(columns.get(i), found.getList(i));
      }
      return quantiles;
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "equal-values-once",
      says =
          "The quantiles are those of the *different* values: each value counted once, however often it occurs. Equal values are still as many; leave out the `distinct`.")
  static final class CountsEachValueOnce extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      Map<String, List<Double>> quantiles = new LinkedHashMap<>();
      for (String column : columns) {
        quantiles.putAll(super.quantiles(df.select(column).distinct(), List.of(column)));
      }
      return quantiles;
    }
  }

  @Mistake(task = 4, diagnosis = "too-coarse")
  static final class AllowsAnError extends ProfilingSolution {
    @Override
    double rankError() {
      return 0.05;
    }
  }

  @Mistake(task = 4, diagnosis = "one-job-per-column")
  static final class AsksForEachColumn extends ProfilingSolution {
    @Override
    public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
      Map<String, List<Double>> quantiles = new LinkedHashMap<>();
      for (String column : columns) {
        quantiles.putAll(super.quantiles(df, List.of(column)));
      }
      return quantiles;
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "rows-without-any-gap",
      says =
          "Rows were dropped because a *third* column lacks a value. Each pair has its own rows: select the two columns first, then drop the nulls. A vector of all columns with handleInvalid \"skip\" drops too much.")
  static final class DropsOnce extends ProfilingSolution {
    @Override
    public List<Correlation> correlate(
        Dataset<Row> df, List<String> numeric, List<String> categorical) {
      Dataset<Row> numbers = df.na().drop(numeric.toArray(String[]::new));
      Dataset<Row> levels = df.na().drop(categorical.toArray(String[]::new));
      List<Correlation> found = new ArrayList<>(super.correlate(numbers, numeric, List.of()));
      found.addAll(super.correlate(levels, List.of(), categorical));
      return found;
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "null-is-a-level",
      says =
          "Null was counted as one more level of the categories. A row that lacks one of two columns says nothing about how they go together: drop the nulls of the pair before you count.")
  static final class CountsNullAsLevel extends ProfilingSolution {
    @Override
    Dataset<Row> levels(Dataset<Row> both) {
      for (String column : both.columns()) {
        both = both.withColumn(column, coalesce(col(column).cast("string"), lit("null")));
      }
      return both;
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "levels-not-minus-one",
      says =
          "V cannot reach 1 like this: divide χ² by n times the smaller number of levels *minus one*.")
  static final class DividesByLevels extends ProfilingSolution {
    @Override
    double v(double phi2, double n, int rows, int columns) {
      return Math.sqrt(phi2 / Math.min(rows, columns));
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "only-seen-cells",
      says =
          "χ² lacks the pairs of levels that never occur. They were expected too: each adds (0 − expected)² / expected. Loop over all pairs of levels, or use Σ count² / (row sum · column sum) − 1, to which they add nothing.")
  static final class SeesFullCells extends ProfilingSolution {
    @Override
    double phi2(double squares, double expected) {
      return squares - 2 + expected;
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "corrected-for-small-samples",
      says =
          "These V are corrected for small samples (as Bergsma proposed in 2013, and as some tools do without a word), which makes them smaller. Asked for is the plain one: the root of χ² over n times (the smaller number of levels minus one).")
  static final class CorrectsForFewRows extends ProfilingSolution {
    @Override
    double v(double phi2, double n, int rows, int columns) {
      double corrected = Math.max(0, phi2 - (rows - 1) * (columns - 1) / (n - 1));
      double levels = Math.min(fewer(rows, n), fewer(columns, n));
      return Math.sqrt(corrected / (levels - 1));
    }

    private static double fewer(int levels, double n) {
      return levels - Math.pow(levels - 1, 2) / (n - 1);
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "limits-included",
      says =
          "Figures that are exactly at their limit got an alert, such as 10 missing of 1,000 or 50 categories. The rules say *more than*: use > instead of >=.")
  static final class IncludesLimits extends ProfilingSolution {
    @Override
    boolean exceeds(double figure, double limit) {
      return figure >= limit;
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "imbalance-by-share",
      says =
          "`coin` is 700 to 300 and counts as unbalanced: that is what comes of comparing the largest share with .5. Imbalance is 1 − entropy / log(k): 0.12 here, and 0.86 for 980 to 20.")
  static final class LooksAtTheLargest extends ProfilingSolution {
    @Override
    double imbalance(Figures column) {
      double values = column.rows() - column.missing();
      return column.frequencies().stream().mapToLong(n -> n).max().orElse(0) / values;
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "entropy-not-divided",
      says =
          "The imbalance is 1 − entropy here, as `often` shows (850 to 150, imbalance 0.39): divide the entropy by log(k) of the k values first, with the same logarithm.")
  static final class TakesTheBareEntropy extends ProfilingSolution {
    @Override
    double imbalance(Figures column) {
      return 1 - entropy(column.frequencies(), column.rows() - column.missing());
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "frequencies-of-all-rows",
      says =
          "`told_rarely` has 100 values, 60 of one kind and 40 of the other, which is balanced. Divided by its 1,000 rows the shares are .06 and .04 and do not add up to 1: divide by the number of values, `rows - missing`.")
  static final class DividesByRows extends ProfilingSolution {
    @Override
    double imbalance(Figures column) {
      int k = column.frequencies().size();
      return 1 - entropy(column.frequencies(), column.rows()) / Math.log(k);
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "both-frames",
      says =
          "The profile was made of the rows of both frames. What a model may know is in train alone: profile train, and compare the other frame with it.")
  static final class ProfilesBoth extends ProfilingSolution {
    @Override
    Profile profile(Dataset<Row> train, Dataset<Row> later) {
      return Profile.of(train.union(later));
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "compared-backwards",
      says =
          "A column with a category that only later rows have is not among the drifted ones. Seen from the later rows to train, it is a category that is gone, and that is harmless: compare train (first) with later (second).")
  static final class ComparesBackwards extends ProfilingSolution {
    @Override
    Comparison compare(Dataset<Row> train, Dataset<Row> later) {
      return Comparison.of(later, train);
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "every-alert-is-drift",
      says =
          "Columns are called drifted for any alert of the comparison. Four of its types count: MEAN_MOVED, NUMBERS_MOVED, MISSING_MOVED and CATEGORY_NEW. Look at the alert's `type()`.")
  static final class TakesEveryAlert extends ProfilingSolution {
    @Override
    boolean isDrift(DriftType type) {
      return true;
    }
  }
}
