package day2.endtoend;

import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Mistake;
import java.util.Arrays;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers to tasks 1 to 3, each as somebody would write it. */
final class EndToEndMistakes {

  static final String ACCURACY =
      "This is the accuracy: the share of right predictions. Only one wine in five is good, so whoever says \"no\" to every wine is right four times out of five and finds none. The AUC asks how well good ones are ranked above the others: `BinaryClassificationEvaluator`.";

  private EndToEndMistakes() {}

  /** Renames the one column that it knows. */
  @Mistake(task = 1, diagnosis = "blanks-in-names")
  static final class RenamesOneColumn extends EndToEndSolution {
    @Override
    Dataset<Row> withoutBlanks(Dataset<Row> wines) {
      return wines.withColumnRenamed("fixed acidity", "fixed_acidity");
    }

    @Override
    public String scoreWines(String uri, String name, Dataset<Row> batch, String tablePath) {
      return new EndToEndSolution().scoreWines(uri, name, batch, tablePath);
    }
  }

  /** Takes the border for bad. */
  @Mistake(
      task = 1,
      diagnosis = "label-above-seven",
      says =
          "A wine of quality 7 is labelled 0.0. Good is 7 or more: `geq(7)`, not `gt(7)`. Five out of six good wines are sevens, so this is another problem altogether.")
  static final class LabelsAboveSeven extends EndToEndSolution {
    @Override
    Column isGood(Column quality) {
      return quality.gt(GOOD);
    }
  }

  /** Trusts the order of the columns. */
  @Mistake(
      task = 1,
      diagnosis = "union-by-position",
      says =
          "`union` puts the first column of white under the first of red, whatever they are called; here sulfur ended up as density, and no error says so. `unionByName` looks at the names.")
  static final class UnitesByPosition extends EndToEndSolution {
    @Override
    Dataset<Row> both(Dataset<Row> red, Dataset<Row> white) {
      return red.union(white);
    }
  }

  /** Marks the whites. */
  @Mistake(
      task = 1,
      diagnosis = "is-red-swapped",
      says = "`is_red` is 1 for white wines and 0 for red ones: the other way round.")
  static final class MarksWhite extends EndToEndSolution {
    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      return super.prepareWines(white, red);
    }
  }

  /** Fills instead of dropping. */
  @Mistake(
      task = 1,
      diagnosis = "nulls-filled",
      says =
          "Nulls have become zeros: a wine with a pH of 0, and one with a quality that nobody gave. The task drops these rows: `na().drop()`.")
  static final class FillsNulls extends EndToEndSolution {
    @Override
    Dataset<Row> both(Dataset<Row> red, Dataset<Row> white) {
      return super.both(red, white).na().fill(0);
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

  /** Forgets the seed. */
  @Mistake(task = 2, diagnosis = "no-seed")
  static final class SplitsWithoutSeed extends EndToEndSolution {
    @Override
    public Split splitWines(Dataset<Row> wines, long seed) {
      Dataset<Row>[] parts = wines.coalesce(1).randomSplit(new double[] {0.6, 0.2, 0.2});
      return new Split(parts[0], parts[1], parts[2]);
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
    Column bucket(Column hash) {
      return hash.mod(lit(100));
    }
  }

  /** Lets one column decide. */
  @Mistake(task = 2, diagnosis = "some-columns-alone")
  static final class DrawsByQuality extends EndToEndSolution {
    @Override
    Column bucket(Column hash) {
      return super.bucket(xxhash64(col("quality")));
    }
  }

  /** Lets the model read the answer. */
  @Mistake(
      task = 3,
      diagnosis = "quality-among-features",
      says =
          "The pipeline reads `quality`. The label is computed from it, so the model only has to look it up: an AUC of 1.0 in the notebook, and an error when the first wine comes that nobody has tasted. Leave `quality` and `label` out of the features.")
  static final class ReadsQuality extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      String[] features =
          Arrays.stream(train.columns()).filter(n -> !n.equals("label")).toArray(String[]::new);
      PipelineModel model = forest(features, settings).fit(train);
      return new Scored(model, auc(model, validation));
    }
  }

  /** Learns from both. */
  @Mistake(
      task = 3,
      diagnosis = "fit-on-validation",
      says =
          "Train and validation contradict each other about these wines, and the forest says what validation says: it has learned from the rows that it is measured on. Fit on `train` alone.")
  static final class FitsOnBoth extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      return super.fitForest(train.unionByName(validation), validation, settings);
    }
  }

  /** Counts right answers. */
  @Mistake(task = 3, diagnosis = "accuracy-for-auc", says = ACCURACY)
  static final class MeasuresAccuracy extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      PipelineModel model = fit(train, settings);
      return new Scored(model, accuracy(model, validation));
    }
  }

  static double accuracy(PipelineModel model, Dataset<Row> wines) {
    return new MulticlassClassificationEvaluator()
        .setMetricName("accuracy")
        .evaluate(model.transform(wines));
  }

  /** Gives the evaluator yes and no. */
  @Mistake(
      task = 3,
      diagnosis = "auc-of-predictions",
      says =
          "This is the area under a curve of one point: the evaluator was given `prediction`, yes or no, instead of `rawPrediction`, which tells how sure the model is. Leave its `rawPredictionCol` as it is.")
  static final class RanksPredictions extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      var evaluator = new BinaryClassificationEvaluator().setRawPredictionCol("prediction");
      PipelineModel model = fit(train, settings);
      return new Scored(model, evaluator.evaluate(model.transform(validation)));
    }
  }

  /** Takes another curve. */
  @Mistake(
      task = 3,
      diagnosis = "pr-for-roc",
      says =
          "This is the area under the precision-recall curve, another measure with another scale. The task asks for `areaUnderROC`.")
  static final class MeasuresPr extends EndToEndSolution {
    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      var evaluator = new BinaryClassificationEvaluator().setMetricName("areaUnderPR");
      PipelineModel model = fit(train, settings);
      return new Scored(model, evaluator.evaluate(model.transform(validation)));
    }
  }
}
