package day2.outliers;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.stddev_samp;

import dev.kindling.lab.Mistake;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong ways to score. */
final class OutliersScoreMistakes {

  private static final double NORMAL = 1.4826;

  private OutliersScoreMistakes() {}

  /** Flags by the score that outliers spoil. */
  @Mistake(task = 4, diagnosis = "masked-by-the-outlier")
  static final class FlagsByZ extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      return super.scoreOutliers(train, df, column, cutoff)
          .withColumn(
              column + "_outlier", coalesce(abs(col(column + "_z")).gt(cutoff), lit(false)));
    }
  }

  /** The same with the number that goes with it. */
  @Mistake(task = 4, diagnosis = "masked-by-the-outlier")
  static final class FlagsByZAboveThree extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      return super.scoreOutliers(train, df, column, cutoff)
          .withColumn(column + "_outlier", coalesce(abs(col(column + "_z")).gt(3), lit(false)));
    }
  }

  /** Writes the usual number. */
  @Mistake(task = 4, diagnosis = "cutoff-ignored")
  static final class FlagsWithUsualCutoff extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      return super.scoreOutliers(train, df, column, 3.5);
    }
  }

  /** Thinks of large values only. */
  @Mistake(task = 4, diagnosis = "one-side-only")
  static final class FlagsLargeScores extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      return super.scoreOutliers(train, df, column, cutoff)
          .withColumn(
              column + "_outlier", coalesce(col(column + "_robust_z").gt(cutoff), lit(false)));
    }
  }

  /** Forgets what a comparison with null gives. */
  @Mistake(task = 4, diagnosis = "null-flag")
  static final class FlagsNull extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      return super.scoreOutliers(train, df, column, cutoff)
          .withColumn(column + "_outlier", abs(col(column + "_robust_z")).gt(cutoff));
    }
  }

  /** Learns from the rows that are scored. */
  @Mistake(task = 4, diagnosis = "own-statistics")
  static final class ScoresByThemselves extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      return super.scoreOutliers(df, df, column, cutoff);
    }
  }

  /** Learns from everything at hand. */
  @Mistake(task = 4, diagnosis = "fit-on-all-rows")
  static final class ScoresByAllRows extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      return super.scoreOutliers(train.union(df), df, column, cutoff);
    }
  }

  /** Divides by n. */
  @Mistake(task = 4, diagnosis = "population-sd")
  static final class DividesByN extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      Row learned = train.select(avg(col(column)), stddev_pop(col(column))).first();
      return super.scoreOutliers(train, df, column, cutoff)
          .withColumn(
              column + "_z", col(column).minus(learned.getDouble(0)).divide(learned.getDouble(1)));
    }
  }

  /** Leaves the constant out. */
  @Mistake(task = 4, diagnosis = "mad-not-scaled")
  static final class LeavesConstantOut extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      double middle = middle(train, col(column));
      double mad = middle(train, abs(col(column).minus(middle)));
      return robust(train, df, column, cutoff, middle, mad);
    }
  }

  /** Measures from the mean. */
  @Mistake(task = 4, diagnosis = "mean-for-median")
  static final class MeasuresFromMean extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      double mean = mean(train, col(column));
      double mad = middle(train, abs(col(column).minus(mean)));
      return robust(train, df, column, cutoff, mean, NORMAL * mad);
    }
  }

  /** Takes the right deviation, and measures from the mean. */
  @Mistake(task = 4, diagnosis = "mean-for-median")
  static final class MeasuresValuesFromMean extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      double middle = middle(train, col(column));
      double mad = middle(train, abs(col(column).minus(middle)));
      return robust(train, df, column, cutoff, mean(train, col(column)), NORMAL * mad);
    }
  }

  /** Averages the distances. */
  @Mistake(task = 4, diagnosis = "mean-of-distances")
  static final class AveragesDistances extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      double middle = middle(train, col(column));
      double distance = mean(train, abs(col(column).minus(middle)));
      return robust(train, df, column, cutoff, middle, NORMAL * distance);
    }
  }

  /** Forgets that a difference has a sign, and lets Spark divide. */
  @Mistake(task = 4, diagnosis = "distances-without-abs")
  static final class ForgetsSigns extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      double middle = middle(train, col(column));
      double mad = middle(train, col(column).minus(middle));
      return robust(train, df, column, cutoff, middle, NORMAL * mad);
    }
  }

  /** The same, with a division that Java makes. */
  @Mistake(task = 4, diagnosis = "distances-without-abs")
  static final class MultipliesWithInfinity extends OutliersSolution {
    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      double middle = middle(train, col(column));
      double factor = 1 / (NORMAL * middle(train, col(column).minus(middle)));
      Column robust = col(column).minus(middle).multiply(factor);
      return super.scoreOutliers(train, df, column, cutoff)
          .withColumn(column + "_robust_z", robust)
          .withColumn(column + "_outlier", coalesce(abs(robust).gt(cutoff), lit(false)));
    }
  }

  private static double middle(Dataset<Row> df, Column value) {
    return df.select(median(value)).first().getDouble(0);
  }

  private static double mean(Dataset<Row> df, Column value) {
    return df.select(avg(value)).first().getDouble(0);
  }

  /** The scores with another middle or another scale. */
  private static Dataset<Row> robust(
      Dataset<Row> train,
      Dataset<Row> df,
      String column,
      double cutoff,
      double middle,
      double scale) {
    Row learned = train.select(avg(col(column)), stddev_samp(col(column))).first();
    Column robust = col(column).minus(middle).divide(scale);
    return df.withColumn(
            column + "_z", col(column).minus(learned.getDouble(0)).divide(learned.getDouble(1)))
        .withColumn(column + "_robust_z", robust)
        .withColumn(column + "_outlier", coalesce(abs(robust).gt(cutoff), lit(false)));
  }
}
