package dev.kindling.data.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark sees of the segments, and what its models make of them. */
class SegmentsTest {

  @TempDir static Path cache;

  @Test
  void framesHoldTheRowsOfTheTruth() {
    Segments segments = segments(7);
    assertThat(rows(segments.train()))
        .containsExactlyInAnyOrderElementsOf(text(segments.truth().train()));
    assertThat(rows(segments.test()))
        .containsExactlyInAnyOrderElementsOf(text(segments.truth().test()));
    assertThat(rows(segments.all()))
        .containsExactlyInAnyOrderElementsOf(text(segments.truth().all()));
    assertThat(rows(segments.canary()))
        .containsExactlyInAnyOrderElementsOf(text(segments.truth().canary()));
    assertThat(segments.train().schema()).isEqualTo(Segments.SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void groupsByDistanceAreTheSegmentsOnlyIfEveryColumnIsScaled(long seed) {
    Segments segments = segments(seed);
    Dataset<Row> train = assembled(segments.train(), Segments.FEATURES).cache();
    Dataset<Row> scaled =
        new StandardScaler()
            .setInputCol("features")
            .setOutputCol("scaled")
            .setWithMean(true)
            .fit(train)
            .transform(train)
            .cache();
    double unscaled = segments.truth().agreement(groups(train, "features", 1));
    // The search may end in a poor place; the best of a few by cost does not.
    double best =
        List.of(1, 2, 3, 4).stream()
            .mapToDouble(k -> segments.truth().agreement(groups(scaled, "scaled", k)))
            .max()
            .orElseThrow();
    scaled.unpersist();
    train.unpersist();
    assertThat(unscaled).isBetween(-0.01, 0.02);
    assertThat(best).isGreaterThan(0.99);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void leastSquaresFindsTheCoefficients(long seed) {
    Segments segments = segments(seed);
    SegmentsTruth truth = segments.truth();
    // Without the constant column, which leaves the normal equations without a solution.
    List<String> columns =
        Segments.FEATURES.stream().filter(column -> !column.equals(Segments.CONSTANT)).toList();
    LinearRegressionModel model =
        new LinearRegression()
            .setLabelCol(Segments.LABEL)
            .fit(assembled(segments.train(), columns));
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      assertThat(model.coefficients().apply(i))
          .as(column)
          .isCloseTo(
              truth.spend().coefficients().get(column), within(5 * standardError(truth, column)));
    }
    assertThat(model.summary().rootMeanSquaredError()).isCloseTo(60, within(4.4));
  }

  /**
   * The standard error, or a little more, of a coefficient that is learned from train: what is left
   * of a column when all others are known varies at least as much as within a segment.
   */
  private static double standardError(SegmentsTruth truth, String column) {
    double sd =
        column.equals(Segments.SPARSE)
            ? truth.train().values(column).sd()
            : truth.centres().sds().get(column);
    return truth.spend().noise() / (sd * Math.sqrt(truth.train().size()));
  }

  private static Segments segments(long seed) {
    return new Segments(new DataContext(TestSpark.session(), seed, cache));
  }

  private static Dataset<Row> assembled(Dataset<Row> frame, List<String> columns) {
    return new VectorAssembler()
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCol("features")
        .transform(frame);
  }

  private static Map<Integer, Integer> groups(Dataset<Row> frame, String features, long seed) {
    return new KMeans()
            .setK(4)
            .setSeed(seed)
            .setFeaturesCol(features)
            .fit(frame)
            .transform(frame)
            .collectAsList()
            .stream()
            .collect(
                Collectors.toMap(
                    row -> row.<Integer>getAs("customer_id"),
                    row -> row.<Integer>getAs("prediction")));
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
