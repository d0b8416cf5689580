package dev.kindling.data.windfarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark sees of the wind farm, and what its models make of it. */
class WindFarmTest {

  @TempDir static Path cache;

  @Test
  void framesHoldTheRowsOfTheTruth() {
    WindFarm farm = farm(7);
    WindFarmTruth truth = farm.truth();
    assertThat(rows(farm.train())).containsExactlyInAnyOrderElementsOf(text(truth.train()));
    assertThat(rows(farm.validation()))
        .containsExactlyInAnyOrderElementsOf(text(truth.validation()));
    assertThat(rows(farm.test())).containsExactlyInAnyOrderElementsOf(text(truth.test()));
    assertThat(rows(farm.all())).containsExactlyInAnyOrderElementsOf(text(truth.all()));
    assertThat(rows(farm.canary())).containsExactlyInAnyOrderElementsOf(text(truth.canary()));
    assertThat(farm.all().schema()).isEqualTo(WindFarm.SCHEMA);
  }

  @Test
  void theExpectedPowerOfARowIsThatOfTheTruth() {
    WindFarm farm = farm(7);
    List<Row> rows = farm.canary().collectAsList();
    assertThat(rows).hasSize(365);
    double squares = 0;
    for (Row row : rows) {
      double off = row.<Double>getAs("power") - farm.truth().expectedPower(row);
      squares += off * off;
    }
    assertThat(Math.sqrt(squares / rows.size()))
        .isCloseTo(farm.truth().floorRmse(farm.truth().canary()), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void aForestIsFarBetterThanALinearModelAndNotBelowTheFloor(long seed) {
    WindFarm farm = farm(seed);
    Dataset<Row> train = features(farm.train()).cache();
    // A whole year of days, so that no single storm decides.
    Dataset<Row> year = features(farm.validation().union(farm.test()));
    double noise = farm.truth().noise();
    double linear = rmse(new LinearRegression().setLabelCol("power").fit(train), year);
    double forest =
        rmse(
            new RandomForestRegressor()
                .setLabelCol("power")
                .setMaxDepth(8)
                .setNumTrees(60)
                .setFeatureSubsetStrategy("0.7")
                .setSeed(42)
                .fit(train),
            year);
    train.unpersist();
    assertThat(linear).isGreaterThan(2 * noise);
    assertThat(forest).isBetween(0.95 * noise, 1.7 * noise);
    assertThat(linear).isGreaterThan(1.4 * forest);
  }

  private static WindFarm farm(long seed) {
    return new WindFarm(new DataContext(TestSpark.session(), seed, cache));
  }

  private static Dataset<Row> features(Dataset<Row> frame) {
    String[] features =
        Arrays.stream(frame.columns())
            .filter(column -> !List.of("date", "power").contains(column))
            .toArray(String[]::new);
    return new VectorAssembler().setInputCols(features).setOutputCol("features").transform(frame);
  }

  private static double rmse(Model<?> model, Dataset<Row> rows) {
    return new RegressionEvaluator().setLabelCol("power").evaluate(model.transform(rows));
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
