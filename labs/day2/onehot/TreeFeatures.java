package day2.onehot;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a pipeline with a tree should make of rows, in plain Java.
 *
 * @param train the rows to fit it on
 * @param nominal the text columns
 * @param numeric the numeric columns
 * @param label the column to predict
 */
record TreeFeatures(Rows train, List<String> nominal, List<String> numeric, String label) {

  private static final String FEATURES = "features";
  private static final String PREDICTION = "prediction";

  private List<Levels> levels() {
    return nominal.stream().map(column -> Levels.of(train, column)).toList();
  }

  private Table right(Rows df) {
    List<Levels> learned = levels();
    return df.select(List.of("id")).with(FEATURES, row -> features(learned, row)).table();
  }

  private List<Object> features(List<Levels> learned, Map<String, Object> row) {
    List<Object> features = new ArrayList<>();
    learned.forEach(levels -> features.add(levels.index(row)));
    numeric.forEach(column -> features.add(Rows.number(row, column)));
    return features;
  }

  /**
   * Judges a pipeline.
   *
   * @param trainFrame the rows to fit it on, for Spark
   * @param dfFrame the rows to predict, for Spark
   * @param df the same rows in plain Java
   * @param exact whether the label follows from the levels so simply that a tree can find it
   */
  void judge(
      Pipeline pipeline, Dataset<Row> trainFrame, Dataset<Row> dfFrame, Rows df, boolean exact) {
    PipelineParts parts = compute("the pipeline's stages", () -> PipelineParts.of(pipeline));
    judgeStages(parts);
    OneHotErrors.ANY.during(
        () -> {
          Dataset<Row> predicted =
              compute("the predictions", () -> pipeline.fit(trainFrame).transform(dfFrame));
          judgeFeatures(parts, predicted, df);
          if (exact) {
            judgePredictions(predicted, df);
          }
        });
  }

  private void judgeStages(PipelineParts parts) {
    expect(parts.all(OneHotEncoder.class).size())
        .as("the number of one-hot encoders")
        .toBe(0)
        .diagnose(
            "one-hot-for-trees",
            encoders -> encoders > 0,
            "The pipeline has a `OneHotEncoder`. With slots, a tree can only ask \"is it this level or any other?\", so a column of many levels becomes many weak features. With the index, it puts the levels into any two groups at once. Leave the encoder out.");
    List<DecisionTreeRegressor> trees = parts.all(DecisionTreeRegressor.class);
    expect(trees.size()).as("the number of trees").toBe(1);
    expect(trees.get(0)).as("the tree").toHaveParam("labelCol", label);
  }

  private void judgeFeatures(PipelineParts parts, Dataset<Row> predicted, Rows df) {
    expect(predicted).as("the predicted frame").toContainColumns(FEATURES, PREDICTION);
    Dataset<Row> features =
        compute(
            "the features",
            () ->
                predicted.select(
                    col("id"), vector_to_array(col(FEATURES), "float64").as(FEATURES)));
    expect(features)
        .as("the predicted frame")
        .toHaveRowCount(df.size())
        .diagnose(
            "skip-drops-rows",
            frame -> frame.count() < df.size(),
            frame -> Indexed.skipped(df.size() - frame.count(), df.size()))
        .toHaveRows(right(df))
        .diagnose(
            "label-in-features",
            frame -> parts.assembled().contains(label),
            "The feature vector holds the label `%s` itself: the tree is told the answer. Assemble the indices and the numeric columns only."
                .formatted(label))
        .diagnose(
            "another-order-of-levels",
            frame -> !parts.indexesByFrequency(),
            "The levels have other indices: the indexer sorts them in its own way. Asked for is the most frequent first, which is the default.")
        .diagnose(
            "features-out-of-order",
            frame -> parts.assembled().size() == nominal.size() + numeric.size(),
            frame ->
                "The features are %s, in this order. First every `<col>Index`, then the numeric columns, each in the order of its list."
                    .formatted(String.join(", ", parts.assembled())));
    expect(categories(predicted))
        .as("the number of features that the tree takes for categories")
        .toBe(nominal.size())
        .diagnose(
            "metadata-lost",
            count -> count < nominal.size(),
            "The numbers are right, but the tree takes an index for a quantity: it can only ask whether it is above some value. That an index is a category is written in its column's metadata by the indexer, and a computation on the way (a cast, a sum) leaves them behind. Assemble the indexer's own output.");
  }

  private static int categories(Dataset<Row> predicted) {
    AttributeGroup group = AttributeGroup.fromStructField(predicted.schema().apply(FEATURES));
    if (group.attributes().isEmpty()) {
      return 0;
    }
    int count = 0;
    for (Object attribute : group.attributes().get()) {
      count += attribute instanceof NominalAttribute ? 1 : 0;
    }
    return count;
  }

  private void judgePredictions(Dataset<Row> predicted, Rows df) {
    List<Levels> learned = levels();
    Rows known = df.where(row -> learned.stream().allMatch(levels -> levels.knows(row)));
    List<Object> ids = known.cells().stream().map(row -> row.get("id")).toList();
    expect(
            compute(
                "the predictions",
                () -> predicted.where(col("id").isin(ids.toArray())).select("id", PREDICTION)))
        .as("the predictions")
        .toHaveRows(
            known.with(PREDICTION, row -> row.get(label)).select(List.of("id", PREDICTION)).table())
        .help(
            "In these rows the label follows from the levels alone, so that a tree with default settings finds it. Check what the tree was given.");
  }
}
