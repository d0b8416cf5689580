package day2.selection;

import dev.kindling.data.selection.Roles;
import dev.kindling.data.selection.Signals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A tree on a few columns, one of which has 200 levels and nothing to say.
 *
 * @param model the fitted pipeline; its last stage is the tree
 * @param train the rows that it was fitted on
 * @param test other rows
 * @param columns the columns that it looks at
 */
record ManyLevels(
    PipelineModel model, Dataset<Row> train, Dataset<Row> test, List<String> columns) {

  /** Four rows per level: enough to be fooled by. */
  private static final int TRAIN_ROWS = 800;

  /** More than the 200 levels and the one for levels that train has not. */
  private static final int BINS = 256;

  /**
   * Of 1,000 rows a share has a standard deviation of 0.016 at most, and the average over three
   * shuffles 0.009: this is nearly four of both together.
   */
  private static final double LUCK = 0.07;

  static ManyLevels of(Signals signals) {
    Roles roles = signals.truth().roles();
    List<String> categories = new ArrayList<>(roles.informativeCategories());
    categories.add(1, roles.highCardinality());
    List<String> columns = new ArrayList<>(categories);
    columns.add(0, roles.noise().get(1));
    columns.add(roles.informative().get(0));
    Dataset<Row> train = chosen(signals.train(), columns).where("id <= " + TRAIN_ROWS).drop("id");
    Dataset<Row> test = chosen(signals.test(), columns).drop("id");

    StringIndexer indexer =
        new StringIndexer()
            .setInputCols(categories.toArray(String[]::new))
            .setOutputCols(categories.stream().map(ManyLevels::index).toArray(String[]::new))
            .setHandleInvalid("keep");
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(
                columns.stream()
                    .map(column -> categories.contains(column) ? index(column) : column)
                    .toArray(String[]::new))
            .setOutputCol("features");
    DecisionTreeClassifier tree =
        new DecisionTreeClassifier().setLabelCol(Signals.LABEL).setMaxBins(BINS).setSeed(1);
    PipelineStage[] stages = {indexer, assembler, tree};
    return new ManyLevels(new Pipeline().setStages(stages).fit(train), train, test, columns);
  }

  /** What shuffling costs, measured. */
  ShuffledColumns importances() {
    ShuffleCosts onTest = ShuffleCosts.of(model, test, columns, Signals.LABEL);
    return new ShuffledColumns(
        onTest.accuracy(),
        onTest.costs(),
        () -> ShuffleCosts.of(model, train, columns, Signals.LABEL).costs(),
        () -> ShuffleCosts.ofMeans(model, test, columns, Signals.LABEL).costs(),
        () -> ShuffleCosts.ofMoreAndMore(model, test, columns, Signals.LABEL).costs(),
        impurity(),
        LUCK);
  }

  private Map<String, Double> impurity() {
    DecisionTreeClassificationModel tree =
        (DecisionTreeClassificationModel) model.stages()[model.stages().length - 1];
    Vector importances = tree.featureImportances();
    Map<String, Double> impurity = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      impurity.put(columns.get(i), importances.apply(i));
    }
    return impurity;
  }

  private static Dataset<Row> chosen(Dataset<Row> df, List<String> columns) {
    return df.select(
        Stream.concat(Stream.of("id", Signals.LABEL), columns.stream())
            .map(functions::col)
            .toArray(Column[]::new));
  }

  private static String index(String category) {
    return category + "Index";
  }
}
