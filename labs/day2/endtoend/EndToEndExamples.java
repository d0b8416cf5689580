package day2.endtoend;

import static org.apache.spark.sql.functions.avg;

import dev.kindling.check.Example;
import dev.kindling.data.Table;
import dev.kindling.data.wine.Wines;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.TrackingSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.mlflow.tracking.MlflowClient;

/** What each task gives for the wines, and what it leaves on the server. */
final class EndToEndExamples {

  @Example(task = 1)
  Dataset<Row> preparedWines(EndToEndLab lab, Wines wines) {
    return lab.prepareWines(wines.red(), wines.white())
        .groupBy("is_red", "label")
        .count()
        .orderBy("is_red", "label");
  }

  @Example(task = 2)
  Table sharesOfTheParts(EndToEndLab lab, Wines wines, SparkSession spark) {
    Split split = lab.splitWines(allWines(wines, spark), 42);
    return Table.of("part", "rows", "good")
        .row("train", split.train().count(), good(split.train()))
        .row("validation", split.validation().count(), good(split.validation()))
        .row("test", split.test().count(), good(split.test()));
  }

  private static double good(Dataset<Row> wines) {
    return wines.agg(avg("label")).first().getDouble(0);
  }

  @Example(task = 3)
  Table aBaseline(EndToEndLab lab, Wines wines, SparkSession spark) {
    Split split = Cellar.split(spark, Cellar.allWines(wines.truth()));
    Scored scored = lab.fitForest(split.train(), split.validation(), Forests.OF_WINES);
    Evaluation right = Evaluation.of(scored.model(), split.validation());
    return Table.of("measure on validation", "value")
        .row("the AUC that you returned", scored.auc())
        .row("accuracy of the forest", right.accuracy())
        .row("accuracy of always saying no", 1 - wines.truth().goodRate())
        .row("AUC of always saying no", 0.5)
        .row("AUC of the true probabilities", wines.truth().bestAuc());
  }

  @Example(task = 4)
  Table theRun(EndToEndLab lab, Wines wines, TrackingSpace space, SparkSession spark) {
    Split split = Cellar.split(spark, Cellar.allWines(wines.truth()));
    String experiment = space.experiment("a baseline");
    lab.logForest(
        space.uri(),
        experiment,
        Forests.fit(split.train(), Forests.OF_WINES),
        Forests.OF_WINES,
        split.train(),
        split.validation());
    return runs(space, experiment, "train_auc", "val_auc");
  }

  @Example(task = 5)
  Table theSearch(EndToEndLab lab, Wines wines, TrackingSpace space, SparkSession spark) {
    String experiment = space.experiment("tuning");
    lab.tune(
        space.uri(),
        experiment,
        Cellar.split(spark, Cellar.allWines(wines.truth())),
        List.of(
            new Settings(5, 2, 42L),
            new Settings(10, 5, 42L),
            new Settings(20, 8, 42L),
            new Settings(20, 12, 42L)));
    return runs(space, experiment, "val_auc", "test_auc");
  }

  @Example(task = 6)
  Table threeContests(EndToEndLab lab, TrackingSpace space) {
    String name = space.modelName("wine");
    String experiment = space.experiment("contests");
    Table contests = Table.of("test_auc", "champion afterwards");
    for (double auc : new double[] {0.85, 0.88, 0.86}) {
      contests = contests.row(auc, lab.promote(space.uri(), name, run(space, experiment, auc)));
    }
    return contests;
  }

  private static String run(TrackingSpace space, String experiment, double auc) {
    MlflowClient client = space.client();
    String runId = client.createRun(experiment).getRunId();
    client.logMetric(runId, "train_auc", auc + 0.05);
    client.logMetric(runId, "val_auc", auc + 0.01);
    client.logMetric(runId, "test_auc", auc);
    client.setTerminated(runId);
    return runId;
  }

  @Example(task = 7)
  Table aScoredBatch(EndToEndLab lab, Wines wines, TrackingSpace space, SparkSession spark)
      throws IOException {
    Split split = Cellar.split(spark, Cellar.allWines(wines.truth()));
    PipelineModel model = Forests.fit(split.train(), Forests.OF_WINES);
    String name = space.modelName("batch");
    Forests.register(space, "a model for a batch", name, model);
    new ModelRegistry(space.uri()).setRegisteredModelAlias(name, "champion", "1");
    Path folder = Files.createTempDirectory("kindling-batch");
    String path = folder.resolve("scored").toString();
    Table batch = Forests.batch(wines.truth().canary());
    lab.scoreWines(space.uri(), name, Cellar.frame(spark, batch), path);
    Dataset<Row> scored = spark.read().format("delta").load(path);
    Table shown = Table.of("prediction", "model_version", "bottles");
    for (Row row :
        scored
            .groupBy("prediction", "model_version")
            .count()
            .orderBy("prediction")
            .collectAsList()) {
      shown = shown.row(row.get(0), row.get(1), row.get(2));
    }
    return shown;
  }

  private static Dataset<Row> allWines(Wines wines, SparkSession spark) {
    return Cellar.frame(spark, Cellar.allWines(wines.truth()));
  }

  /** The runs of an experiment as the server's page lists them. */
  private static Table runs(TrackingSpace space, String experiment, String... metrics) {
    List<String> columns = new ArrayList<>(List.of("numTrees", "maxDepth", "status"));
    columns.addAll(Arrays.asList(metrics));
    List<List<Object>> rows = new ArrayList<>();
    for (LoggedRun run : LoggedRun.in(space, experiment)) {
      List<Object> cells = new ArrayList<>();
      cells.add(run.params().get("numTrees"));
      cells.add(run.params().get("maxDepth"));
      cells.add(run.status());
      for (String metric : metrics) {
        cells.add(run.metrics().get(metric));
      }
      rows.add(cells);
    }
    return new Table(columns, rows);
  }
}
