package dev.kindling.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.TestSpark;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.view.View;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Charts of what a model is worth, against counts by hand and against Spark's own evaluators. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EvaluationChartTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private SparkSession spark;

  /** Two positives and three negatives; a positive and a negative share a score. */
  private Dataset<Row> five;

  @BeforeAll
  void frames() {
    spark = TestSpark.session();
    five =
        spark.sql(
            "select * from values (1, 0.9D), (1, 0.6D), (0, 0.6D), (0, 0.3D), (0, 0.1D)"
                + " as t(label, p)");
  }

  /** Scores of 3,000 rows, which rank positives higher without being sure. */
  private Dataset<Row> many(int digits) {
    return spark
        .range(0, 3_000, 1, 3)
        .selectExpr(
            "cast(rand(1) < 0.2 + 0.5 * pmod(hash(id), 1000) / 1000 as double) as label",
            "round(pmod(hash(id), 1000000) / 1000000 * 0.5 + 0.5 * pmod(hash(id), 1000) / 1000, "
                + digits
                + ") as p");
  }

  private static List<Map<String, Object>> line(ChartSpec spec, String field, String name) {
    return spec.rows().stream().filter(row -> name.equals(row.get(field))).toList();
  }

  private static List<List<Double>> points(ChartSpec spec, String name) {
    return line(spec, spec.encoding("color").field(), name).stream()
        .map(
            row ->
                List.of(
                    (Double) row.get(spec.encoding("x").field()),
                    (Double) row.get(spec.encoding("y").field())))
        .toList();
  }

  private static double area(ChartSpec spec, String name) {
    return Double.parseDouble(spec.subtitle().split(name + ": area ")[1].substring(0, 5));
  }

  @Test
  void aRocCurveHasAPointForEachScoreAndOneForRowsThatShareIt() {
    ChartSpec spec = Chart.roc(five, "label", "p").spec();
    assertThat(points(spec, "p"))
        .containsExactly(
            List.of(0.0, 0.0),
            List.of(0.0, 0.5),
            List.of(1 / 3.0, 1.0),
            List.of(2 / 3.0, 1.0),
            List.of(1.0, 1.0));
    assertThat(points(spec, "chance")).containsExactly(List.of(0.0, 0.0), List.of(1.0, 1.0));
    assertThat(spec.subtitle()).isEqualTo("p: area 0.917");
  }

  @Test
  void theAreasAreThoseOfSparksEvaluator() {
    for (int digits : List.of(2, 9)) {
      Dataset<Row> rows = many(digits).cache();
      BinaryClassificationEvaluator evaluator =
          new BinaryClassificationEvaluator().setRawPredictionCol("p").setNumBins(0);
      assertThat(area(Chart.roc(rows, "label", "p").spec(), "p"))
          .isCloseTo(evaluator.setMetricName("areaUnderROC").evaluate(rows), within(0.003));
      assertThat(area(Chart.precisionRecall(rows, "label", "p").spec(), "p"))
          .isCloseTo(evaluator.setMetricName("areaUnderPR").evaluate(rows), within(0.003));
      rows.unpersist(true);
    }
  }

  @Test
  void ofManyScoresNearbyOnesAreOnePointAndTheEndsStay() {
    List<List<Double>> points = points(Chart.roc(many(9), "label", "p").spec(), "p");
    assertThat(points).hasSizeBetween(200, 450);
    assertThat(points.get(0)).containsExactly(0.0, 0.0);
    assertThat(points.get(points.size() - 1)).containsExactly(1.0, 1.0);
  }

  @Test
  void precisionBeginsAtTheFirstScoreAndEndsAtTheShareOfPositives() {
    ChartSpec spec = Chart.precisionRecall(five, "label", "p").spec();
    assertThat(points(spec, "p"))
        .containsExactly(
            List.of(0.0, 1.0),
            List.of(0.5, 1.0),
            List.of(1.0, 2 / 3.0),
            List.of(1.0, 0.5),
            List.of(1.0, 0.4));
    assertThat(points(spec, "chance")).containsExactly(List.of(0.0, 0.4), List.of(1.0, 0.4));
  }

  @Test
  void liftComparesTheBestRowsWithAll() {
    List<List<Double>> points = points(Chart.lift(five, "label", "p").spec(), "p");
    assertThat(points).hasSize(4);
    assertThat(points.get(0).get(0)).isCloseTo(0.2, EXACT);
    assertThat(points.get(0).get(1)).isCloseTo(2.5, EXACT);
    assertThat(points.get(3)).containsExactly(1.0, 1.0);
  }

  @Test
  void aVectorCountsByItsSecondElementAndEachModelHasItsCurve() {
    Dataset<Row> scored =
        five.selectExpr("label", "array(1 - p, p) as pair", "'forest' as model")
            .union(five.selectExpr("label", "array(p, 1 - p) as pair", "'upside down' as model"))
            .withColumn(
                "probability",
                functions.array_to_vector(org.apache.spark.sql.functions.col("pair")));
    ChartSpec spec = Chart.roc(scored, "label", "probability").color("model").spec();
    assertThat(spec.subtitle()).isEqualTo("forest: area 0.917, upside down: area 0.083");
    assertThat(View.of(spec).groups()).containsExactly("forest", "upside down", "chance");
  }

  @Test
  void rowsWithoutAScoreAreLeftOutAndTold() {
    Dataset<Row> gaps =
        five.union(spark.sql("select 1, cast(null as double) union all select 0, double('NaN')"));
    ChartSpec spec = Chart.roc(gaps, "label", "p").spec();
    assertThat(spec.subtitle())
        .contains("p: area 0.917", "1 of 7 rows left out: null in p", "not finite in p");
  }

  @Test
  void oneClassAloneCannotBeRanked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chart.lift(five.where("label = 1"), "label", "p").spec())
        .withMessageContaining("have the same class in 'label'");
  }

  @Test
  void calibrationComparesProbabilitiesWithWhatCame() {
    Dataset<Row> rows =
        spark.sql(
            "select * from values (1, 0.1D), (0, 0.3D), (1, 0.9D), (1, 1.0D), (0, 0.7D)"
                + " as t(label, p)");
    ChartSpec spec = Chart.calibration(rows, "label", "p").bins(2).spec();
    List<List<Double>> points = points(spec, "p");
    assertThat(points).hasSize(2);
    assertThat(points.get(0).get(0)).isCloseTo(0.2, EXACT);
    assertThat(points.get(0).get(1)).isCloseTo(0.5, EXACT);
    assertThat(points.get(1).get(0)).isCloseTo(2.6 / 3, EXACT);
    assertThat(points.get(1).get(1)).isCloseTo(2 / 3.0, EXACT);
    assertThat(points(spec, "perfect")).hasSize(2);
  }

  @Test
  void whatIsNoProbabilityIsNotCalibrated() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Chart.calibration(five.selectExpr("label", "p * 3 as p"), "label", "p").spec())
        .withMessageContaining("'p' goes from")
        .withMessageContaining("no probabilities");
  }

  @Test
  void residualsAreTheLabelLessThePrediction() {
    Dataset<Row> rows = spark.sql("select 5.0D as label, 3.0D as prediction");
    assertThat(Chart.residuals(rows, "label", "prediction").spec().rows())
        .containsExactly(Map.of("prediction", 3.0, "residual", 2.0));
  }

  @Test
  void aConfusionMatrixHasACellForEachPairAndARowForEachActualClass() {
    Dataset<Row> rows =
        spark.sql(
            "select * from values (0.0D, 0.0D), (0.0D, 2.0D), (10.0D, 2.0D), (10.0D, 2.0D)"
                + " as t(label, prediction)");
    ChartSpec spec = Chart.confusionMatrix(rows, "label", "prediction").spec();
    assertThat(spec.rows()).hasSize(9);
    assertThat(spec.values("rows")).containsExactly(1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0);
    assertThat(spec.values("actual").subList(0, 3)).containsOnly("0.0");
    assertThat(spec.values("predicted").subList(0, 3)).containsExactly("0.0", "2.0", "10.0");
  }
}
