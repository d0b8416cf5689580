package day9.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.kindling.check.errors.Bench;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Slips with models, evaluators and tuning. */
public final class ModelErrors {

  private ModelErrors() {}

  static void noAssembler(Bench bench) {
    new LinearRegression().setFeaturesCol("rooms").setLabelCol("price").fit(bench.homes());
  }

  static void featuresColumnMissing(Bench bench) {
    new LinearRegression().setLabelCol("price").fit(bench.homes());
  }

  static void labelColumnMissing(Bench bench) {
    new LogisticRegression().fit(train(bench));
  }

  static void stringLabel(Bench bench) {
    new LogisticRegression().setLabelCol("city").fit(train(bench));
  }

  static void nullLabel(Bench bench) {
    Dataset<Row> homes = train(bench).withColumn("price", lit(null).cast("double"));
    new LinearRegression().setLabelCol("price").fit(homes);
  }

  static void nanLabel(Bench bench) {
    Dataset<Row> homes = train(bench).withColumn("price", lit(Double.NaN));
    new LinearRegression().setLabelCol("price").fit(homes);
  }

  static void negativeClassLabel(Bench bench) {
    Dataset<Row> homes = train(bench).withColumn("label", col("rooms").minus(1));
    new LogisticRegression().fit(homes);
  }

  static void fractionalClassLabel(Bench bench) {
    Dataset<Row> homes = train(bench).withColumn("label", col("rooms").plus(0.5));
    new LogisticRegression().fit(homes);
  }

  static void tooFewBins(Bench bench) {
    Dataset<Row> many =
        bench.spark().range(36).selectExpr("concat('n', id) AS area", "id AS price");
    Dataset<Row> indexed =
        new StringIndexer().setInputCol("area").setOutputCol("areaIndex").fit(many).transform(many);
    Dataset<Row> features =
        new VectorAssembler()
            .setInputCols(new String[] {"areaIndex"})
            .setOutputCol("features")
            .transform(indexed);
    new DecisionTreeRegressor().setLabelCol("price").fit(features);
  }

  static void binomialWithThreeClasses(Bench bench) {
    Dataset<Row> homes = train(bench).withColumn("label", col("id").minus(1));
    new LogisticRegression().setFamily("binomial").fit(homes);
  }

  static void boostingWithThreeClasses(Bench bench) {
    Dataset<Row> homes = train(bench).withColumn("label", col("id").minus(1));
    new GBTClassifier().fit(homes);
  }

  static void naiveBayesOnNegativeFeatures(Bench bench) {
    Dataset<Row> shifted = bench.homes().withColumn("rooms", col("rooms").minus(2));
    Dataset<Row> homes = assembler().transform(shifted).withColumn("label", col("id").mod(2));
    new NaiveBayes().fit(homes);
  }

  static void parameterOutOfRange(Bench bench) {
    new LinearRegression().setRegParam(-0.1);
  }

  static void unknownMetric(Bench bench) {
    new RegressionEvaluator().setMetricName("rsme");
  }

  static void evaluatorWithoutPrediction(Bench bench) {
    new RegressionEvaluator().setLabelCol("price").evaluate(bench.homes());
  }

  static void evaluatorOnATextColumn(Bench bench) {
    Dataset<Row> predictions = bench.homes().withColumn("label", lit(1.0));
    new BinaryClassificationEvaluator().setRawPredictionCol("city").evaluate(predictions);
  }

  static void textAsPrediction(Bench bench) {
    new RegressionEvaluator().setLabelCol("price").setPredictionCol("city").evaluate(bench.homes());
  }

  static void otherFeaturesThanInTraining(Bench bench) {
    LinearRegressionModel model = new LinearRegression().setLabelCol("price").fit(train(bench));
    Dataset<Row> wider =
        new VectorAssembler()
            .setInputCols(new String[] {"rooms", "id"})
            .setOutputCol("features")
            .transform(bench.homes());
    model.transform(wider).collect();
  }

  static void emptyTrainingData(Bench bench) {
    new LinearRegression().setLabelCol("price").fit(train(bench).filter("price > 1000"));
  }

  static void tuningWithoutEvaluator(Bench bench) {
    new CrossValidator()
        .setEstimator(new LinearRegression().setLabelCol("price"))
        .fit(train(bench));
  }

  static void modelSavedTwice(Bench bench) throws Exception {
    LinearRegressionModel model = new LinearRegression().setLabelCol("price").fit(train(bench));
    model.save(bench.path("model"));
    model.save(bench.path("model"));
  }

  static void modelLoadedAsAnotherClass(Bench bench) throws Exception {
    new LinearRegression().setLabelCol("price").fit(train(bench)).save(bench.path("model"));
    org.apache.spark.ml.PipelineModel.load(bench.path("model"));
  }

  static void modelPathMissing(Bench bench) {
    LinearRegressionModel.load(bench.path("model"));
  }

  static void recommenderWithTextIds(Bench bench) {
    new ALS().setUserCol("city").setItemCol("id").setRatingCol("price").fit(bench.homes());
  }

  static void recommenderWithHugeIds(Bench bench) {
    Dataset<Row> ratings = bench.homes().withColumn("user", col("id").plus(5_000_000_000L));
    new ALS().setUserCol("user").setItemCol("id").setRatingCol("price").fit(ratings);
  }

  private static VectorAssembler assembler() {
    return new VectorAssembler().setInputCols(new String[] {"rooms"}).setOutputCol("features");
  }

  private static Dataset<Row> train(Bench bench) {
    return assembler().transform(bench.homes());
  }
}
