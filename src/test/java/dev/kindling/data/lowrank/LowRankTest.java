package dev.kindling.data.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import dev.kindling.reference.PrincipalComponents;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark sees of the sensors, and what its models make of them. */
class LowRankTest {

  @TempDir static Path cache;

  @Test
  void framesHoldTheRowsOfTheTruth() {
    LowRank pump = pump(7);
    assertThat(rows(pump.train())).containsExactlyInAnyOrderElementsOf(text(pump.truth().train()));
    assertThat(rows(pump.test())).containsExactlyInAnyOrderElementsOf(text(pump.truth().test()));
    assertThat(rows(pump.all())).containsExactlyInAnyOrderElementsOf(text(pump.truth().all()));
    assertThat(rows(pump.canary()))
        .containsExactlyInAnyOrderElementsOf(text(pump.truth().canary()));
    assertThat(pump.train().schema()).isEqualTo(LowRank.SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void sparkFindsTheSameComponents(long seed) {
    LowRank pump = pump(seed);
    PCAModel model = (PCAModel) stages(pump, 12).stages()[2];
    PrincipalComponents own = pump.truth().trainComponents();
    for (int k = 0; k < 12; k++) {
      assertThat(model.explainedVariance().apply(k)).isCloseTo(own.shares().get(k), within(1e-9));
    }
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < 12; i++) {
        assertThat(Math.abs(model.pc().apply(i, k)))
            .isCloseTo(Math.abs(own.vectors().get(k).get(i)), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void accuracyGrowsUntilThreeComponentsAndNoFurther(long seed) {
    LowRank pump = pump(seed);
    double best = pump.truth().bestAccuracy(pump.truth().test());
    double two = accuracy(pump, 2);
    double three = accuracy(pump, 3);
    double all = accuracy(pump, 12);
    // Of 500 rows; the models differ in a few of them only.
    assertThat(three).isBetween(best - 0.04, best + 0.03);
    assertThat(all).isCloseTo(three, within(0.03));
    assertThat(two).isLessThan(three - 0.08);
  }

  private static LowRank pump(long seed) {
    return new LowRank(new DataContext(TestSpark.session(), seed, cache));
  }

  private static PipelineModel stages(LowRank pump, int k, PipelineStage... more) {
    PipelineStage[] stages = new PipelineStage[3 + more.length];
    stages[0] =
        new VectorAssembler()
            .setInputCols(LowRank.SENSORS.toArray(String[]::new))
            .setOutputCol("readings");
    stages[1] =
        new StandardScaler().setInputCol("readings").setOutputCol("scaled").setWithMean(true);
    stages[2] = new PCA().setInputCol("scaled").setOutputCol("features").setK(k);
    System.arraycopy(more, 0, stages, 3, more.length);
    return new Pipeline().setStages(stages).fit(pump.train());
  }

  private static double accuracy(LowRank pump, int k) {
    PipelineModel model = stages(pump, k, new LogisticRegression().setLabelCol(LowRank.LABEL));
    return new MulticlassClassificationEvaluator()
        .setLabelCol(LowRank.LABEL)
        .setMetricName("accuracy")
        .evaluate(model.transform(pump.test()));
  }

  private static List<String> rows(Dataset<Row> frame) {
    return frame.collectAsList().stream().map(row -> row.mkString("|")).toList();
  }

  private static List<String> text(Table table) {
    return table.rows().stream()
        .map(row -> String.join("|", row.stream().map(String::valueOf).toList()))
        .toList();
  }
}
