package dev.kindling.data.bikes;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.log1p;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.GBTRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark sees of the bikes, and what its models make of them. */
class BikesTest {

  private static final String LOG = "log";

  @TempDir static Path cache;

  @Test
  void framesHoldTheRowsOfTheTruth() {
    Bikes bikes = bikes(7);
    assertThat(rows(bikes.hours()))
        .containsExactlyInAnyOrderElementsOf(text(bikes.truth().hours()));
    assertThat(rows(bikes.canary()))
        .containsExactlyInAnyOrderElementsOf(text(bikes.truth().canary()));
    assertThat(bikes.hours().schema()).isEqualTo(Bikes.SCHEMA);
  }

  @Test
  void theTruthOfARowIsThatOfTheTable() {
    Bikes bikes = bikes(7);
    List<Row> rows = bikes.canary().collectAsList();
    assertThat(rows).hasSize(400);
    double squares = 0;
    for (Row row : rows) {
      double mean = bikes.truth().mean(row);
      squares += Math.pow(row.<Integer>getAs("cnt") - mean, 2);
      assertThat((mean + 1) / (bikes.truth().median(row) + 1))
          .isCloseTo(BikesTruth.meanPerMedian(), within(1e-9));
    }
    assertThat(Math.sqrt(squares / rows.size()))
        .isCloseTo(bikes.truth().floorRmse(bikes.truth().canary()), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void treesSeeThePeaksThatALineDoesNotAndARandomSplitHidesTheGrowth(long seed) {
    Bikes bikes = bikes(seed);
    BikesTruth truth = bikes.truth();
    Dataset<Row> hours = features(bikes.hours()).cache();
    Dataset<Row>[] halves = hours.randomSplit(new double[] {0.5, 0.5}, 42);
    Dataset<Row> known = halves[1].where("yr = 1");
    double linear = rmse(new LinearRegression().setLabelCol(LOG).fit(halves[0]), known);
    double random = rmse(trees().fit(halves[0]), known);
    double chronological = rmse(trees().fit(hours.where("yr = 0")), hours.where("yr = 1"));
    hours.unpersist();
    Table second = truth.year(1);
    assertThat(random).isBetween(0.97 * truth.floorRmsle(second), 1.4 * truth.floorRmsle(second));
    assertThat(linear).isGreaterThan(2 * random);
    // Rows of one year, so no luck of a split; a model may guess a little high, for no reason.
    assertThat(chronological)
        .isBetween(0.9 * truth.rmsleWithoutGrowth(second), 1.25 * truth.rmsleWithoutGrowth(second));
    assertThat(chronological).isGreaterThan(1.4 * random);
  }

  private static GBTRegressor trees() {
    return new GBTRegressor().setLabelCol(LOG).setMaxDepth(5).setMaxIter(20).setSeed(42);
  }

  private static Dataset<Row> features(Dataset<Row> hours) {
    return new VectorAssembler()
        .setInputCols(
            new String[] {
              "yr", "mnth", "hr", "workingday", "weathersit", "temp", "hum", "windspeed"
            })
        .setOutputCol("features")
        .transform(hours)
        .withColumn(LOG, log1p(col("cnt")));
  }

  private static Bikes bikes(long seed) {
    return new Bikes(new DataContext(TestSpark.session(), seed, cache));
  }

  private static double rmse(Model<?> model, Dataset<Row> rows) {
    return new RegressionEvaluator().setLabelCol(LOG).evaluate(model.transform(rows));
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
