package day2.outliers;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Wrong ways to fence and to flag, each as somebody would write it. */
final class OutliersMistakes {

  private OutliersMistakes() {}

  /** Compares a type with its name, which never matches. */
  @Mistake(task = 1, diagnosis = "type-never-matches")
  static final class ComparesTypeNames extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return fences(
          train, columns(train, leftOut, type -> type.toString().equals("double")), k, 0.0);
    }
  }

  /** Thinks of doubles only. */
  @Mistake(task = 1, diagnosis = "types-missed")
  static final class FencesDoubles extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return fences(
          train, columns(train, leftOut, type -> type.typeName().equals("double")), k, 0.0);
    }
  }

  /** Thinks of the two types that notebooks name. */
  @Mistake(task = 1, diagnosis = "types-missed")
  static final class FencesIntsAndDoubles extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      List<String> names = List.of("integer", "double");
      return fences(
          train, columns(train, leftOut, type -> names.contains(type.typeName())), k, 0.0);
    }
  }

  /** Fences every numeric column. */
  @Mistake(task = 1, diagnosis = "left-out-fenced")
  static final class FencesIds extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return super.learnFences(train, List.of(), k);
    }
  }

  /** Writes the usual number. */
  @Mistake(task = 1, diagnosis = "k-ignored")
  static final class FencesWithUsualK extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return super.learnFences(train, leftOut, 1.5);
    }
  }

  /** Returns the box without its whiskers. */
  @Mistake(task = 1, diagnosis = "quartiles-only")
  static final class ReturnsQuartiles extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return super.learnFences(train, leftOut, 0);
    }
  }

  /** Goes from the mean. */
  @Mistake(task = 1, diagnosis = "standard-deviations")
  static final class FencesWithDeviations extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return numeric(train, leftOut).stream()
          .map(
              column -> {
                Column value = col(column).cast("double");
                Row found = train.select(avg(value), stddev(value)).first();
                double mean = found.getDouble(0);
                double reach = k * found.getDouble(1);
                return new Fence(column, mean - reach, mean + reach);
              })
          .toList();
    }
  }

  /** Goes from the median. */
  @Mistake(task = 1, diagnosis = "around-the-median")
  static final class FencesAroundTheMedian extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      List<Fence> fences = new ArrayList<>();
      for (String column : numeric(train, leftOut)) {
        double[] found = train.stat().approxQuantile(column, new double[] {0.25, 0.5, 0.75}, 0.0);
        double reach = k * (found[2] - found[0]);
        fences.add(new Fence(column, found[1] - reach, found[1] + reach));
      }
      return fences;
    }
  }

  /** Learns and filters in one loop. */
  @Mistake(task = 1, diagnosis = "one-filter-after-the-other")
  static final class FiltersWhileLearning extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      List<Fence> fences = new ArrayList<>();
      Dataset<Row> left = train;
      for (String column : numeric(train, leftOut)) {
        Fence fence = fences(left, List.of(column), k, 0.0).get(0);
        fences.add(fence);
        left = left.filter(not(isBeyond(fence)));
      }
      return fences;
    }
  }

  /** Fills with zeros first. */
  @Mistake(task = 1, diagnosis = "nulls-as-zeros")
  static final class FillsZerosFirst extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return super.learnFences(train.na().fill(0), leftOut, k);
    }
  }

  /** Allows an error of five percent of the ranks. */
  @Mistake(task = 1, diagnosis = "approximate-quartiles")
  static final class FencesApproximately extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return fences(train, numeric(train, leftOut), k, 0.05);
    }
  }

  /** Allows so large an error that the quartiles are the ends. */
  @Mistake(task = 1, diagnosis = "approximate-quartiles")
  static final class FencesRoughly extends OutliersSolution {
    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      return fences(train, numeric(train, leftOut), k, 0.25);
    }
  }

  /** Filters instead of flagging. */
  @Mistake(task = 2, diagnosis = "rows-deleted")
  static final class DeletesAtOnce extends OutliersSolution {
    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      Dataset<Row> left = df;
      for (Fence fence : fences) {
        left = left.filter(col(fence.column()).between(fence.lower(), fence.upper()));
      }
      return left;
    }
  }

  /** Writes ones and zeros. */
  @Mistake(task = 2, diagnosis = "flag-not-boolean")
  static final class FlagsWithNumbers extends OutliersSolution {
    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      return flag(df, fences, fence -> when(isBeyond(fence), 1).otherwise(0));
    }
  }

  /** Forgets what a comparison with null gives. */
  @Mistake(task = 2, diagnosis = "null-flag")
  static final class FlagsWithNulls extends OutliersSolution {
    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      return flag(
          df, fences, fence -> not(col(fence.column()).between(fence.lower(), fence.upper())));
    }
  }

  /** Takes null for "not inside". */
  @Mistake(task = 2, diagnosis = "null-is-outlier")
  static final class FlagsNulls extends OutliersSolution {
    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      return flag(
          df,
          fences,
          fence ->
              when(col(fence.column()).between(fence.lower(), fence.upper()), false)
                  .otherwise(true));
    }
  }

  /** Takes the ends for outside. */
  @Mistake(task = 2, diagnosis = "edge-is-outside")
  static final class FlagsTheEdge extends OutliersSolution {
    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      return flag(
          df,
          fences,
          fence -> {
            Column value = col(fence.column());
            return coalesce(value.leq(fence.lower()).or(value.geq(fence.upper())), lit(false));
          });
    }
  }

  /** Thinks of large values only. */
  @Mistake(task = 2, diagnosis = "one-side-only")
  static final class FlagsLargeValues extends OutliersSolution {
    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      return flag(df, fences, fence -> coalesce(col(fence.column()).gt(fence.upper()), lit(false)));
    }
  }

  /** Forgets to negate. */
  @Mistake(task = 2, diagnosis = "flag-inverted")
  static final class FlagsOrdinaryValues extends OutliersSolution {
    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      return flag(
          df,
          fences,
          fence -> coalesce(col(fence.column()).between(fence.lower(), fence.upper()), lit(false)));
    }
  }

  /** Flags the row in every column. */
  @Mistake(task = 2, diagnosis = "one-flag-for-all")
  static final class FlagsWholeRows extends OutliersSolution {
    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      return flag(df, fences, fence -> isBeyondAny(fences));
    }
  }

  static Column isBeyond(Fence fence) {
    return coalesce(not(col(fence.column()).between(fence.lower(), fence.upper())), lit(false));
  }

  static Column isBeyondAny(List<Fence> fences) {
    return fences.stream().map(OutliersMistakes::isBeyond).reduce(lit(false), Column::or);
  }

  private static Dataset<Row> flag(
      Dataset<Row> df, List<Fence> fences, Function<Fence, Column> condition) {
    Dataset<Row> flagged = df;
    for (Fence fence : fences) {
      flagged = flagged.withColumn(fence.column() + "_outlier", condition.apply(fence));
    }
    return flagged;
  }

  private static List<String> numeric(Dataset<Row> train, List<String> leftOut) {
    return columns(train, leftOut, type -> type instanceof NumericType);
  }

  private static List<String> columns(
      Dataset<Row> train, List<String> leftOut, Function<DataType, Boolean> test) {
    return Arrays.stream(train.schema().fields())
        .filter(field -> test.apply(field.dataType()))
        .map(StructField::name)
        .filter(name -> !leftOut.contains(name))
        .toList();
  }

  /** Fences with an error of the quartiles' ranks. */
  static List<Fence> fences(Dataset<Row> df, List<String> columns, double k, double relativeError) {
    return columns.stream()
        .map(
            column -> {
              double[] found =
                  df.stat().approxQuantile(column, new double[] {0.25, 0.75}, relativeError);
              double reach = k * (found[1] - found[0]);
              return new Fence(column, found[0] - reach, found[1] + reach);
            })
        .toList();
  }
}
