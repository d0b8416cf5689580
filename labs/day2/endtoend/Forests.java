package day2.endtoend;

import dev.kindling.data.Table;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Models that tasks are handed. */
final class Forests {

  /** What {@link #ofWines} was told. */
  static final Settings OF_WINES = new Settings(10, 5, 42L);

  private Forests() {}

  /**
   * A pipeline of an assembler and a forest.
   *
   * @param train its features are read in another order than they stand here
   */
  static PipelineModel fit(Dataset<Row> train, Settings settings) {
    List<String> features = new ArrayList<>(List.of(train.columns()));
    features.removeAll(List.of("quality", "label"));
    Collections.sort(features);
    Collections.reverse(features);
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(features.toArray(String[]::new))
            .setOutputCol("features");
    RandomForestClassifier forest =
        new RandomForestClassifier()
            .setLabelCol("label")
            .setNumTrees(settings.numTrees())
            .setMaxDepth(settings.maxDepth())
            .setSeed(settings.seed());
    return new Pipeline().setStages(new PipelineStage[] {assembler, forest}).fit(train);
  }

  /** A model that is there in no time: it calls wines good that fulfil a condition. */
  static PipelineModel rule(String condition) {
    SQLTransformer rule =
        new SQLTransformer()
            .setStatement(
                "SELECT *, CAST(%s AS DOUBLE) AS prediction FROM __THIS__".formatted(condition));
    return new PipelineModel(rule.uid() + "_pipeline", new Transformer[] {rule});
  }

  /** Registers models, one version each. */
  static void register(TrackingSpace space, String what, String name, PipelineModel... models) {
    String runId = space.client().createRun(space.experiment(what)).getRunId();
    for (int i = 0; i < models.length; i++) {
      new SparkModels(space.uri())
          .logModel(
              runId,
              models[i],
              "model" + (i + 1),
              ModelOptions.none().withRegisteredModelName(name));
    }
    space.client().setTerminated(runId);
  }

  /** Wines that nobody has tasted, as they come: names with blanks, columns in another order. */
  static Table batch(Table canary) {
    List<String> columns = new ArrayList<>(canary.columns());
    columns.remove("quality");
    columns.add(3, "bottle id");
    List<List<Object>> rows = new ArrayList<>();
    List<String> measured = columns.stream().filter(name -> !name.equals("bottle id")).toList();
    for (List<Object> row : Cellar.select(canary, measured).rows()) {
      List<Object> cells = new ArrayList<>(row);
      cells.add(3, 5000 + rows.size());
      rows.add(cells);
    }
    return new Table(columns, rows);
  }
}
