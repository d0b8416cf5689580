package day9.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.kindling.check.errors.Bench;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Binarizer;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.ml.feature.FeatureHasher;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.Tokenizer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.stat.ChiSquareTest;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Slips with the feature stages of Spark ML. */
public final class FeatureErrors {

  private FeatureErrors() {}

  static void outputColumnExists(Bench bench) {
    new StringIndexer().setInputCol("city").setOutputCol("price").fit(bench.homes());
  }

  static void assemblerOutputExists(Bench bench) {
    assembler("price", "rooms").setOutputCol("price").transform(bench.homes());
  }

  static void indexerInputMissing(Bench bench) {
    new StringIndexer().setInputCol("town").setOutputCol("townIndex").fit(bench.homes());
  }

  static void assemblerInputMissing(Bench bench) {
    assembler("price", "bathrooms").transform(bench.homes());
  }

  static void inPlaceImputerInAPipeline(Bench bench) {
    Imputer imputer =
        new Imputer().setInputCols(new String[] {"price"}).setOutputCols(new String[] {"price"});
    new Pipeline()
        .setStages(new PipelineStage[] {imputer, assembler("price")})
        .fit(bench.homesWithGaps())
        .transform(bench.homesWithGaps());
  }

  static void imputerOnStrings(Bench bench) {
    new Imputer()
        .setInputCols(new String[] {"city"})
        .setOutputCols(new String[] {"cityFilled"})
        .fit(bench.homesWithGaps());
  }

  static void oneHotOnStrings(Bench bench) {
    new OneHotEncoder().setInputCol("city").setOutputCol("cityOHE").fit(bench.homes());
  }

  static void assemblerOnStrings(Bench bench) {
    assembler("price", "city").transform(bench.homes());
  }

  static void assemblerOnNulls(Bench bench) {
    assembler("price", "rooms").transform(bench.homesWithGaps()).collect();
  }

  static void assemblerOnNaN(Bench bench) {
    Dataset<Row> homes = bench.homes().withColumn("price", lit(Double.NaN));
    assembler("price", "rooms").transform(homes).collect();
  }

  static void unseenLabel(Bench bench) {
    StringIndexer indexer = new StringIndexer().setInputCol("city").setOutputCol("cityIndex");
    indexer.fit(bench.homes().limit(2)).transform(bench.homes()).collect();
  }

  static void nullInTheIndexer(Bench bench) {
    StringIndexer indexer = new StringIndexer().setInputCol("city").setOutputCol("cityIndex");
    indexer.fit(bench.homesWithGaps()).transform(bench.homesWithGaps()).collect();
  }

  static void newCategoryInTheEncoder(Bench bench) {
    OneHotEncoder encoder = new OneHotEncoder().setInputCol("rooms").setOutputCol("roomsOHE");
    encoder.fit(bench.homes().limit(1)).transform(bench.homes()).collect();
  }

  static void scalerOnANumber(Bench bench) {
    new StandardScaler().setInputCol("price").setOutputCol("scaled").fit(bench.homes());
  }

  static void scalerOnNullVectors(Bench bench) {
    Dataset<Row> homes = assembler("price").transform(bench.homes());
    Dataset<Row> holes =
        homes.withColumn("features", when(col("id").gt(2), col("features")).otherwise(lit(null)));
    scaler().fit(homes).transform(holes).collect();
  }

  static void normalizerOnNullVectors(Bench bench) {
    Dataset<Row> homes = assembler("price").transform(bench.homes());
    Dataset<Row> holes =
        homes.withColumn("features", when(col("id").gt(2), col("features")).otherwise(lit(null)));
    new Normalizer().setInputCol("features").setOutputCol("unit").transform(holes).collect();
  }

  static void minHashOfText(Bench bench) {
    new MinHashLSH().setInputCol("city").setOutputCol("hashes").fit(bench.homes());
  }

  static void hasherOfVectors(Bench bench) {
    new FeatureHasher()
        .setInputCols(new String[] {"features"})
        .setOutputCol("hashed")
        .transform(assembler("price").transform(bench.homes()));
  }

  static void binarizerOfText(Bench bench) {
    new Binarizer().setInputCol("city").setOutputCol("big").transform(bench.homes());
  }

  static void hashedText(Bench bench) {
    new HashingTF().setInputCol("city").setOutputCol("tf").transform(bench.homes());
  }

  static void tokensOfNumbers(Bench bench) {
    new Tokenizer().setInputCol("price").setOutputCol("words").transform(bench.homes());
  }

  static void valueOutsideTheBuckets(Bench bench) {
    new Bucketizer()
        .setInputCol("price")
        .setOutputCol("bucket")
        .setSplits(new double[] {0, 100, 200})
        .transform(bench.homes())
        .collect();
  }

  static void splitsOutOfOrder(Bench bench) {
    new Bucketizer().setInputCol("price").setSplits(new double[] {200, 100, 0});
  }

  static void tooManyComponents(Bench bench) {
    Dataset<Row> homes = assembler("price", "rooms").transform(bench.homes());
    new PCA().setInputCol("features").setOutputCol("pca").setK(5).fit(homes);
  }

  static void inputColsNeverSet(Bench bench) {
    new VectorAssembler().setOutputCol("features").transform(bench.homes());
  }

  static void inputColAndInputCols(Bench bench) {
    new StringIndexer()
        .setInputCol("city")
        .setInputCols(new String[] {"city"})
        .setOutputCol("cityIndex")
        .fit(bench.homes());
  }

  static void fewerOutputsThanInputs(Bench bench) {
    new StringIndexer()
        .setInputCols(new String[] {"city", "rooms"})
        .setOutputCols(new String[] {"cityIndex"})
        .fit(bench.homes());
  }

  static void chiSquareOnContinuousValues(Bench bench) {
    Dataset<Row> many =
        bench
            .spark()
            .range(20_000)
            .selectExpr("id * 0.5 AS price", "CAST(id % 2 AS DOUBLE) AS label");
    ChiSquareTest.test(assembler("price").transform(many), "features", "label").collect();
  }

  static void correlationOfAPlainColumn(Bench bench) {
    Correlation.corr(bench.homes(), "price");
  }

  static void quantileOfAString(Bench bench) {
    bench.homes().stat().approxQuantile("city", new double[] {0.5}, 0.0);
  }

  static void negativeSplitWeight(Bench bench) {
    bench.homes().randomSplit(new double[] {0.8, -0.2}, 42);
  }

  static void sampleFractionAboveOne(Bench bench) {
    bench.homes().sample(1.5);
  }

  private static StandardScaler scaler() {
    return new StandardScaler().setInputCol("features").setOutputCol("scaled");
  }

  private static VectorAssembler assembler(String... columns) {
    return new VectorAssembler().setInputCols(columns).setOutputCol("features");
  }
}
