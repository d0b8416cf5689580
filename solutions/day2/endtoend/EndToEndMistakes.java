package day2.endtoend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percent_rank;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kindling.lab.Mistake;
import java.util.Arrays;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Wrong answers to tasks 1 to 3, one known mistake each. */
final class EndToEndMistakes {

  private EndToEndMistakes() {}

  /** Leaves the names as they came. */
  @Mistake(task = 1, diagnosis = "blanks-in-names")
  static final class KeepsBlanks extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      return red.withColumn("is_red", lit(1))
          .unionByName(white.withColumn("is_red", lit(0)))
          .na()
          .drop()
          .withColumn("label", when(col("quality").geq(7), 1.0).otherwise(0.0));
    }
  }

  /** Renames the one column that it knows. */
  @Mistake(task = 1, diagnosis = "blanks-in-names")
  static final class RenamesOneColumn extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      return new KeepsBlanks()
          .prepareWines(red, white)
          .withColumnRenamed("fixed acidity", "fixed_acidity");
    }
  }

  /** Casts no boolean. */
  @Mistake(task = 1, diagnosis = "label-not-double")
  static final class LabelsWithBooleans extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      return super.prepareWines(red, white).withColumn("label", col("quality").geq(7));
    }
  }

  /** Takes the border for bad. */
  @Mistake(task = 1, diagnosis = "label-above-seven")
  static final class LabelsAboveSeven extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      return super.prepareWines(red, white)
          .withColumn("label", when(col("quality").gt(7), 1.0).otherwise(0.0));
    }
  }

  /** Trusts the order of the columns. */
  @Mistake(task = 1, diagnosis = "union-by-position")
  static final class UnitesByPosition extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      Dataset<Row> both =
          red.withColumn("is_red", lit(1)).union(white.withColumn("is_red", lit(0)));
      return withoutBlanks(both.na().drop())
          .withColumn("label", when(col("quality").geq(7), 1.0).otherwise(0.0));
    }
  }

  /** Marks the whites. */
  @Mistake(task = 1, diagnosis = "is-red-swapped")
  static final class MarksWhite extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      return super.prepareWines(white, red);
    }
  }

  /** Never looks for nulls. */
  @Mistake(task = 1, diagnosis = "nulls-kept")
  static final class KeepsNulls extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      Dataset<Row> both =
          red.withColumn("is_red", lit(1)).unionByName(white.withColumn("is_red", lit(0)));
      return withoutBlanks(both)
          .withColumn("label", when(col("quality").geq(7), 1.0).otherwise(0.0));
    }
  }

  /** Fills instead of dropping. */
  @Mistake(task = 1, diagnosis = "nulls-filled")
  static final class FillsNulls extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      return super.prepareWines(red.na().fill(0), white.na().fill(0));
    }
  }

  /** Unites as SQL's UNION does. */
  @Mistake(task = 1, diagnosis = "duplicates-dropped")
  static final class DropsDuplicates extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      return super.prepareWines(red, white).distinct();
    }
  }

  /** Splits as every notebook does. */
  @Mistake(task = 2, diagnosis = "depends-on-partitions")
  static final class SplitsByPartition extends EndToEndSolution {
    @Override
    public Split splitWines(Dataset<Row> wines, long seed) {
      Dataset<Row>[] parts = wines.randomSplit(new double[] {0.6, 0.2, 0.2}, seed);
      return new Split(parts[0], parts[1], parts[2]);
    }
  }

  /** Draws a number per row. */
  @Mistake(task = 2, diagnosis = "depends-on-partitions")
  static final class SplitsByRand extends EndToEndSolution {
    @Override
    public Split splitWines(Dataset<Row> wines, long seed) {
      return cut(wines.withColumn("draw", rand(seed)));
    }
  }

  /** Forgets the seed. */
  @Mistake(task = 2, diagnosis = "no-seed")
  static final class SplitsWithoutSeed extends EndToEndSolution {
    @Override
    public Split splitWines(Dataset<Row> wines, long seed) {
      Dataset<Row>[] parts = wines.coalesce(1).randomSplit(new double[] {0.6, 0.2, 0.2});
      return new Split(parts[0], parts[1], parts[2]);
    }
  }

  /** Has a seed of its own. */
  @Mistake(task = 2, diagnosis = "seed-ignored")
  static final class SplitsWithOneSeed extends EndToEndSolution {
    @Override
    public Split splitWines(Dataset<Row> wines, long seed) {
      return super.splitWines(wines, 42);
    }
  }

  /** Draws three samples. */
  @Mistake(task = 2, diagnosis = "parts-overlap")
  static final class DrawsThreeSamples extends EndToEndSolution {
    @Override
    public Split splitWines(Dataset<Row> wines, long seed) {
      return new Split(
          wines.sample(0.6, seed), wines.sample(0.2, seed + 1), wines.sample(0.2, seed + 2));
    }
  }

  /** Takes the remainder of a hash, which may be negative. */
  @Mistake(task = 2, diagnosis = "negative-remainder")
  static final class TakesNegativeRemainders extends EndToEndSolution {
    @Override
    public Split splitWines(Dataset<Row> wines, long seed) {
      Column bucket = xxhash64(withSeed(wines, seed)).mod(lit(10));
      return new Split(
          wines.where(bucket.lt(6)),
          wines.where(bucket.geq(6).and(bucket.lt(8))),
          wines.where(bucket.geq(8)));
    }
  }

  /** Cuts the wines by their strength, and turns that with the seed. */
  @Mistake(task = 2, diagnosis = "not-random")
  static final class CutsInOrder extends EndToEndSolution {
    @Override
    public Split splitWines(Dataset<Row> wines, long seed) {
      Column order = seed % 2 == 0 ? col("alcohol") : col("alcohol").desc();
      Column rank = percent_rank().over(Window.orderBy(order, hash(withSeed(wines, seed))));
      return cut(wines.withColumn("draw", rank));
    }
  }

  private static Split cut(Dataset<Row> drawn) {
    Column draw = col("draw");
    return new Split(
        drawn.where(draw.lt(0.6)).drop("draw"),
        drawn.where(draw.geq(0.6).and(draw.lt(0.8))).drop("draw"),
        drawn.where(draw.geq(0.8)).drop("draw"));
  }

  private static Column[] withSeed(Dataset<Row> wines, long seed) {
    Column[] values =
        Arrays.copyOf(EndToEndSolution.columns(wines.columns()), wines.columns().length + 1);
    values[values.length - 1] = lit(seed);
    return values;
  }

  /** Lets the model read the answer. */
  @Mistake(task = 3, diagnosis = "quality-among-features")
  static final class ReadsQuality extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      PipelineModel model = forest(allBut(train, "label"), settings).fit(train);
      return new Scored(model, auc(model, validation));
    }
  }

  /** Lets the model read the label. */
  @Mistake(task = 3, diagnosis = "label-among-features")
  static final class ReadsLabel extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      PipelineModel model = forest(allBut(train, "quality"), settings).fit(train);
      return new Scored(model, auc(model, validation));
    }
  }

  private static String[] allBut(Dataset<Row> wines, String left) {
    return Arrays.stream(wines.columns()).filter(n -> !n.equals(left)).toArray(String[]::new);
  }

  /** Assembles first, and makes a pipeline of the rest. */
  @Mistake(task = 3, diagnosis = "assembler-outside")
  static final class AssemblesOutside extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      PipelineStage[] stages = forest(features(train), settings).getStages();
      VectorAssembler assembler = (VectorAssembler) stages[0];
      PipelineModel model =
          new Pipeline().setStages(new PipelineStage[] {stages[1]}).fit(assembler.transform(train));
      return new Scored(model, auc(model, assembler.transform(validation)));
    }
  }

  /** Tells the forest nothing. */
  @Mistake(task = 3, diagnosis = "default-settings")
  static final class KeepsDefaults extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      return super.fitForest(train, validation, new Settings(20, 5, settings.seed()));
    }
  }

  /** Tells the forest no seed. */
  @Mistake(task = 3, diagnosis = "no-seed")
  static final class FitsWithoutSeed extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      PipelineStage[] stages = forest(features(train), settings).getStages();
      RandomForestClassifier forest =
          new RandomForestClassifier()
              .setNumTrees(settings.numTrees())
              .setMaxDepth(settings.maxDepth());
      PipelineModel model =
          new Pipeline().setStages(new PipelineStage[] {stages[0], forest}).fit(train);
      return new Scored(model, auc(model, validation));
    }
  }

  /** Measures on the rows that the model has seen. */
  @Mistake(task = 3, diagnosis = "train-metrics")
  static final class MeasuresOnTrain extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      return super.fitForest(train, train, settings);
    }
  }

  /** Learns from both. */
  @Mistake(task = 3, diagnosis = "fit-on-validation")
  static final class FitsOnBoth extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      return super.fitForest(train.unionByName(validation), validation, settings);
    }
  }

  /** Counts right answers. */
  @Mistake(task = 3, diagnosis = "accuracy-for-auc")
  static final class MeasuresAccuracy extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      PipelineModel model = super.fitForest(train, validation, settings).model();
      return new Scored(model, accuracy(model, validation));
    }
  }

  static double accuracy(PipelineModel model, Dataset<Row> wines) {
    return new MulticlassClassificationEvaluator()
        .setMetricName("accuracy")
        .evaluate(model.transform(wines));
  }

  /** Gives the evaluator yes and no. */
  @Mistake(task = 3, diagnosis = "auc-of-predictions")
  static final class RanksPredictions extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      PipelineModel model = super.fitForest(train, validation, settings).model();
      return new Scored(
          model,
          new BinaryClassificationEvaluator()
              .setRawPredictionCol("prediction")
              .evaluate(model.transform(validation)));
    }
  }

  /** Takes another curve. */
  @Mistake(task = 3, diagnosis = "pr-for-roc")
  static final class MeasuresPr extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      PipelineModel model = super.fitForest(train, validation, settings).model();
      return new Scored(
          model,
          new BinaryClassificationEvaluator()
              .setMetricName("areaUnderPR")
              .evaluate(model.transform(validation)));
    }
  }
}
