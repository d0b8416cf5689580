package day2.scaling;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.feature.RobustScaler;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about scalers and what stands beside them, each as somebody would write it. */
final class ScalingPipelineMistakes {

  private ScalingPipelineMistakes() {}

  /** Switches centring on out of habit. */
  @Mistake(task = 3, diagnosis = "not-the-default")
  static final class ComparesCentred extends ScalingSolution {
    @Override
    public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
      return replaced(
          super.compareScalers(df, columns),
          "StandardScaler",
          pipeline(
                  assembler(columns, "unscaled"),
                  new StandardScaler()
                      .setWithMean(true)
                      .setInputCol("unscaled")
                      .setOutputCol("vector"))
              .fit(df)
              .transform(df),
          columns);
    }
  }

  /** Centres the robust one. */
  @Mistake(task = 3, diagnosis = "not-the-default")
  static final class ComparesRobustCentred extends ScalingSolution {
    @Override
    public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
      return replaced(
          super.compareScalers(df, columns),
          "RobustScaler",
          pipeline(
                  assembler(columns, "unscaled"),
                  new RobustScaler()
                      .setWithCentering(true)
                      .setInputCol("unscaled")
                      .setOutputCol("vector"))
              .fit(df)
              .transform(df),
          columns);
    }
  }

  /** Takes Normalizer for a scaler of columns. */
  @Mistake(task = 3, diagnosis = "normalizer-per-column")
  static final class NormalizesColumns extends ScalingSolution {
    @Override
    public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
      Dataset<Row> divided = df;
      for (String column : columns) {
        double length =
            df.select(sqrt(sum(col(column).multiply(col(column))))).first().getDouble(0);
        divided = divided.withColumn(column, col(column).divide(length));
      }
      return replaced(
          super.compareScalers(df, columns),
          "Normalizer",
          assembler(columns, "vector").transform(divided),
          columns);
    }
  }

  /** Takes the other standard deviation. */
  @Mistake(task = 3, diagnosis = "population-sd")
  static final class ComparesPopulations extends ScalingSolution {
    @Override
    public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
      double n = df.count();
      return super.compareScalers(df, columns)
          .withColumn("sd", col("sd").multiply(Math.sqrt((n - 1) / n)));
    }
  }

  /** Scales to 0 and 1 by hand, and a constant to 0. */
  @Mistake(task = 3, diagnosis = "constant-to-low")
  static final class ComparesConstantLow extends ScalingSolution {
    @Override
    public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
      Column constant = col("scaler").equalTo("MinMaxScaler").and(col("min").equalTo(col("max")));
      Dataset<Row> compared = super.compareScalers(df, columns);
      for (String column : List.of("mean", "max", "min")) {
        compared = compared.withColumn(column + "0", when(constant, 0.0).otherwise(col(column)));
      }
      return compared
          .drop("min", "max", "mean")
          .withColumnRenamed("min0", "min")
          .withColumnRenamed("max0", "max")
          .withColumnRenamed("mean0", "mean");
    }
  }

  /** Assembles everything and centres it. */
  @Mistake(task = 4, diagnosis = "one-hot-centred")
  static final class CentresOneHots extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return pipeline(
          assembler(join(without(numbers, label), oneHots), "everything"),
          new StandardScaler()
              .setWithMean(true)
              .setInputCol("everything")
              .setOutputCol("features"));
    }
  }

  /** Assembles everything and only divides it. */
  @Mistake(task = 4, diagnosis = "one-hot-scaled")
  static final class DividesOneHots extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return pipeline(
          assembler(join(without(numbers, label), oneHots), "everything"),
          new StandardScaler().setInputCol("everything").setOutputCol("features"));
    }
  }

  /** Knows that centring is no good for one-hot vectors, and divides them. */
  @Mistake(task = 4, diagnosis = "one-hot-scaled")
  static final class DividesOneHotsApart extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return pipeline(
          assembler(without(numbers, label), "numbers"),
          assembler(oneHots, "slots"),
          new StandardScaler().setWithMean(true).setInputCol("numbers").setOutputCol("scaledN"),
          new StandardScaler().setInputCol("slots").setOutputCol("scaledS"),
          assembler(List.of("scaledN", "scaledS"), "features"));
    }
  }

  /** Scales all numbers there are. */
  @Mistake(task = 4, diagnosis = "label-in-features")
  static final class ScalesLabelToo extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return super.featurePipeline(numbers, oneHots, "");
    }
  }

  /** Scales all there is. */
  @Mistake(task = 4, diagnosis = "label-in-features")
  static final class ScalesEverything extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return pipeline(
          assembler(join(numbers, oneHots), "everything"),
          new StandardScaler()
              .setWithMean(true)
              .setInputCol("everything")
              .setOutputCol("features"));
    }
  }

  /** Expects the scaler to centre by default. */
  @Mistake(task = 4, diagnosis = "not-centred")
  static final class DividesNumbers extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return pipeline(
          assembler(without(numbers, label), "numbers"),
          new StandardScaler().setInputCol("numbers").setOutputCol("scaledNumbers"),
          assembler(join(List.of("scaledNumbers"), oneHots), "features"));
    }
  }

  /** Scales, and assembles what was there before. */
  @Mistake(task = 4, diagnosis = "numbers-not-scaled")
  static final class AssemblesUnscaled extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return pipeline(
          assembler(without(numbers, label), "numbers"),
          new StandardScaler()
              .setWithMean(true)
              .setInputCol("numbers")
              .setOutputCol("scaledNumbers"),
          assembler(join(List.of("numbers"), oneHots), "features"));
    }
  }

  /** Puts the one-hot vectors in front. */
  @Mistake(task = 4, diagnosis = "features-out-of-order")
  static final class StartsWithOneHots extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return pipeline(
          assembler(without(numbers, label), "numbers"),
          new StandardScaler()
              .setWithMean(true)
              .setInputCol("numbers")
              .setOutputCol("scaledNumbers"),
          assembler(join(oneHots, List.of("scaledNumbers")), "features"));
    }
  }

  /** Ends with the scaler. */
  @Mistake(task = 4, diagnosis = "one-hots-missing")
  static final class ForgetsOneHots extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return super.featurePipeline(numbers, List.of(), label);
    }
  }

  /** Groups by the columns as they are. */
  @Mistake(task = 5, diagnosis = "no-scaler")
  static final class GroupsUnscaled extends ScalingSolution {
    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(assembler(columns, "features"), kMeans(k, seed));
    }
  }

  /** Forgets that KMeans reads `features`. */
  @Mistake(task = 5, diagnosis = "kmeans-reads-unscaled")
  static final class GroupsTheOtherColumn extends ScalingSolution {
    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(
          assembler(columns, "features"),
          new StandardScaler().setInputCol("features").setOutputCol("scaledFeatures"),
          kMeans(k, seed));
    }
  }

  /** Adds the scaler at the end. */
  @Mistake(task = 5, diagnosis = "scaler-after-kmeans")
  static final class ScalesTooLate extends ScalingSolution {
    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(
          assembler(columns, "features"),
          kMeans(k, seed),
          new StandardScaler().setInputCol("features").setOutputCol("scaledFeatures"));
    }
  }

  /** Takes Normalizer for a scaler of columns. */
  @Mistake(task = 5, diagnosis = "normalizer-per-row")
  static final class GroupsNormalizedRows extends ScalingSolution {
    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(
          assembler(columns, "unscaled"),
          new Normalizer().setInputCol("unscaled").setOutputCol("features"),
          kMeans(k, seed));
    }
  }

  /** The table of task 3 with the rows of one scaler computed from another vector. */
  private static Dataset<Row> replaced(
      Dataset<Row> compared, String scaler, Dataset<Row> vectors, List<String> columns) {
    Dataset<Row> table = compared.where(col("scaler").notEqual(scaler));
    for (int i = 0; i < columns.size(); i++) {
      Column value = vector_to_array(col("vector"), "float64").getItem(i);
      table =
          table.unionByName(
              vectors.select(
                  lit(scaler).as("scaler"),
                  lit(columns.get(i)).as("column"),
                  min(value).as("min"),
                  max(value).as("max"),
                  avg(value).as("mean"),
                  stddev(value).as("sd")));
    }
    return table;
  }

  private static KMeans kMeans(int k, long seed) {
    return new KMeans().setK(k).setSeed(seed);
  }

  private static List<String> without(List<String> numbers, String label) {
    return numbers.stream().filter(column -> !column.equals(label)).toList();
  }

  private static List<String> join(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private static VectorAssembler assembler(List<String> columns, String output) {
    return new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol(output);
  }

  private static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }
}
