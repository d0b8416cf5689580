package day2.outliers;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Known wrong answers. */
final class OutliersMistakes {

  private OutliersMistakes() {}

  @Mistake(
      task = 1,
      diagnosis = "type-never-matches",
      says =
          "Not one column has a fence: none passed your test for numbers, and nothing failed, so nobody would notice. `DataTypes.DoubleType.toString()` is \"DoubleType\", not \"double\", and a type is no string. Ask `field.dataType() instanceof NumericType`.")
  static final class ComparesTypeNames extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      List<String> columns = new ArrayList<>();
      for (StructField field : train.schema().fields()) {
        if (field.dataType().toString().equals("double")) {
          columns.add(field.name());
        }
      }
      return fences(train, columns, k);
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "standard-deviations",
      says =
          "These fences are the mean plus and minus `k` standard deviations, {k} here. An outlier pulls both of them towards itself and makes room for itself. Quartiles do not move, however large the largest value is.")
  static final class FencesWithDeviations extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return super.learnFences(train, leftOut, k).stream()
          .map(
              fence -> {
                Column value = col(fence.column()).cast("double");
                Row found = train.select(avg(value), stddev(value)).first();
                double reach = k * found.getDouble(1);
                double mean = found.getDouble(0);
                return new Fence(fence.column(), mean - reach, mean + reach);
              })
          .toList();
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "around-the-median",
      says =
          "These fences are `k` interquartile ranges away from the median. Tukey's start at the quartiles: down from the first, up from the third.")
  static final class FencesAroundTheMedian extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      List<Fence> fences = new ArrayList<>();
      for (Fence right : super.learnFences(train, leftOut, k)) {
        double[] found = quantiles(train, List.of(right.column()), 0.25, 0.5, 0.75)[0];
        double reach = k * (found[2] - found[0]);
        fences.add(new Fence(right.column(), found[1] - reach, found[1] + reach));
      }
      return fences;
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "one-filter-after-the-other",
      says =
          "Each column was fenced after the outliers of the columns before it had been filtered out. So the fences depend on the order of the columns, and each round takes a little more. Learn all of them from the same rows.")
  static final class FiltersWhileLearning extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      List<Fence> fences = new ArrayList<>();
      Dataset<Row> left = train;
      for (Fence right : super.learnFences(train, leftOut, k)) {
        Fence fence = fences(left, List.of(right.column()), k).get(0);
        fences.add(fence);
        left = left.filter(not(isBeyond(fence)));
      }
      return fences;
    }
  }

  @Mistake(task = 1, diagnosis = "approximate-quartiles")
  static final class FencesApproximately extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      List<Fence> fences = new ArrayList<>();
      for (Fence right : super.learnFences(train, leftOut, k)) {
        double[] found =
            train.stat().approxQuantile(right.column(), new double[] {0.25, 0.75}, 0.02);
        double reach = k * (found[1] - found[0]);
        fences.add(new Fence(right.column(), found[0] - reach, found[1] + reach));
      }
      return fences;
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "null-flag",
      says =
          "Some flags are null: a comparison with null is neither true nor false. Later, `filter(not(flag))` would drop these rows without a word. Put `coalesce(…, lit(false))` around the condition.")
  static final class FlagsWithNulls extends OutliersSolution {
    @Override
    Column flag(Fence fence) {
      return not(isInside(fence));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "flag-inverted",
      says =
          "The flags are the wrong way round: ordinary values have one, and those beyond a fence have none. `between` is true for ordinary values. Negate it.")
  static final class FlagsOrdinaryValues extends OutliersSolution {
    @Override
    Column flag(Fence fence) {
      return coalesce(isInside(fence), lit(false));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "edge-is-outside",
      says =
          "Values that lie exactly on a fence are flagged. Both ends still count as ordinary: compare with `<` and `>`, or use `between`.")
  static final class FlagsTheEdge extends OutliersSolution {
    @Override
    Column flag(Fence fence) {
      Column value = col(fence.column());
      return coalesce(value.leq(fence.lower()).or(value.geq(fence.upper())), lit(false));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "one-side-only",
      says =
          "Only values above `upper` are flagged; those below `lower` are not. A fence has two sides, and a value can be too small: compare the value itself with each of them.")
  static final class FlagsLargeValues extends OutliersSolution {
    @Override
    Column flag(Fence fence) {
      return coalesce(col(fence.column()).gt(fence.upper()), lit(false));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "one-flag-for-all",
      says =
          "All flags of a row are the same: each says whether any value of the row is beyond its fence. Each flag is to speak of its own column.")
  static final class FlagsWholeRows extends OutliersSolution {
    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      Dataset<Row> flagged = df;
      for (Fence fence : fences) {
        flagged = flagged.withColumn(fence.column() + "_outlier", isBeyondAny(fences));
      }
      return flagged;
    }
  }

  @Mistake(task = 3, diagnosis = "test-rows-removed")
  static final class RemovesFromTest extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Cleaned cleaned = super.removeOutliers(train, test, columns, k);
      return new Cleaned(cleaned.train(), cleaned.test().filter("not is_outlier"));
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "one-filter-after-the-other",
      says =
          "The fence of each column was learned after the rows beyond the fences before it had been filtered out. So from the second column on it is another, other rows lie beyond it, and which ones depends on the order of the columns. Learn all fences first, then filter once.")
  static final class FiltersInLoop extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Dataset<Row> left = train;
      for (String column : columns) {
        left = left.filter(isInside(fences(left, List.of(column), k).get(0)));
      }
      return new Cleaned(left, super.removeOutliers(train, test, columns, k).test());
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "null-rows-lost",
      says =
          "{rows gone} rows are gone, those without a value in one of the columns. For them the condition is null, and `filter` keeps only rows for which it is true: null is not true, and neither is `not(null)`. Put `coalesce(…, lit(false))` around each \"beyond its fence\".")
  static final class LosesNullRows extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Dataset<Row> left = train;
      for (Fence fence : fences(train, columns, k)) {
        left = left.filter(isInside(fence));
      }
      return new Cleaned(left, super.removeOutliers(train, test, columns, k).test());
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "removed-again",
      says =
          "{rows gone} rows too many are gone: fences were learned again from what the first removal had left, and outliers removed by these as well. What is left always has new, narrower fences. Learn them once, from all rows of train, and filter once.")
  static final class RemovesAgain extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Cleaned once = super.removeOutliers(train, test, columns, k);
      return new Cleaned(super.removeOutliers(once.train(), test, columns, k).train(), once.test());
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "learned-after-removal",
      says =
          "`is_outlier` was decided by fences that were learned from train after the outliers had been removed, so they are narrower than those that train was judged by. Learn the fences once.")
  static final class LearnsAgainForTest extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Dataset<Row> left = super.removeOutliers(train, test, columns, k).train();
      return new Cleaned(left, super.removeOutliers(left, test, columns, k).test());
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "masked-by-the-outlier",
      says =
          "The scores are right, but the flags come from the z-score, and that is the one which outliers spoil: the largest value of train, {largest}, has stretched the standard deviation to {sd}, so that its own z-score is small. Flag by the robust score.")
  static final class FlagsByZ extends OutliersSolution {
    @Override
    Column isFar(String column, double cutoff) {
      return abs(col(column + "_z")).gt(cutoff);
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "one-side-only",
      says =
          "Only values that are too large are flagged. A robust score below -`cutoff` is just as far away: compare its `abs`.")
  static final class FlagsLargeScores extends OutliersSolution {
    @Override
    Column isFar(String column, double cutoff) {
      return col(column + "_robust_z").gt(cutoff);
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "mean-for-median",
      says =
          "The robust scores are distances from the mean, which the outliers have pulled towards themselves: it is {mean}, and the median is {median}. Measure from the median, the deviation as well.")
  static final class MeasuresFromMean extends OutliersSolution {
    @Override
    Column middle(Column value) {
      return avg(value);
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "mean-of-distances",
      says =
          "The distances from the median were averaged. One huge distance pulls their mean up like any mean, and the outlier hides again. Take the median of the distances, too.")
  static final class AveragesDistances extends OutliersSolution {
    @Override
    Column deviation(Column difference) {
      return avg(abs(difference));
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "population-sd",
      says =
          "The z-scores are a little too large: the standard deviation that they are divided by is that of a population, a sum divided by n, as `stddev_pop` has it. These rows are a sample, so it is divided by n - 1: `stddev_samp`, which is also what `stddev` means.")
  static final class DividesByN extends OutliersSolution {
    @Override
    Column sd(Column value) {
      return stddev_pop(value);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "approximate-cuts",
      says =
          "Next to nothing is cut: the cuts are not the quantiles, only near. The last argument of `approxQuantile` is an error in ranks: with 0.01, the answer for a share of 0.01 may be anything from the smallest value to the quantile for 0.02, and Spark returns the smallest. Give an error of 0.0.")
  static final class CutsApproximately extends OutliersSolution {
    @Override
    double[][] cuts(Dataset<Row> train, List<String> columns, double share) {
      return train
          .stat()
          .approxQuantile(columns.toArray(String[]::new), new double[] {share, 1 - share}, 0.01);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "null-becomes-cut",
      says =
          "Nulls became the lower cut. `greatest` and `least` skip nulls, so `greatest(null, low)` is `low`. Put `when(value.isNotNull(), …)` around it.")
  static final class FillsWithLowerCut extends OutliersSolution {
    @Override
    Column pulledIn(Column value, double low, double high) {
      return least(greatest(value, lit(low)), lit(high));
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "extremes-become-null",
      says =
          "Extreme values became null. `when(inside, value)` without `otherwise` throws away that they were large; winsorising keeps that and only limits how large.")
  static final class NullsExtremes extends OutliersSolution {
    @Override
    Column pulledIn(Column value, double low, double high) {
      return when(value.between(low, high), value);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "median-for-extremes",
      says =
          "Extreme values became the median of train, so the largest are now as ordinary as can be. That is imputation. Winsorising pulls a value in to the nearer cut, where it is still among the largest or the smallest.")
  static final class PutsTheMedian extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> changed = df;
      for (String column : columns) {
        double[] cuts = quantiles(train, List.of(column), share, 0.5, 1 - share)[0];
        Column value = col(column).cast("double");
        Column extreme = not(value.between(cuts[0], cuts[2]));
        changed = changed.withColumn(column, when(extreme, cuts[1]).otherwise(value));
      }
      return changed;
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "one-side-only",
      says =
          "Only large values were pulled in; small ones are as they were. There is a cut at the lower end as well, the `share` quantile.")
  static final class CutsLargeValues extends OutliersSolution {
    @Override
    Column pulledIn(Column value, double low, double high) {
      return when(value.gt(high), high).otherwise(value);
    }
  }

  @Mistake(task = 6, diagnosis = "division-by-zero")
  static final class Divides extends OutliersSolution {
    @Override
    Column precision(Column flag, Column truth) {
      return count_if(flag.and(truth)).divide(count_if(flag));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "hits-among-all-rows",
      says =
          "The precision is the share of *all* rows that are hits. A flag that is set in few rows cannot have a large one, however good it is. Divide the hits by the flagged rows alone.")
  static final class DividesByAllRows extends OutliersSolution {
    @Override
    Column precision(Column flag, Column truth) {
      return count_if(flag.and(truth)).divide(count(lit(1)));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "absent-ids-counted",
      says =
          "The recall counts ids that are not among the rows: nobody could have flagged them. Divide by the true outliers of `flagged`, not by the length of the list.")
  static final class CountsListedIds extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      return super.judgeFlags(flagged, outlierIds, flags)
          .withColumn("recall", col("hits").divide(outlierIds.size()));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "absent-ids-counted",
      says =
          "Ids that are not among the rows count as missed, and in the recall: nobody could have flagged them. Count the true outliers of `flagged`, not the length of the list.")
  static final class MissesListedIds extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      return super.judgeFlags(flagged, outlierIds, flags)
          .withColumn("missed", lit((long) outlierIds.size()).minus(col("hits")))
          .withColumn("recall", col("hits").divide(outlierIds.size()));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "false-alarms-for-missed",
      says =
          "`missed` holds the false alarms: rows with the flag that are no outliers. Missed are the outliers without the flag.")
  static final class CountsFalseAlarms extends OutliersSolution {
    @Override
    Column missed(Column flag, Column truth) {
      return count_if(flag.and(not(truth)));
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "test-rows-removed",
      says =
          "{yours} is the error on those rows of test that lie within the fences. On all of them it is {expected}. Whoever removes the hard questions from the exam gets a better mark, and a model in use cannot remove them. Filter train only.")
  static final class JudgesOnCleanTest extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      return super.testRmse(train, test.filter(not(isBeyondAny(fences))), fences, features, label);
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "null-rows-lost",
      says =
          "The model has not seen the rows of train without a value in a fenced column: `filter` drops a row for which the condition is null. Put `coalesce(…, lit(false))` around each \"beyond its fence\".")
  static final class LearnsWithoutNullRows extends OutliersSolution {
    @Override
    Dataset<Row> toLearnFrom(Dataset<Row> train, List<Fence> fences) {
      return train.filter(fences.stream().map(f -> isInside(f)).reduce(lit(true), Column::and));
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "nothing-removed",
      says =
          "This is the error of a model that was fitted on all rows of train. Fit it on those within the fences.")
  static final class LearnsFromOutliers extends OutliersSolution {
    @Override
    Dataset<Row> toLearnFrom(Dataset<Row> train, List<Fence> fences) {
      return train;
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "train-error",
      says =
          "{yours} is the error on the rows that the model was fitted on. That gets smaller with every odd row that is removed, whether it was right to remove it or not. Evaluate on test.")
  static final class JudgesOnTrain extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      Dataset<Row> kept = train.filter(not(isBeyondAny(fences)));
      return super.testRmse(kept, kept, fences, features, label);
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "winsorised-not-removed",
      says =
          "The values beyond a fence were pulled in to it, and their rows stayed: the model has learned from made-up numbers. The task asks for a model that has not seen these rows at all. Filter them out.")
  static final class PullsTrainIn extends OutliersSolution {
    @Override
    Dataset<Row> toLearnFrom(Dataset<Row> train, List<Fence> fences) {
      Dataset<Row> changed = train;
      for (Fence fence : fences) {
        Column within = pulledIn(col(fence.column()), fence.lower(), fence.upper());
        changed = changed.withColumn(fence.column(), within);
      }
      return changed;
    }
  }
}
