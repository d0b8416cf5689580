package day2.pca.checks;

import static dev.kindling.check.Expect.expect;

import day2.pca.PcaLab;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.lowrank.LowRank;
import dev.kindling.data.lowrank.LowRankTruth;
import dev.kindling.reference.PrincipalComponents;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Has an answer choose k on a few readings, and judges how it went about it.
 *
 * @param truth the readings
 * @param all whether all sensors take part, and two k; or five sensors and one
 */
record SearchJudge(LowRankTruth truth, boolean all) {

  /**
   * Of 300 rows, each held out once, a share has a standard error of 0.028 at most; this is four of
   * them. The accuracies of one and of three components are 0.27 apart.
   */
  private static final double LUCK = 0.12;

  /** In one partition and with two folds: a fit starts dozens of small jobs. */
  private static final int FOLDS = 2;

  void judge(PcaLab lab, Given given) {
    List<String> columns = LowRank.SENSORS.subList(all ? 0 : 2, all ? 12 : 7);
    List<Integer> ks = all ? List.of(3, 1) : List.of(2);
    String label = all ? "alarm" : LowRank.LABEL;
    Table train = truth.train().head(all ? 300 : 120).rename(LowRank.LABEL, label);
    Table test = truth.test().head(all ? 150 : 60).rename(LowRank.LABEL, label);
    CrossValidatorModel model =
        lab.chooseK(
            given.frame(train).coalesce(1),
            given.frame(test).coalesce(1),
            columns,
            label,
            ks,
            FOLDS);
    judgeSetting(model, ks);
    double[] learned = best(model, StandardScalerModel.class).mean().toArray();
    expect(DoubleStream.of(learned).sorted().boxed().toList())
        .as("the means that the best model learned")
        .toHaveElementsInOrder(columns.stream().map(c -> train.values(c).mean()).sorted().toList())
        .diagnose(
            "not-from-train",
            means -> true,
            "These are not the means of train: other rows took part in the choice and in the learning, test alone or together with train. It cannot judge the model any more. Fit on train only; cross-validation makes its own held-out rows.");
    judgeBest(model, PrincipalComponents.scaled(train, columns));
    if (all) {
      expect(metrics(model))
          .as("the accuracy of each k")
          .within(LUCK)
          .toHaveEntries(
              ks.stream().collect(Collectors.toMap("k = %d"::formatted, truth::expectedAccuracy)));
    }
  }

  private static void judgeSetting(CrossValidatorModel model, List<Integer> ks) {
    expect(model.getEstimator())
        .as("the estimator that is cross-validated")
        .toContainStage(PCA.class)
        .diagnose(
            "pca-outside-cv",
            estimator -> true,
            "The components were learned before the folds were made, so each fold's held-out rows had a say in the directions that they are judged by. What learns belongs inside: give the `CrossValidator` a `Pipeline` with the `PCA` in it.")
        .toContainStage(StandardScaler.class)
        .diagnose(
            "unscaled-pca",
            estimator -> true,
            "There is no `StandardScaler` in what is cross-validated. Either the columns are not divided by their standard deviations, and the one that varies by the largest numbers is the first component; or that was done before the folds were made, and held-out rows had a say in it.")
        .toHaveStageBefore(StandardScaler.class, PCA.class)
        .diagnose(
            "scaled-after-pca",
            estimator -> true,
            "The scaler comes after the `PCA`, where it is too late: the directions have been found among columns of different scales. Scale first, then project.")
        .toHaveStageBefore(PCA.class, LogisticRegression.class)
        .toHaveParam(StandardScaler.class, "withMean", true)
        .diagnose(
            "not-centred",
            estimator -> true,
            "The scaler does not centre. The regression would put up with it, but the components are then shifted, and not those of the other tasks. Call setWithMean(true).")
        .toHaveParam(StandardScaler.class, "withStd", true)
        .toHaveParam(LogisticRegression.class, "regParam", 0.0)
        .toHaveParam(LogisticRegression.class, "maxIter", 100)
        .toHaveParam(LogisticRegression.class, "fitIntercept", true);
    expect(grid(model))
        .as("the settings that are tried")
        .toHaveElements(ks.stream().map("k = %d"::formatted).toList())
        .diagnose(
            "k-not-in-grid",
            grid -> grid.stream().noneMatch(setting -> setting.startsWith("k = ")),
            "The grid has no k of the `PCA` in the pipeline, so nothing was chosen: every model had the same number of components. `addGrid(pca.k(), …)` on the very `PCA` that is in the pipeline.")
        .diagnose(
            "k-chosen-on-test",
            grid -> grid.size() == 1,
            "The grid has a single k, so there was nothing left for the cross-validation to choose. If test chose it before, test cannot judge the model any more: its number is then the best of several, and too good. Put all of `ks` into the grid and hand over train.");
    Evaluator evaluator = model.getEvaluator();
    expect((String) evaluator.getOrDefault(evaluator.getParam("metricName")))
        .as("the metric")
        .toBe("accuracy")
        .diagnose(
            "other-metric",
            metric -> true,
            "What is measured is not the accuracy, perhaps because an evaluator has another metric by default: setMetricName(\"accuracy\") of a `MulticlassClassificationEvaluator`.");
    expect(model.getNumFolds()).as("the number of folds").toBe(FOLDS);
  }

  private static void judgeBest(CrossValidatorModel model, PrincipalComponents right) {
    Map<String, Double> metrics = metrics(model);
    String setting = Collections.max(metrics.entrySet(), Map.Entry.comparingByValue()).getKey();
    int best = Integer.parseInt(setting.substring("k = ".length()));
    PCAModel pca = best(model, PCAModel.class);
    expect(best(model, LogisticRegressionModel.class).numFeatures())
        .as("how many numbers the regression reads")
        .toBe(best)
        .diagnose(
            "regression-without-pca",
            numbers -> numbers.intValue() == right.columns().size(),
            "The regression reads all %d columns and not the components: whatever k is, the model is the same. Call setFeaturesCol with the output of the `PCA`."
                .formatted(right.columns().size()));
    expect(DoubleStream.of(pca.explainedVariance().toArray()).boxed().toList())
        .as("the shares of the components in the best model")
        .toHaveElementsInOrder(right.shares().subList(0, best))
        .diagnose(
            "unscaled-pca",
            shares ->
                pca.getInputCol().equals(best(model, StandardScalerModel.class).getInputCol()),
            "The `PCA` reads the column that the scaler reads, and not the one that it writes. So the columns are not scaled, and the one with the largest numbers is the first component. Call setInputCol with the scaler's output.");
  }

  /** The stages, those of pipelines within included. */
  static Stream<PipelineStage> stages(PipelineStage stage) {
    if (stage instanceof Pipeline pipeline) {
      return Stream.of(pipeline.getStages()).flatMap(SearchJudge::stages);
    }
    return stage instanceof PipelineModel fitted
        ? Stream.of(fitted.stages()).flatMap(SearchJudge::stages)
        : Stream.of(stage);
  }

  private static <S> S best(CrossValidatorModel model, Class<S> type) {
    return stages((PipelineModel) model.bestModel())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The settings that are tried, such as "k = 3"; those of a stage elsewhere do not count. */
  private static List<String> grid(CrossValidatorModel model) {
    List<String> uids = stages(model.getEstimator()).map(PipelineStage::uid).toList();
    return Stream.of(model.getEstimatorParamMaps())
        .map(
            map ->
                CollectionConverters.asJava(map.toSeq()).stream()
                    .filter(pair -> uids.contains(pair.param().parent()))
                    .map(pair -> pair.param().name() + " = " + pair.value())
                    .sorted()
                    .collect(Collectors.joining(", ")))
        .toList();
  }

  /** The mean over the folds for each setting, in the order of the grid. */
  private static Map<String, Double> metrics(CrossValidatorModel model) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (String setting : grid(model)) {
      metrics.put(setting, model.avgMetrics()[metrics.size()]);
    }
    return metrics;
  }
}
