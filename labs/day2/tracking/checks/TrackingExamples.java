package day2.tracking.checks;

import day2.tracking.TrackingLab;
import day2.tracking.Trial;
import dev.kindling.check.Example;
import dev.kindling.data.listings.Listings;
import dev.kindling.mlflow.TrackingSpace;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task leaves on the server, for the listings. */
final class TrackingExamples {

  private static final List<String> FEATURES =
      List.of("bedrooms", "accommodates", "bathrooms", "host_income", "review_scores_rating");

  @Example(task = 1)
  Map<String, Object> oneRun(TrackingLab lab, Listings data, TrackingSpace space) {
    String runs = space.experiment("one run");
    lab.logRun(space.uri(), runs, data.completeTrain(), data.completeTest(), "2025-09");
    return Runs.in(space, runs).state();
  }

  @Example(task = 2)
  Map<String, Object> threeModels(TrackingLab lab, Listings data, TrackingSpace space) {
    String runs = space.experiment("three models");
    lab.compareModels(
        space.uri(), runs, data.completeTrain(), data.completeTest(), FEATURES, "2025-09");
    return Runs.in(space, runs).state();
  }

  @Example(task = 3)
  List<Double> lossesOfALinearRegression(TrackingLab lab, Listings data, TrackingSpace space) {
    PipelineStage last = pipeline().fit(data.completeTrain()).stages()[1];
    double[] losses = ((LinearRegressionModel) last).summary().objectiveHistory();
    String runId = space.client().createRun(space.experiment("losses")).getRunId();
    List<Double> read = lab.logLosses(space.uri(), runId, Arrays.stream(losses).boxed().toList());
    space.client().setTerminated(runId);
    return read;
  }

  @Example(task = 4)
  Map<String, Object> aFitInARun(TrackingLab lab, Listings data, TrackingSpace space) {
    String runs = space.experiment("fits");
    lab.fitInRun(space.uri(), runs, "complete rows", pipeline(), data.completeTrain());
    return Runs.in(space, runs).state();
  }

  @Example(task = 5)
  List<String> goodRuns(TrackingLab lab, TrackingSpace space) {
    String runs = space.experiment("runs to search");
    TunedRuns.logInto(space.client(), runs);
    return lab.findRuns(space.uri(), runs, "price", 120.0, 3, 5);
  }

  @Example(task = 6)
  Map<String, Object> tunedTree(TrackingLab lab, TrackingSpace space) {
    String runs = space.experiment("nested runs");
    List<Trial> trials = List.of(new Trial(2, 131.5), new Trial(5, 104.25), new Trial(10, 127.0));
    lab.logTrials(space.uri(), runs, "tune the tree", trials);
    return Runs.in(space, runs).state();
  }

  @Example(task = 7)
  Map<String, String> theModelAndItsData(TrackingLab lab, Listings data, TrackingSpace space)
      throws IOException {
    Dataset<Row> train = data.completeTrain();
    String runId = space.client().createRun(space.experiment("a model")).getRunId();
    try (TrainTable table = TrainTable.atVersion(3)) {
      PipelineModel model = pipeline().fit(train);
      lab.logModel(space.uri(), runId, model, FEATURES, train, table.path());
      space.client().setTerminated(runId);
      return new ModelLogged(space, runId, table).state();
    }
  }

  private static Pipeline pipeline() {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(FEATURES.toArray(String[]::new))
            .setOutputCol("features");
    LinearRegression regression =
        new LinearRegression().setLabelCol("price").setSolver("l-bfgs").setMaxIter(10);
    return new Pipeline().setStages(new PipelineStage[] {assembler, regression});
  }
}
