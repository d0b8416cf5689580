package day2.pca;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A cross-validation over the number of components: how it is set up, and what it found.
 *
 * @param model what an answer returned
 * @param columns the input columns
 * @param ks the numbers of components to choose from
 * @param folds how many folds there should be
 */
record ChosenK(CrossValidatorModel model, List<String> columns, List<Integer> ks, int folds) {

  /** The smallest scale of a column is 1, and test is half a scale away from train. */
  private static final double SAME_MEANS = 1e-3;

  /** What belongs into the estimator, and in which order. */
  void judgePipeline() {
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
            "There is no `StandardScaler` in what is cross-validated. Either the columns are not scaled, and the one with the largest numbers is the first component; or they were scaled before the folds were made, and held-out rows had a say in it.")
        .toHaveStageBefore(StandardScaler.class, PCA.class)
        .diagnose(
            "scaled-after-pca",
            estimator -> true,
            "The scaler comes after the `PCA`, where it is too late: the directions have been found among columns of different scales. Scale first, then project.")
        .toHaveStageBefore(PCA.class, LogisticRegression.class)
        .toHaveParam(StandardScaler.class, "withStd", true)
        .toHaveParam(StandardScaler.class, "withMean", true)
        .diagnose(
            "not-centred",
            estimator -> true,
            "The scaler does not centre. The regression would put up with it, but the components are then shifted, and not those of the other tasks. Call setWithMean(true).");
  }

  /** What is compared, and how. */
  void judgeSearch() {
    List<Integer> grid =
        Stream.of(model.getEstimatorParamMaps())
            .flatMap(map -> CollectionConverters.asJava(map.toSeq()).stream())
            .filter(pair -> pair.param().name().equals("k"))
            .map(ParamPair::value)
            .map(Integer.class::cast)
            .toList();
    expect(grid)
        .as("the values of k in the grid")
        .toHaveElements(ks)
        .diagnose(
            "k-chosen-on-test",
            found -> found.size() == 1 && ks.size() > 1,
            "The grid has a single k, so there was nothing left for the cross-validation to choose. If test chose it before, test cannot judge the model any more: its number is then the best of several, and too good. Put all of `ks` into the grid and hand over train.")
        .diagnose(
            "k-not-in-grid",
            List.of(),
            "The grid has no k, so nothing was chosen: every model had the same number of components. `addGrid(pca.k(), …)` on the very `PCA` that is in the pipeline.");
    expect(model.getEstimatorParamMaps().length)
        .as("the number of settings in the grid")
        .toBe(ks.size());
    Evaluator evaluator = model.getEvaluator();
    expect(String.valueOf(evaluator.getOrDefault(evaluator.getParam("metricName"))))
        .as("the metric")
        .toBe("accuracy")
        .diagnose(
            "other-metric",
            metric -> true,
            metric ->
                "The metric is %s, the evaluator's default. Asked for is the accuracy: setMetricName(\"accuracy\") of a `MulticlassClassificationEvaluator`."
                    .formatted(metric));
    expect(model.getNumFolds()).as("the number of folds").toBe(folds);
  }

  /** Which rows the best model has learned from. */
  void judgeRows(Table train, Table test) {
    List<Double> learned = learnedMeans();
    List<List<Object>> rows = new ArrayList<>(train.rows());
    rows.addAll(test.rows());
    expect(learned)
        .as("the means that the best model learned")
        .within(SAME_MEANS)
        .toHaveElementsInOrder(means(train))
        .diagnose(
            "fit-on-all-rows",
            means(new Table(train.columns(), rows)),
            "These are the means of train and test together: test took part in the choice, and in the learning too. It cannot judge the model any more. Fit on train only.")
        .diagnose(
            "fit-on-test",
            means(test),
            "These are the means of test: k was chosen on test, and the model was learned from it. Nothing is left to judge the model with. Fit on train; cross-validation makes its own held-out rows.");
  }

  /**
   * What came out.
   *
   * @param accuracies to expect for each of {@code ks}
   * @param within how far a mean of the folds may be off
   */
  void judgeChoice(List<Double> accuracies, double within) {
    List<Double> found = new ArrayList<>();
    for (int k : ks) {
      found.add(metric(k));
    }
    expect(found).as("the accuracy of each k").within(within).toHaveElementsInOrder(accuracies);
    int best =
        IntStream.range(0, ks.size())
            .boxed()
            .max((a, b) -> Double.compare(found.get(a), found.get(b)))
            .map(ks::get)
            .orElseThrow();
    expect(stage(PCAModel.class).getK()).as("the chosen k").toBe(best);
  }

  private double metric(int k) {
    for (int i = 0; i < model.getEstimatorParamMaps().length; i++) {
      for (ParamPair<?> pair :
          CollectionConverters.asJava(model.getEstimatorParamMaps()[i].toSeq())) {
        if (pair.param().name().equals("k") && pair.value().equals(k)) {
          return model.avgMetrics()[i];
        }
      }
    }
    return Double.NaN;
  }

  /** Sorted, whatever the order of the columns in the vector. */
  private List<Double> learnedMeans() {
    return DoubleStream.of(stage(StandardScalerModel.class).mean().toArray())
        .sorted()
        .boxed()
        .toList();
  }

  private List<Double> means(Table rows) {
    return columns.stream().map(column -> rows.values(column).mean()).sorted().toList();
  }

  private <S> S stage(Class<S> type) {
    return Stream.of(((PipelineModel) model.bestModel()).stages())
        .flatMap(
            stage ->
                stage instanceof PipelineModel inner ? Stream.of(inner.stages()) : Stream.of(stage))
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }
}
