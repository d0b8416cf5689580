package day2.outliers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong ways to winsorise. */
final class OutliersCutMistakes {

  private OutliersCutMistakes() {}

  /** Throws the extreme rows away. */
  @Mistake(task = 5, diagnosis = "rows-trimmed")
  static final class Trims extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> left = df;
      for (String column : columns) {
        double[] cuts = cuts(train, column, share, 0.0);
        left = left.filter(col(column).between(cuts[0], cuts[1]));
      }
      return left;
    }
  }

  /** Allows an error as large as the share. */
  @Mistake(task = 5, diagnosis = "approximate-cuts")
  static final class CutsApproximately extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      return pulledIn(train, df, columns, share, 0.01);
    }
  }

  /** Allows a smaller error, which still matters. */
  @Mistake(task = 5, diagnosis = "approximate-cuts")
  static final class CutsLessApproximately extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      return pulledIn(train, df, columns, share, 0.009);
    }
  }

  /** Does not know that both functions skip nulls. */
  @Mistake(task = 5, diagnosis = "null-becomes-cut")
  static final class FillsWithLowerCut extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> changed = df;
      for (String column : columns) {
        double[] cuts = cuts(train, column, share, 0.0);
        changed =
            changed.withColumn(column, least(greatest(col(column), lit(cuts[0])), lit(cuts[1])));
      }
      return changed;
    }
  }

  /** The same the other way round. */
  @Mistake(task = 5, diagnosis = "null-becomes-cut")
  static final class FillsWithUpperCut extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> changed = df;
      for (String column : columns) {
        double[] cuts = cuts(train, column, share, 0.0);
        changed =
            changed.withColumn(column, greatest(least(col(column), lit(cuts[1])), lit(cuts[0])));
      }
      return changed;
    }
  }

  /** Mixes up which of them lets nothing below. */
  @Mistake(task = 5, diagnosis = "least-greatest-swapped")
  static final class SwapsLeastAndGreatest extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> changed = df;
      for (String column : columns) {
        double[] cuts = cuts(train, column, share, 0.0);
        Column value = col(column).cast("double");
        Column swapped = greatest(least(value, lit(cuts[0])), lit(cuts[1]));
        changed = changed.withColumn(column, when(value.isNotNull(), swapped));
      }
      return changed;
    }
  }

  /** Nulls what is extreme. */
  @Mistake(task = 5, diagnosis = "extremes-become-null")
  static final class NullsExtremes extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> changed = df;
      for (String column : columns) {
        double[] cuts = cuts(train, column, share, 0.0);
        Column value = col(column).cast("double");
        changed = changed.withColumn(column, when(value.between(cuts[0], cuts[1]), value));
      }
      return changed;
    }
  }

  /** Learns from the rows that are changed. */
  @Mistake(task = 5, diagnosis = "own-cuts")
  static final class CutsByThemselves extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      return super.winsorise(df, df, columns, share);
    }
  }

  /** Learns from everything at hand. */
  @Mistake(task = 5, diagnosis = "fit-on-all-rows")
  static final class CutsByAllRows extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      return super.winsorise(train.union(df), df, columns, share);
    }
  }

  /** Writes the usual number. */
  @Mistake(task = 5, diagnosis = "share-ignored")
  static final class CutsUsualShare extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      return super.winsorise(train, df, columns, 0.01);
    }
  }

  /** Splits the share between both ends. */
  @Mistake(task = 5, diagnosis = "share-halved")
  static final class HalvesShare extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      return super.winsorise(train, df, columns, share / 2);
    }
  }

  /** Thinks of large values only. */
  @Mistake(task = 5, diagnosis = "one-side-only")
  static final class CutsLargeValues extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> changed = df;
      for (String column : columns) {
        double cut = cuts(train, column, share, 0.0)[1];
        Column value = col(column).cast("double");
        changed = changed.withColumn(column, when(value.isNotNull(), least(value, lit(cut))));
      }
      return changed;
    }
  }

  /** Leaves whole numbers whole. */
  @Mistake(task = 5, diagnosis = "not-double")
  static final class KeepsInts extends OutliersSolution {
    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> changed = super.winsorise(train, df, columns, share);
      for (String column : columns) {
        changed =
            changed.withColumn(column, col(column).cast(df.schema().apply(column).dataType()));
      }
      return changed;
    }
  }

  private static double[] cuts(
      Dataset<Row> train, String column, double share, double relativeError) {
    return train.stat().approxQuantile(column, new double[] {share, 1 - share}, relativeError);
  }

  private static Dataset<Row> pulledIn(
      Dataset<Row> train,
      Dataset<Row> df,
      List<String> columns,
      double share,
      double relativeError) {
    Dataset<Row> changed = df;
    for (String column : columns) {
      double[] cuts = cuts(train, column, share, relativeError);
      Column value = col(column).cast("double");
      Column within = least(greatest(value, lit(cuts[0])), lit(cuts[1]));
      changed = changed.withColumn(column, when(value.isNotNull(), within));
    }
    return changed;
  }
}
