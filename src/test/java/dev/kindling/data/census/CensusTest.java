package dev.kindling.data.census;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.trim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark sees of the census, and what its models make of it. */
class CensusTest {

  private static final String[] TEXTS = {"workclass", "marital_status", "occupation"};
  private static final List<String> NUMBERS =
      List.of("age", "education_num", "capital_gain", "capital_loss", "hours_per_week");

  @TempDir static Path cache;

  @Test
  void framesHoldTheRowsOfTheTruth() {
    Census census = census(7);
    assertThat(rows(census.people()))
        .containsExactlyInAnyOrderElementsOf(text(census.truth().people()));
    assertThat(rows(census.canary()))
        .containsExactlyInAnyOrderElementsOf(text(census.truth().canary()));
    assertThat(census.people().schema()).isEqualTo(Census.SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void treesSeeTheInteractionThatALinearModelDoesNotAndNobodyBeatsTheTruth(long seed) {
    Census census = census(seed);
    Dataset<Row> people = census.people();
    Dataset<Row>[] parts =
        people
            .withColumn("label", trim(col("income")).equalTo(Census.POSITIVE).cast("double"))
            .randomSplit(new double[] {0.8, 0.2}, 42);
    PipelineModel prepared = features().fit(parts[0]);
    Dataset<Row> train = prepared.transform(parts[0]).cache();
    Dataset<Row> test = prepared.transform(parts[1]).cache();
    double best =
        census.truth().bestAuc(test.collectAsList(), person -> person.<Double>getAs("label") == 1);
    double linear = auc(new LogisticRegression().setFeaturesCol("coded").fit(train), test);
    double trees =
        auc(
            new GBTClassifier()
                .setFeaturesCol("indexed")
                .setMaxDepth(4)
                .setMaxIter(30)
                .setStepSize(0.3)
                .setSeed(42)
                .fit(train),
            test);
    train.unpersist();
    test.unpersist();
    // 4,000 people with 960 positive ones: a standard error of 0.005, of the differences far less.
    assertThat(best).isCloseTo(CensusGenerator.BEST_AUC, within(0.02));
    assertThat(linear).isBetween(0.88, 0.91).isLessThan(best - 0.01);
    assertThat(trees).isBetween(linear + 0.003, best);
  }

  private static Pipeline features() {
    String[] indices = named("Index");
    String[] codes = named("OHE");
    return new Pipeline()
        .setStages(
            new PipelineStage[] {
              new StringIndexer().setInputCols(TEXTS).setOutputCols(indices),
              new OneHotEncoder().setInputCols(indices).setOutputCols(codes),
              assembler(codes).setOutputCol("coded"),
              assembler(indices).setOutputCol("indexed")
            });
  }

  private static String[] named(String suffix) {
    return Arrays.stream(TEXTS).map(text -> text + suffix).toArray(String[]::new);
  }

  private static VectorAssembler assembler(String... more) {
    return new VectorAssembler()
        .setInputCols(Stream.concat(NUMBERS.stream(), Arrays.stream(more)).toArray(String[]::new));
  }

  private static Census census(long seed) {
    return new Census(new DataContext(TestSpark.session(), seed, cache));
  }

  private static double auc(Model<?> model, Dataset<Row> rows) {
    return new BinaryClassificationEvaluator().evaluate(model.transform(rows));
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
