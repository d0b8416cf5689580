package day2.scaling;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.stddev_pop;

import dev.kindling.lab.Mistake;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about scaling a frame, each as somebody would write it. */
final class ScalingMistakes {

  private ScalingMistakes() {}

  /** Expects the scaler to centre by default. */
  @Mistake(task = 1, diagnosis = "not-centred")
  static final class TrustsTheDefault extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return fitted(new StandardScaler(), train, df, columns);
    }
  }

  /** Switches one on and the other off. */
  @Mistake(task = 1, diagnosis = "not-divided")
  static final class OnlyCentres extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return fitted(new StandardScaler().setWithMean(true).setWithStd(false), train, df, columns);
    }
  }

  /** Divides the sum of squares by n. */
  @Mistake(task = 1, diagnosis = "population-sd")
  static final class DividesByN extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return byHand(
          df,
          columns,
          c -> {
            Row learned = train.select(avg(col(c)), stddev_pop(col(c))).first();
            double sd = learned.getDouble(1);
            return sd == 0 ? lit(0.0) : col(c).minus(learned.getDouble(0)).divide(sd);
          });
    }
  }

  /** Scales everything first and splits afterwards. */
  @Mistake(task = 1, diagnosis = "fit-on-all-rows")
  static final class StandardisesWithAllRows extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return super.standardize(train.union(df), df, columns);
    }
  }

  /** Calls fit wherever there is something to transform. */
  @Mistake(task = 1, diagnosis = "own-statistic")
  static final class StandardisesWithOwnRows extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return super.standardize(df, df, columns);
    }
  }

  /** Divides by 1 where there is no spread. */
  @Mistake(task = 1, diagnosis = "constant-not-zero")
  static final class DividesConstantByOne extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return byHand(
          df,
          columns,
          c -> {
            Row learned = train.select(avg(col(c)), stddev(col(c))).first();
            double sd = learned.getDouble(1) == 0 ? 1 : learned.getDouble(1);
            return col(c).minus(learned.getDouble(0)).divide(sd);
          });
    }
  }

  /** Writes the formula down and does not think of constant columns. */
  @Mistake(task = 1, diagnosis = "divided-by-zero")
  static final class DividesByNoSpread extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return byHand(
          df,
          columns,
          c -> {
            Row learned = train.select(avg(col(c)), stddev(col(c))).first();
            return col(c).minus(learned.getDouble(0)).divide(learned.getDouble(1));
          });
    }
  }

  /** Takes the class whose name sounds right. */
  @Mistake(task = 1, diagnosis = "normalizer-per-row")
  static final class NormalizesInstead extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return normalized(df, columns);
    }
  }

  /** Puts the numbers into an array. */
  @Mistake(task = 1, diagnosis = "array-not-vector")
  static final class MakesAnArray extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      Column[] scaled =
          columns.stream()
              .map(
                  c -> {
                    Row learned = train.select(avg(col(c)), stddev(col(c))).first();
                    double sd = learned.getDouble(1);
                    return sd == 0 ? lit(0.0) : col(c).minus(learned.getDouble(0)).divide(sd);
                  })
              .toArray(Column[]::new);
      return df.withColumn("scaled", array(scaled));
    }
  }

  /** Normalises, and takes the word at its word. */
  @Mistake(task = 2, diagnosis = "normalizer-per-row")
  static final class NormalizesRows extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return normalized(df, columns);
    }
  }

  /** Leaves the scaler's range at 0 to 1. */
  @Mistake(task = 2, diagnosis = "range-ignored")
  static final class KeepsZeroToOne extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return super.scaleToRange(train, df, columns, 0, 1);
    }
  }

  /** Takes a value outside of the range for an error. */
  @Mistake(task = 2, diagnosis = "clipped")
  static final class HoldsValuesBetween extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return rangedByHand(
          train,
          df,
          columns,
          low,
          high,
          lit((low + high) / 2),
          c -> least(greatest(c, lit(low)), lit(high)));
    }
  }

  /** Looks for the smallest and the largest value everywhere. */
  @Mistake(task = 2, diagnosis = "fit-on-all-rows")
  static final class RangesWithAllRows extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return super.scaleToRange(train.union(df), df, columns, low, high);
    }
  }

  /** Makes test fill the range as train does. */
  @Mistake(task = 2, diagnosis = "own-statistic")
  static final class RangesWithOwnRows extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return super.scaleToRange(df, df, columns, low, high);
    }
  }

  /** Decides that a constant column is at its smallest value. */
  @Mistake(task = 2, diagnosis = "constant-to-low")
  static final class PutsConstantLow extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return rangedByHand(train, df, columns, low, high, lit(low), c -> c);
    }
  }

  /** Knows that a constant becomes 0.5, and not why. */
  @Mistake(task = 2, diagnosis = "constant-at-half")
  static final class PutsConstantAtHalf extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return rangedByHand(train, df, columns, low, high, lit(0.5), c -> c);
    }
  }

  /** Writes the formula down and does not think of constant columns. */
  @Mistake(task = 2, diagnosis = "divided-by-zero")
  static final class DividesByNoRange extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return byHand(
          df,
          columns,
          c -> {
            Row learned = train.select(min(col(c)), max(col(c))).first();
            double smallest = learned.getDouble(0);
            return col(c)
                .minus(smallest)
                .divide(learned.getDouble(1) - smallest)
                .multiply(high - low)
                .plus(low);
          });
    }
  }

  /** Does task 1 again. */
  @Mistake(task = 2, diagnosis = "standardised")
  static final class Standardises extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return standardize(train, df, columns);
    }
  }

  private static Dataset<Row> fitted(
      StandardScaler scaler, Dataset<Row> train, Dataset<Row> df, List<String> columns) {
    VectorAssembler assembler = assembler(columns.toArray(String[]::new), "unscaled");
    return scaler
        .setInputCol("unscaled")
        .setOutputCol("scaled")
        .fit(assembler.transform(train))
        .transform(assembler.transform(df));
  }

  private static Dataset<Row> normalized(Dataset<Row> df, List<String> columns) {
    return new Normalizer()
        .setInputCol("unscaled")
        .setOutputCol("scaled")
        .transform(assembler(columns.toArray(String[]::new), "unscaled").transform(df));
  }

  private static Dataset<Row> rangedByHand(
      Dataset<Row> train,
      Dataset<Row> df,
      List<String> columns,
      double low,
      double high,
      Column constant,
      UnaryOperator<Column> then) {
    return byHand(
        df,
        columns,
        c -> {
          Row learned = train.select(min(col(c)), max(col(c))).first();
          double smallest = learned.getDouble(0);
          double range = learned.getDouble(1) - smallest;
          return range == 0
              ? constant
              : then.apply(col(c).minus(smallest).divide(range).multiply(high - low).plus(low));
        });
  }

  private static Dataset<Row> byHand(
      Dataset<Row> df, List<String> columns, Function<String, Column> scale) {
    Dataset<Row> more = df;
    for (String column : columns) {
      more = more.withColumn(column + "_scaled", scale.apply(column));
    }
    return assembler(columns.stream().map(c -> c + "_scaled").toArray(String[]::new), "scaled")
        .transform(more);
  }

  private static VectorAssembler assembler(String[] columns, String output) {
    return new VectorAssembler().setInputCols(columns).setOutputCol(output);
  }
}
