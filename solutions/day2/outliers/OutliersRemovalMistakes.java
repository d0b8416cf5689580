package day2.outliers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.kindling.lab.Mistake;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong ways to remove outliers. */
final class OutliersRemovalMistakes {

  private OutliersRemovalMistakes() {}

  /** Cleans both parts alike. */
  @Mistake(task = 3, diagnosis = "test-rows-removed")
  static final class RemovesFromTest extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Cleaned cleaned = super.removeOutliers(train, test, columns, k);
      return new Cleaned(cleaned.train(), cleaned.test().filter("not is_outlier"));
    }
  }

  /** Cleans both parts with a method of one's own, each by its own fences. */
  @Mistake(task = 3, diagnosis = "test-rows-removed")
  static final class CleansEachPart extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      return new Cleaned(clean(train, columns, k), clean(test, columns, k));
    }

    private static Dataset<Row> clean(Dataset<Row> df, List<String> columns, double k) {
      return df.filter(
          not(OutliersMistakes.isBeyondAny(OutliersMistakes.fences(df, columns, k, 0.0))));
    }
  }

  /** Learns each fence from what the filters before it have left. */
  @Mistake(task = 3, diagnosis = "one-filter-after-the-other")
  static final class FiltersOneAfterTheOther extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Dataset<Row> left = train;
      for (String column : columns) {
        left =
            left.filter(
                not(
                    OutliersMistakes.isBeyond(
                        OutliersMistakes.fences(left, List.of(column), k, 0.0).get(0))));
      }
      return new Cleaned(left, super.removeOutliers(train, test, columns, k).test());
    }
  }

  /** The same, as it is seen most often: null rows go as well. */
  @Mistake(task = 3, diagnosis = "one-filter-after-the-other")
  static final class FiltersInLoop extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Dataset<Row> left = train;
      for (String column : columns) {
        Fence fence = OutliersMistakes.fences(left, List.of(column), k, 0.0).get(0);
        left = left.filter(col(column).between(fence.lower(), fence.upper()));
      }
      return new Cleaned(left, super.removeOutliers(train, test, columns, k).test());
    }
  }

  /** Marks test by the fences of the loop. */
  @Mistake(task = 3, diagnosis = "one-filter-after-the-other")
  static final class MarksWithMovedFences extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Dataset<Row> left = train;
      Column outlier = lit(false);
      for (String column : columns) {
        Fence fence = OutliersMistakes.fences(left, List.of(column), k, 0.0).get(0);
        left = left.filter(not(OutliersMistakes.isBeyond(fence)));
        outlier = outlier.or(OutliersMistakes.isBeyond(fence));
      }
      return new Cleaned(left, test.withColumn("is_outlier", outlier));
    }
  }

  /** Learns again for test, from what is left of train. */
  @Mistake(task = 3, diagnosis = "learned-after-removal")
  static final class LearnsAgainForTest extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Dataset<Row> left = super.removeOutliers(train, test, columns, k).train();
      return new Cleaned(
          left,
          test.withColumn(
              "is_outlier",
              OutliersMistakes.isBeyondAny(OutliersMistakes.fences(left, columns, k, 0.0))));
    }
  }

  /** Loses the rows for which the condition is null. */
  @Mistake(task = 3, diagnosis = "null-rows-lost")
  static final class LosesNullRows extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Dataset<Row> left = train;
      for (Fence fence : OutliersMistakes.fences(train, columns, k, 0.0)) {
        left = left.filter(col(fence.column()).between(fence.lower(), fence.upper()));
      }
      return new Cleaned(left, super.removeOutliers(train, test, columns, k).test());
    }
  }

  /** Lets a null of one column hide what another one says. */
  @Mistake(task = 3, diagnosis = "null-flag")
  static final class MarksWithNulls extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Column outlier =
          OutliersMistakes.fences(train, columns, k, 0.0).stream()
              .map(fence -> not(col(fence.column()).between(fence.lower(), fence.upper())))
              .reduce(lit(false), Column::or);
      return new Cleaned(
          super.removeOutliers(train, test, columns, k).train(),
          test.withColumn("is_outlier", outlier));
    }
  }

  /** Learns from the rows that are marked. */
  @Mistake(task = 3, diagnosis = "own-fences")
  static final class MarksByOwnFences extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      return new Cleaned(
          super.removeOutliers(train, test, columns, k).train(),
          test.withColumn(
              "is_outlier",
              OutliersMistakes.isBeyondAny(OutliersMistakes.fences(test, columns, k, 0.0))));
    }
  }

  /** Learns before the split. */
  @Mistake(task = 3, diagnosis = "fences-of-all-rows")
  static final class LearnsFromAllRows extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Column outlier =
          OutliersMistakes.isBeyondAny(OutliersMistakes.fences(train.union(test), columns, k, 0.0));
      return new Cleaned(train.filter(not(outlier)), test.withColumn("is_outlier", outlier));
    }
  }

  /** Joins with "and" what wants "or". */
  @Mistake(task = 3, diagnosis = "beyond-all-only")
  static final class RemovesOnlyTheOddest extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Column outlier =
          OutliersMistakes.fences(train, columns, k, 0.0).stream()
              .map(OutliersMistakes::isBeyond)
              .reduce(lit(true), Column::and);
      return new Cleaned(
          train.filter(not(outlier)), super.removeOutliers(train, test, columns, k).test());
    }
  }

  /** Keeps what was to go. */
  @Mistake(task = 3, diagnosis = "outliers-kept")
  static final class KeepsOutliers extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      return new Cleaned(
          train.filter(
              OutliersMistakes.isBeyondAny(OutliersMistakes.fences(train, columns, k, 0.0))),
          super.removeOutliers(train, test, columns, k).test());
    }
  }

  /** Takes a frame for something that can be changed. */
  @Mistake(task = 3, diagnosis = "nothing-removed")
  static final class RemovesNothing extends OutliersSolution {
    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Cleaned cleaned = super.removeOutliers(train, test, columns, k);
      return new Cleaned(train, cleaned.test());
    }
  }
}
