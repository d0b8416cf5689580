package day2.tracking;

import dev.kindling.check.Example;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task leaves on the server, for the listings. */
final class TrackingExamples {

  private static final List<String> FEATURES =
      List.of("bedrooms", "accommodates", "bathrooms", "host_income", "review_scores_rating");

  @Example(task = 1)
  Table oneRun(TrackingLab lab, Listings listings, TrackingSpace space) {
    String experiment = space.experiment("one run");
    lab.logRun(
        space.uri(), experiment, listings.completeTrain(), listings.completeTest(), "2025-09");
    return shown(space, experiment, "label", "features", "data_version");
  }

  @Example(task = 2)
  Table threeModels(TrackingLab lab, Listings listings, TrackingSpace space) {
    String experiment = space.experiment("three models");
    lab.compareModels(
        space.uri(),
        experiment,
        listings.completeTrain(),
        listings.completeTest(),
        FEATURES,
        "2025-09");
    return shown(space, experiment, "label", "features", "data_version");
  }

  @Example(task = 3)
  List<Double> lossesOfALinearRegression(TrackingLab lab, Listings listings, TrackingSpace space) {
    LinearRegression regression =
        new LinearRegression().setLabelCol("price").setSolver("l-bfgs").setMaxIter(10);
    Transformer[] stages = pipeline(regression).fit(listings.completeTrain()).stages();
    double[] losses = ((LinearRegressionModel) stages[1]).summary().objectiveHistory();
    String runId = space.client().createRun(space.experiment("losses")).getRunId();
    List<Double> read = lab.logLosses(space.uri(), runId, Arrays.stream(losses).boxed().toList());
    space.client().setTerminated(runId);
    return read;
  }

  @Example(task = 4)
  Table aFitInARun(TrackingLab lab, Listings listings, TrackingSpace space) {
    String experiment = space.experiment("fits");
    Pipeline pipeline = pipeline(new LinearRegression().setLabelCol("price"));
    lab.fitInRun(space.uri(), experiment, "complete rows", pipeline, listings.completeTrain());
    return shown(space, experiment);
  }

  @Example(task = 5)
  List<String> goodRuns(TrackingLab lab, TrackingSpace space) {
    String experiment = space.experiment("runs to search");
    HandMade.TUNED.logInto(space.client(), experiment);
    return lab.findRuns(space.uri(), experiment, "price", 120.0, 3, 5);
  }

  @Example(task = 6)
  Table tunedTree(TrackingLab lab, Listings listings, TrackingSpace space) {
    List<Trial> trials = new ArrayList<>();
    for (int depth : new int[] {2, 5, 8}) {
      DecisionTreeRegressor tree =
          new DecisionTreeRegressor().setLabelCol("price").setMaxDepth(depth);
      Dataset<Row> predictions =
          pipeline(tree).fit(listings.completeTrain()).transform(listings.completeTest());
      double rmse = new RegressionEvaluator().setLabelCol("price").evaluate(predictions);
      trials.add(new Trial(depth, rmse));
    }
    String experiment = space.experiment("nested runs");
    lab.logTrials(space.uri(), experiment, "tune the tree", trials);
    return shown(space, experiment, "maxDepth");
  }

  @Example(task = 7)
  Dataset<Row> predictionsOfTheLoadedModel(
      TrackingLab lab, Listings listings, TrackingSpace space) {
    PipelineModel model =
        pipeline(new LinearRegression().setLabelCol("price")).fit(listings.completeTrain());
    String runId = space.client().createRun(space.experiment("a model")).getRunId();
    try (TrainTable table = TrainTable.atVersion(3)) {
      String uri =
          lab.logModel(space.uri(), runId, model, FEATURES, listings.completeTrain(), table.path());
      space.client().setTerminated(runId);
      return new SparkModels(space.uri())
          .loadModel(uri)
          .transform(listings.completeTest())
          .select("id", "price", "prediction")
          .orderBy("id");
    }
  }

  private static Pipeline pipeline(PipelineStage last) {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(FEATURES.toArray(String[]::new))
            .setOutputCol("features");
    return new Pipeline().setStages(new PipelineStage[] {assembler, last});
  }

  /** The runs of an experiment as the server's page lists them. */
  private static Table shown(TrackingSpace space, String experiment, String... params) {
    List<String> columns = new ArrayList<>(List.of("run", "status"));
    columns.addAll(List.of(params));
    columns.addAll(List.of("rmse", "r2"));
    List<List<Object>> rows = new ArrayList<>();
    for (LoggedRun run : RunsLeft.in(space, experiment).runs()) {
      List<Object> cells = new ArrayList<>(List.of(run.name(), run.status().name()));
      for (String param : params) {
        cells.add(run.params().get(param));
      }
      cells.add(run.metrics().get("rmse"));
      cells.add(run.metrics().get("r2"));
      rows.add(cells);
    }
    return new Table(columns, rows);
  }
}
