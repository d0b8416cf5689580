package day2.endtoend;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.KnownErrors;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A forest that is to be fitted, and what it is judged by. */
record ForestFit(Dataset<Row> train, Dataset<Row> validation, Settings settings) {

  /** Spark's evaluator merges neighbours on the curve if there are more than 2,000 rows. */
  static final double TOLERANCE = 0.002;

  static final String ACCURACY =
      "This is the accuracy: the share of right predictions. Only one wine in five is good, so whoever says \"no\" to every wine is right four times out of five and finds none. The AUC asks how well good ones are ranked above the others: `BinaryClassificationEvaluator`.";

  /** A model that is not what it should be stops at wines that nobody has tasted. */
  static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "quality-among-features",
              error -> missing(error, "quality"),
              "The pipeline reads `quality`. The label is computed from it, so the model only has to look it up: an AUC of 1.0 in the notebook, and an error when the first wine comes that nobody has tasted. Leave `quality` and `label` out of the features.")
          .diagnose(
              "label-among-features",
              error -> missing(error, "label"),
              "The pipeline reads `label`, the very thing that it should find out. A wine that nobody has tasted has none. Leave `quality` and `label` out of the features.")
          .diagnose(
              "assembler-outside",
              error -> missing(error, "features"),
              "The pipeline wants a column `features`, so the assembler stands outside of it, and everybody who uses the model has to build that vector, in the right order, with nothing to tell the order. Put the assembler into the pipeline, as its first stage.");

  private static boolean missing(KnownErrors.Thrown error, String column) {
    return error.says("(No such struct field|with name) `" + column + "`")
        || error.says("(^|\\W)" + column + " does not exist");
  }

  /** The rows without what only a taster knows, their columns the other way round. */
  static Dataset<Row> untasted(Dataset<Row> wines) {
    List<String> names =
        Arrays.asList(
            Arrays.stream(wines.columns())
                .filter(name -> !List.of("quality", "label").contains(name))
                .toArray(String[]::new));
    Collections.reverse(names);
    return wines.select(names.stream().map(name -> col(name)).toArray(Column[]::new));
  }

  /** The forest at the end of a pipeline. */
  static RandomForestClassificationModel forest(PipelineModel model) {
    expect(model).as("the fitted pipeline").toContainStage(RandomForestClassificationModel.class);
    return compute("the forest of the pipeline", () -> last(model));
  }

  private static RandomForestClassificationModel last(PipelineModel model) {
    Transformer[] stages = model.stages();
    Transformer last = stages[stages.length - 1];
    return last instanceof PipelineModel inner
        ? last(inner)
        : (RandomForestClassificationModel) last;
  }

  /** Judges the pipeline: what it reads, and what its forest was told. */
  void judgeModel(PipelineModel model) {
    RandomForestClassificationModel forest = forest(model);
    ERRORS.during(
        () ->
            compute(
                "the predictions for wines that nobody has tasted",
                () -> model.transform(untasted(validation)).schema()));
    expect(forest.numFeatures())
        .as("the number of features")
        .toBe(train.columns().length - 2)
        .help("All columns but `quality` and `label` are features, `is_red` too.");
    judgeSettings(forest, settings);
  }

  static void judgeSettings(RandomForestClassificationModel forest, Settings settings) {
    Map<String, Long> wanted = told(settings);
    expect(
            Map.of(
                "numTrees", (long) forest.getNumTrees(),
                "maxDepth", (long) forest.getMaxDepth(),
                "seed", forest.getSeed()))
        .as("the settings of the forest")
        .toHaveEntries(wanted)
        .diagnose(
            "default-settings",
            given -> given.get("numTrees") == 20 && given.get("maxDepth") == 5,
            "The forest has 20 trees of depth 5: Spark's defaults. It was not told `settings`.")
        .diagnose(
            "no-seed",
            given ->
                given.get("numTrees").equals(wanted.get("numTrees"))
                    && given.get("maxDepth").equals(wanted.get("maxDepth")),
            "The forest draws rows and columns at random, and its seed is not that of `settings`. Nobody can make this model again: `setSeed`.");
  }

  static Map<String, Long> told(Settings settings) {
    return Map.of(
        "numTrees", (long) settings.numTrees(),
        "maxDepth", (long) settings.maxDepth(),
        "seed", settings.seed());
  }

  /** Judges the measure that goes with a model. */
  void judgeAuc(Scored scored) {
    PipelineModel model = scored.model();
    Evaluation right = Evaluation.of(model, validation);
    expect(scored.auc())
        .as("the AUC on validation")
        .within(TOLERANCE)
        .toBe(right.auc())
        .diagnose(
            "train-metrics",
            auc -> near(auc, Evaluation.within(model, train).auc()),
            "This is the AUC on the rows that the model has learned from. It flatters every model, and the more it has learned by heart the more. Transform `validation`.")
        .diagnose("accuracy-for-auc", right.accuracy(), ACCURACY)
        .diagnose(
            "auc-of-predictions",
            right.aucOfPredictions(),
            "This is the area under a curve of one point: the evaluator was given `prediction`, yes or no, instead of `rawPrediction`, which tells how sure the model is. Leave its `rawPredictionCol` as it is.")
        .diagnose(
            "pr-for-roc",
            auc -> near(auc, areaUnderPr(model)),
            "This is the area under the precision-recall curve, another measure with another scale. The task asks for `areaUnderROC`.");
  }

  private double areaUnderPr(PipelineModel model) {
    return new BinaryClassificationEvaluator()
        .setMetricName("areaUnderPR")
        .evaluate(model.transform(validation));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE;
  }
}
