package dev.kindling.data.selection;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.UnivariateFeatureSelector;
import org.apache.spark.ml.feature.UnivariateFeatureSelectorModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark sees of the signals, and what its selectors and models find. */
class SignalsTest {

  private static final String TO_LEARN = "id <= " + Wide.TRAIN;

  @TempDir static Path cache;

  @Test
  void framesHoldTheRowsOfTheTruth() {
    Signals signals = signals(7);
    assertThat(rows(signals.train()))
        .containsExactlyInAnyOrderElementsOf(text(signals.truth().train()));
    assertThat(rows(signals.test()))
        .containsExactlyInAnyOrderElementsOf(text(signals.truth().test()));
    assertThat(rows(signals.canary()))
        .containsExactlyInAnyOrderElementsOf(text(signals.truth().canary()));
    assertThat(signals.all().count()).isEqualTo(4000);
    assertThat(signals.train().schema()).isEqualTo(Signals.SCHEMA);
    Wide wide = signals.truth().wide();
    assertThat(signals.wide().schema()).isEqualTo(Signals.WIDE_SCHEMA);
    assertThat(signals.wide().where(TO_LEARN).select("id").collectAsList())
        .extracting(row -> row.get(0))
        .containsExactlyInAnyOrderElementsOf(wide.train().column("id"));
    assertThat(signals.wide().count()).isEqualTo(wide.train().size() + wide.test().size());
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void univariateTestsFindWhatIsRelevantAtAnyLevel(long seed) {
    Signals signals = signals(seed);
    Roles roles = signals.truth().roles();
    Dataset<Row> numbers = assembled(signals.train(), Signals.NUMBERS).cache();
    Dataset<Row> categories = assembled(signals.train(), Signals.CATEGORIES).cache();
    for (double level : new double[] {0.05, 1e-6}) {
      assertThat(chosen(numbers, "continuous", "continuous", Signals.TARGET, level))
          .containsExactlyInAnyOrderElementsOf(roles.relevant());
      assertThat(chosen(numbers, "continuous", "categorical", Signals.LABEL, level))
          .containsExactlyInAnyOrderElementsOf(roles.relevant());
      assertThat(chosen(categories, "categorical", "categorical", Signals.LABEL, level))
          .containsExactlyInAnyOrderElementsOf(roles.informativeCategories());
    }
    numbers.unpersist();
    categories.unpersist();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void anL1PenaltyKeepsTheOriginals(long seed) {
    Signals signals = signals(seed);
    Dataset<Row> numbers = assembled(signals.train(), Signals.NUMBERS).cache();
    for (double strength : new double[] {0.1, 0.3}) {
      double[] coefficients =
          new LinearRegression()
              .setElasticNetParam(1)
              .setRegParam(strength)
              .setLabelCol(Signals.TARGET)
              .fit(numbers)
              .coefficients()
              .toArray();
      assertThat(
              IntStream.range(0, 30)
                  .filter(i -> coefficients[i] != 0)
                  .mapToObj(Signals.NUMBERS::get))
          .containsExactlyInAnyOrderElementsOf(signals.truth().roles().informative());
    }
    numbers.unpersist();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void importancesFindWhatIsRelevantAmongNumbersAndAreFooledByManyLevels(long seed) {
    Signals signals = signals(seed);
    Roles roles = signals.truth().roles();
    double[] ofNumbers =
        new RandomForestRegressor()
            .setSeed(1)
            .setLabelCol(Signals.TARGET)
            .fit(assembled(signals.train(), Signals.NUMBERS))
            .featureImportances()
            .toArray();
    assertThat(top(ofNumbers, Signals.NUMBERS, 10))
        .containsExactlyInAnyOrderElementsOf(roles.relevant());

    String[] indexed = Signals.CATEGORIES.stream().map(c -> c + "Index").toArray(String[]::new);
    Dataset<Row> train =
        new StringIndexer()
            .setInputCols(Signals.CATEGORIES.toArray(String[]::new))
            .setOutputCols(indexed)
            .fit(signals.train())
            .transform(signals.train());
    List<String> columns = new ArrayList<>(Signals.NUMBERS);
    columns.addAll(List.of(indexed));
    double[] ofAll =
        new RandomForestClassifier()
            .setSeed(1)
            .setMaxBins(SelectionGenerator.MANY_LEVELS)
            .fit(assembled(train, columns))
            .featureImportances()
            .toArray();
    assertThat(top(ofAll, columns, 3)).contains(roles.highCardinality() + "Index");
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7})
  void selectionBeforeTheSplitFindsWhatIsNotThere(long seed) {
    Signals signals = signals(seed);
    double biased = wideAuc(signals, wide(signals.wide()));
    double honest = wideAuc(signals, wide(signals.wide().where(TO_LEARN)));
    // 40 test rows: a standard error of 0.09.
    assertThat(biased).isGreaterThan(0.65);
    assertThat(honest).isBetween(0.3, 0.7).isLessThan(biased);
  }

  private static Signals signals(long seed) {
    return new Signals(new DataContext(TestSpark.session(), seed, cache));
  }

  private static Dataset<Row> assembled(Dataset<Row> frame, List<String> columns) {
    return new VectorAssembler()
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCol("features")
        .transform(frame);
  }

  private static List<String> chosen(
      Dataset<Row> frame, String featureType, String labelType, String label, double level) {
    int[] selected =
        new UnivariateFeatureSelector()
            .setFeatureType(featureType)
            .setLabelType(labelType)
            .setSelectionMode("fpr")
            .setSelectionThreshold(level)
            .setLabelCol(label)
            .setOutputCol("selected")
            .fit(frame)
            .selectedFeatures();
    List<String> names = featureType.equals("continuous") ? Signals.NUMBERS : Signals.CATEGORIES;
    return Arrays.stream(selected).mapToObj(names::get).toList();
  }

  private static List<String> top(double[] importances, List<String> names, int size) {
    return IntStream.range(0, importances.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -importances[i]))
        .limit(size)
        .map(names::get)
        .toList();
  }

  private static Dataset<Row> wide(Dataset<Row> frame) {
    return frame.withColumn("features", array_to_vector(col("values")));
  }

  private static double wideAuc(Signals signals, Dataset<Row> chooseOn) {
    UnivariateFeatureSelectorModel selector =
        new UnivariateFeatureSelector()
            .setFeatureType("continuous")
            .setLabelType("categorical")
            .setSelectionMode("numTopFeatures")
            .setSelectionThreshold(Wide.CHOSEN)
            .setOutputCol("selected")
            .fit(chooseOn);
    return new BinaryClassificationEvaluator()
        .evaluate(
            new LogisticRegression()
                .setFeaturesCol("selected")
                .setRegParam(0.1)
                .fit(selector.transform(wide(signals.wide().where(TO_LEARN))))
                .transform(selector.transform(wide(signals.wide().where("not " + TO_LEARN)))));
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
