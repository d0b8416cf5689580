package dev.kindling.data.wine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark sees of the wines, and what its models make of them. */
class WinesTest {

  private static final Predicate<Row> GOOD = row -> row.<Double>getAs("label") == 1;

  @TempDir static Path cache;

  @Test
  void framesHoldTheRowsOfTheTruthUnderNamesWithBlanks() {
    Wines wines = wines(7);
    assertThat(rows(wines.red())).containsExactlyInAnyOrderElementsOf(text(wines.truth().red()));
    assertThat(rows(wines.white()))
        .containsExactlyInAnyOrderElementsOf(text(wines.truth().white()));
    assertThat(rows(wines.canary()))
        .containsExactlyInAnyOrderElementsOf(text(wines.truth().canary()));
    assertThat(wines.red().schema()).isEqualTo(Wines.SCHEMA);
    assertThat(wines.canary().schema()).isEqualTo(Wines.CANARY_SCHEMA);
    assertThat(Wines.SCHEMA.fieldNames()).contains("free sulfur dioxide").hasSize(12);
  }

  @Test
  void theTrueProbabilityIsTheSameUnderNamesWithUnderscores() {
    Wines wines = wines(7);
    Dataset<Row> canary = wines.canary();
    String[] renamed =
        Arrays.stream(canary.columns()).map(c -> c.replace(' ', '_')).toArray(String[]::new);
    List<Row> before = canary.collectAsList();
    List<Row> after = canary.toDF(renamed).collectAsList();
    assertThat(before).hasSize(400);
    assertThat(after.stream().map(wines.truth()::probability))
        .containsExactlyInAnyOrderElementsOf(
            before.stream().map(wines.truth()::probability).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void aForestIsBetterThanALinearModelAndNotBetterThanTheTruth(long seed) {
    Wines wines = wines(seed);
    Dataset<Row>[] parts = labelled(wines).randomSplit(new double[] {0.6, 0.4}, 42);
    Dataset<Row> train = parts[0].cache();
    Dataset<Row> rest = parts[1].cache();
    double best = wines.truth().bestAuc(rest.collectAsList(), GOOD);
    double linear = auc(new LogisticRegression().fit(train), rest);
    double forest =
        auc(
            new RandomForestClassifier()
                .setMaxDepth(8)
                .setNumTrees(50)
                .setFeatureSubsetStrategy("0.5")
                .setSeed(42)
                .fit(train),
            rest);
    train.unpersist();
    rest.unpersist();
    // 2,600 rows with 510 good ones: a standard error of 0.006, of the differences far less.
    assertThat(best).isCloseTo(0.92, within(0.03));
    assertThat(forest).isBetween(best - 0.045, best + 0.002);
    assertThat(forest - linear).isGreaterThan(0.01);
  }

  private static Wines wines(long seed) {
    return new Wines(new DataContext(TestSpark.session(), seed, cache));
  }

  private static Dataset<Row> labelled(Wines wines) {
    Dataset<Row> all =
        wines
            .red()
            .withColumn(Wines.IS_RED, lit(1))
            .union(wines.white().withColumn(Wines.IS_RED, lit(0)))
            .withColumn("label", col("quality").geq(Wines.GOOD).cast("double"));
    String[] features =
        Arrays.stream(all.columns())
            .filter(column -> !List.of("quality", "label").contains(column))
            .toArray(String[]::new);
    return new VectorAssembler().setInputCols(features).setOutputCol("features").transform(all);
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
