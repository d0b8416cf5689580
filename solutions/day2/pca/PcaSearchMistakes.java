package day2.pca;

import dev.kindling.lab.Mistake;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers to the task in which the number of components is searched for. */
final class PcaSearchMistakes {

  private PcaSearchMistakes() {}

  /** Learns the components first, and cross-validates the regression alone. */
  @Mistake(task = 6, diagnosis = "pca-outside-cv")
  static final class LearnsComponentsFirst extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      Dataset<Row> projected = fitPca(train, test, columns, ks.get(0)).transform(train);
      return new CrossValidator()
          .setEstimator(regression(label))
          .setEstimatorParamMaps(new ParamGridBuilder().build())
          .setEvaluator(accuracy(label))
          .setNumFolds(folds)
          .fit(projected);
    }
  }

  /** Does not scale. */
  @Mistake(task = 6, diagnosis = "unscaled-pca")
  static final class SearchesUnscaled extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      PCA pca = pca("features", "pca");
      return search(
          train, accuracy(label), grid(pca, ks), folds, assembler(columns), pca, regression(label));
    }
  }

  /** Scales the components. */
  @Mistake(task = 6, diagnosis = "scaled-after-pca")
  static final class SearchesScaledAfterwards extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      PCA pca = pca("features", "components");
      return search(
          train,
          accuracy(label),
          grid(pca, ks),
          folds,
          assembler(columns),
          pca,
          scaler("components", "pca").setWithMean(true),
          regression(label));
    }
  }

  /** Leaves the scaler at its defaults. */
  @Mistake(task = 6, diagnosis = "not-centred")
  static final class SearchesUncentred extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      PCA pca = pca("scaled", "pca");
      return search(
          train,
          accuracy(label),
          grid(pca, ks),
          folds,
          assembler(columns),
          scaler("features", "scaled"),
          pca,
          regression(label));
    }
  }

  /** Lets test choose, and then cross-validates what was chosen. */
  @Mistake(task = 6, diagnosis = "k-chosen-on-test")
  static final class ChoosesOnTest extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      int best =
          ks.stream()
              .max(
                  Comparator.comparingDouble(
                      k -> {
                        PipelineModel components = fitPca(train, test, columns, k);
                        return accuracy(label)
                            .evaluate(
                                regression(label)
                                    .fit(components.transform(train))
                                    .transform(components.transform(test)));
                      }))
              .orElseThrow();
      return super.chooseK(train, test, columns, label, List.of(best), folds);
    }
  }

  /** Makes a grid of another param. */
  @Mistake(task = 6, diagnosis = "k-not-in-grid")
  static final class SearchesSomethingElse extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      LogisticRegression regression = regression(label);
      return search(
          train,
          accuracy(label),
          new ParamGridBuilder().addGrid(regression.regParam(), new double[] {0.0, 0.1}).build(),
          folds,
          assembler(columns),
          scaler("features", "scaled").setWithMean(true),
          pca("scaled", "pca").setK(3),
          regression);
    }
  }

  /** Leaves the metric at its default. */
  @Mistake(task = 6, diagnosis = "other-metric")
  static final class MeasuresSomethingElse extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      PCA pca = pca("scaled", "pca");
      return search(
          train,
          new MulticlassClassificationEvaluator().setLabelCol(label),
          grid(pca, ks),
          folds,
          assembler(columns),
          scaler("features", "scaled").setWithMean(true),
          pca,
          regression(label));
    }
  }

  /** Chooses with every row there is. */
  @Mistake(task = 6, diagnosis = "fit-on-all-rows")
  static final class ChoosesWithAllRows extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      return super.chooseK(train.union(test), test, columns, label, ks, folds);
    }
  }

  /** Cross-validates on test. */
  @Mistake(task = 6, diagnosis = "fit-on-test")
  static final class CrossValidatesTest extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      return super.chooseK(test, train, columns, label, ks, folds);
    }
  }

  private static CrossValidatorModel search(
      Dataset<Row> train,
      MulticlassClassificationEvaluator metric,
      ParamMap[] grid,
      int folds,
      PipelineStage... stages) {
    return new CrossValidator()
        .setEstimator(new Pipeline().setStages(stages))
        .setEstimatorParamMaps(grid)
        .setEvaluator(metric)
        .setNumFolds(folds)
        .fit(train);
  }

  private static ParamMap[] grid(PCA pca, List<Integer> ks) {
    return new ParamGridBuilder()
        .addGrid(pca.k(), ks.stream().mapToInt(Integer::intValue).toArray())
        .build();
  }

  private static VectorAssembler assembler(List<String> columns) {
    return new VectorAssembler()
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCol("features");
  }

  static StandardScaler scaler(String from, String to) {
    return new StandardScaler().setInputCol(from).setOutputCol(to);
  }

  private static PCA pca(String from, String to) {
    return new PCA().setInputCol(from).setOutputCol(to);
  }

  private static LogisticRegression regression(String label) {
    return new LogisticRegression().setFeaturesCol("pca").setLabelCol(label);
  }

  private static MulticlassClassificationEvaluator accuracy(String label) {
    return new MulticlassClassificationEvaluator().setLabelCol(label).setMetricName("accuracy");
  }
}
