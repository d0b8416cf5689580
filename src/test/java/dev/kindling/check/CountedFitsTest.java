package dev.kindling.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.TestSpark;
import java.util.Arrays;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

final class CountedFitsTest {

  private final Dataset<Row> rows =
      TestSpark.session()
          .range(0, 40, 1, 2)
          .selectExpr("cast(id as double) as x", "cast(2 * id + id % 3 as double) as label");

  private final LinearRegression regression = new LinearRegression();

  private Pipeline pipeline() {
    return new Pipeline()
        .setStages(
            new PipelineStage[] {
              new VectorAssembler().setInputCols(new String[] {"x"}).setOutputCol("features"),
              regression
            });
  }

  @Test
  void aSearchFitsEachSettingsInEachFoldAndTheBestOnceMore() {
    CountedFits<PipelineModel> counted = CountedFits.of(pipeline());
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(regression.regParam(), new double[] {0.0, 100.0})
            .addGrid(regression.maxIter(), new int[] {1, 10})
            .build();
    CrossValidatorModel model =
        new CrossValidator()
            .setEstimator(counted)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new RegressionEvaluator())
            .setNumFolds(3)
            .setSeed(1)
            .setParallelism(2)
            .fit(rows);
    assertThat(counted.count()).isEqualTo(13);
    // The params of the grid reach the estimator inside: the settings differ.
    assertThat(Arrays.stream(model.avgMetrics()).distinct().count()).isGreaterThan(1);
    assertThat(((PipelineModel) model.bestModel()).stages()).hasSize(2);
  }

  @Test
  void whatIsNotFittedIsNotCounted() {
    CountedFits<PipelineModel> counted = CountedFits.of(pipeline());
    counted.transformSchema(rows.schema());
    assertThat(counted.count()).isZero();
    counted.fit(rows);
    assertThat(counted.count()).isEqualTo(1);
  }
}
