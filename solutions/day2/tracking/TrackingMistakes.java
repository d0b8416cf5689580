package day2.tracking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.log;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.DatasetInputs;
import dev.kindling.mlflow.DatasetSource;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowContext;
import org.mlflow.tracking.RunsPage;

/** Answers that look right and are not, each as somebody would write it. */
final class TrackingMistakes {

  private static final List<String> BEDROOMS = List.of("bedrooms");

  private TrackingMistakes() {}

  /** Evaluates the rows that the model was fitted on. */
  @Mistake(task = 1, diagnosis = "train-metrics")
  static final class LogsTrainMetrics extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      return super.logRun(trackingUri, experimentId, train, train, dataVersion);
    }
  }

  /** Fits on the rows to judge on. */
  @Mistake(task = 1, diagnosis = "fit-on-test")
  static final class FitsOnTest extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      return super.logRun(trackingUri, experimentId, test, test, dataVersion);
    }
  }

  /** Never tells the evaluator which metric. */
  @Mistake(task = 1, diagnosis = "r2-is-rmse")
  static final class LogsRmseTwice extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      double metric =
          new RegressionEvaluator()
              .setLabelCol("price")
              .evaluate(linearRegression(BEDROOMS, "price").fit(train).transform(test));
      String runId = start(client, experimentId, "LR-Single-Feature");
      Map<String, Double> metrics = Map.of("rmse", metric, "r2", metric);
      return logAndEnd(client, runId, params("price", BEDROOMS, dataVersion), metrics);
    }
  }

  /** Leaves the name to the server. */
  @Mistake(task = 1, diagnosis = "no-run-name")
  static final class GivesNoName extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = client.createRun(experimentId).getRunId();
      return logSingle(client, runId, train, test, dataVersion);
    }
  }

  /** Forgets the last line. */
  @Mistake(task = 1, diagnosis = "left-running")
  static final class NeverEnds extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, "LR-Single-Feature");
      metrics(linearRegression(BEDROOMS, "price").fit(train).transform(test))
          .forEach((key, value) -> client.logMetric(runId, key, value));
      params("price", BEDROOMS, dataVersion)
          .forEach((key, value) -> client.logParam(runId, key, value));
      return runId;
    }
  }

  /** Creates a run and says nowhere in which experiment. */
  @Mistake(task = 1, diagnosis = "default-experiment")
  static final class UsesTheDefaultExperiment extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = client.createRun().getRunId();
      client.setTag(runId, "mlflow.runName", "LR-Single-Feature");
      return logSingle(client, runId, train, test, dataVersion);
    }
  }

  /** Returns what people call the run. */
  @Mistake(task = 1, diagnosis = "name-for-id")
  static final class ReturnsTheName extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      super.logRun(trackingUri, experimentId, train, test, dataVersion);
      return "LR-Single-Feature";
    }
  }

  /** Logs all three models in one run. */
  @Mistake(task = 2, diagnosis = "param-overwritten")
  static final class ChangesAParam extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, "LR-Single-Feature");
      client.logParam(runId, "features", features.get(0));
      client.logParam(runId, "features", String.join(",", features));
      return List.of(runId, runId, runId);
    }
  }

  /** The same in one request for all params. */
  @Mistake(task = 2, diagnosis = "param-overwritten")
  static final class ChangesAParamInABatch extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, "LR");
      for (int i = 1; i <= features.size(); i++) {
        logAndEnd(client, runId, params("price", features.subList(0, i), dataVersion), Map.of());
      }
      return List.of(runId, runId, runId);
    }
  }

  /** Keeps three models apart by their keys alone. */
  @Mistake(task = 2, diagnosis = "all-in-one-run")
  static final class NumbersTheKeys extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, "LR");
      client.logParam(runId, "features_1", features.get(0));
      client.logParam(runId, "features_2", String.join(",", features));
      client.setTerminated(runId);
      return List.of(runId, runId, runId);
    }
  }

  /** Judges the logarithms. */
  @Mistake(task = 2, diagnosis = "log-scale-metrics")
  static final class JudgesLogarithms extends LogPrice {
    @Override
    Map<String, Double> ofLog(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      RegressionEvaluator evaluator = new RegressionEvaluator().setLabelCol("log_price");
      Dataset<Row> predictions =
          linearRegression(features, "log_price").fit(withLog(train)).transform(withLog(test));
      return Map.of(
          "rmse", evaluator.setMetricName("rmse").evaluate(predictions),
          "r2", evaluator.setMetricName("r2").evaluate(predictions));
    }
  }

  /** Compares logarithms with dollars. */
  @Mistake(task = 2, diagnosis = "log-not-turned-back")
  static final class ComparesLogarithmsWithDollars extends LogPrice {
    @Override
    Map<String, Double> ofLog(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      return metrics(linearRegression(features, "log_price").fit(withLog(train)).transform(test));
    }
  }

  /** Evaluates the train rows. */
  @Mistake(task = 2, diagnosis = "train-metrics")
  static final class ComparesOnTrain extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      return super.compareModels(trackingUri, experimentId, train, train, features, dataVersion);
    }
  }

  /** Says that the third model learned the price. */
  @Mistake(task = 2, diagnosis = "label-not-told")
  static final class TellsTheSameLabel extends LogPrice {
    @Override
    Map<String, String> paramsOfLog(List<String> features, String dataVersion) {
      return params("price", features, dataVersion);
    }
  }

  /** Logs a list as Java prints it. */
  @Mistake(task = 2, diagnosis = "features-as-list")
  static final class PrintsTheList extends LogPrice {
    @Override
    Map<String, String> paramsOfAll(List<String> features, String dataVersion) {
      return Map.of("label", "price", "features", features.toString(), "data_version", dataVersion);
    }
  }

  /** Forgets to give the second model the other features. */
  @Mistake(task = 2, diagnosis = "single-for-all")
  static final class UsesOneFeature extends LogPrice {
    @Override
    Map<String, Double> ofAll(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      return super.ofAll(train, test, features.subList(0, 1));
    }
  }

  /** Sets no step. */
  @Mistake(task = 3, diagnosis = "no-steps")
  static final class SetsNoStep extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      MlflowClient client = new MlflowClient(trackingUri);
      losses.forEach(loss -> client.logMetric(runId, "loss", loss));
      return curve(client, runId);
    }
  }

  /** Counts the iterations of this round. */
  @Mistake(task = 3, diagnosis = "restarts-at-zero")
  static final class RestartsAtZero extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      MlflowClient client = new MlflowClient(trackingUri);
      return logFrom(client, runId, losses, 0);
    }
  }

  /** Counts from one. */
  @Mistake(task = 3, diagnosis = "off-by-one-step")
  static final class CountsFromOne extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      MlflowClient client = new MlflowClient(trackingUri);
      int logged = client.getMetricHistory(runId, "loss").size();
      return logFrom(client, runId, losses, logged + 1);
    }
  }

  /** Gives the step where the time belongs. */
  @Mistake(task = 3, diagnosis = "step-for-time")
  static final class SwapsStepAndTime extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      MlflowClient client = new MlflowClient(trackingUri);
      long step = client.getMetricHistory(runId, "loss").size();
      for (double loss : losses) {
        client.logMetric(runId, "loss", loss, step++, System.currentTimeMillis());
      }
      return curve(client, runId);
    }
  }

  /** Ends a run that belongs to somebody else. */
  @Mistake(task = 3, diagnosis = "run-ended")
  static final class EndsTheRun extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      List<Double> read = super.logLosses(trackingUri, runId, losses);
      new MlflowClient(trackingUri).setTerminated(runId);
      return read;
    }
  }

  /** Returns what it was given. */
  @Mistake(task = 3, diagnosis = "round-only")
  static final class ReturnsTheRound extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      super.logLosses(trackingUri, runId, losses);
      return losses;
    }
  }

  /** Reads the metrics of the run. */
  @Mistake(task = 3, diagnosis = "latest-only")
  static final class ReadsTheLatest extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      super.logLosses(trackingUri, runId, losses);
      return new MlflowClient(trackingUri)
          .getRun(runId).getData().getMetricsList().stream().map(Metric::getValue).toList();
    }
  }

  /** Trusts the order of the history. */
  @Mistake(task = 3, diagnosis = "server-order")
  static final class TrustsTheOrder extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      super.logLosses(trackingUri, runId, losses);
      return new MlflowClient(trackingUri)
          .getMetricHistory(runId, "loss").stream().map(Metric::getValue).toList();
    }
  }

  /** Sorts by what should fall. */
  @Mistake(task = 3, diagnosis = "sorted-by-value")
  static final class SortsByValue extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      return super.logLosses(trackingUri, runId, losses).stream()
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /** Ends the run if all goes well. */
  @Mistake(task = 4, diagnosis = "left-running")
  static final class EndsOnlyGoodRuns extends TrackingSolution {
    @Override
    public PipelineModel fitInRun(
        String trackingUri,
        String experimentId,
        String runName,
        Pipeline pipeline,
        Dataset<Row> train) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, runName);
      PipelineModel model = pipeline.fit(train);
      client.setTerminated(runId);
      return model;
    }
  }

  /** Ends every run, and every run well. */
  @Mistake(task = 4, diagnosis = "finished-though-failed")
  static final class FinishesEverything extends TrackingSolution {
    @Override
    public PipelineModel fitInRun(
        String trackingUri,
        String experimentId,
        String runName,
        Pipeline pipeline,
        Dataset<Row> train) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, runName);
      try {
        return pipeline.fit(train);
      } finally {
        client.setTerminated(runId);
      }
    }
  }

  /** Never says that it went well. */
  @Mistake(task = 4, diagnosis = "failed-though-fitted")
  static final class FailsEverything extends TrackingSolution {
    @Override
    public PipelineModel fitInRun(
        String trackingUri,
        String experimentId,
        String runName,
        Pipeline pipeline,
        Dataset<Row> train) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, runName);
      try {
        return pipeline.fit(train);
      } finally {
        client.setTerminated(runId, RunStatus.FAILED);
      }
    }
  }

  /** Uses the convenience that keeps exceptions to itself. */
  @Mistake(task = 4, diagnosis = "exception-swallowed")
  static final class UsesWithActiveRun extends TrackingSolution {
    @Override
    public PipelineModel fitInRun(
        String trackingUri,
        String experimentId,
        String runName,
        Pipeline pipeline,
        Dataset<Row> train) {
      List<PipelineModel> models = new ArrayList<>();
      new MlflowContext(trackingUri)
          .setExperimentId(experimentId)
          .withActiveRun(runName, run -> models.add(pipeline.fit(train)));
      return models.isEmpty() ? null : models.get(0);
    }
  }

  /** Prints the exception and returns a model of nothing. */
  @Mistake(task = 4, diagnosis = "exception-swallowed")
  static final class PrintsTheException extends TrackingSolution {
    @Override
    public PipelineModel fitInRun(
        String trackingUri,
        String experimentId,
        String runName,
        Pipeline pipeline,
        Dataset<Row> train) {
      try {
        return super.fitInRun(trackingUri, experimentId, runName, pipeline, train);
      } catch (RuntimeException e) {
        System.err.println(e.getMessage());
        return new PipelineModel("nothing", List.of());
      }
    }
  }

  /** Throws something else. */
  @Mistake(task = 4, diagnosis = "cause-lost")
  static final class LosesTheCause extends TrackingSolution {
    @Override
    public PipelineModel fitInRun(
        String trackingUri,
        String experimentId,
        String runName,
        Pipeline pipeline,
        Dataset<Row> train) {
      try {
        return super.fitInRun(trackingUri, experimentId, runName, pipeline, train);
      } catch (RuntimeException e) {
        throw new IllegalStateException("The run failed.");
      }
    }
  }

  /** Reads one page. */
  @Mistake(task = 5, diagnosis = "first-page-only")
  static final class ReadsOnePage extends Search {
    @Override
    List<Run> pages(RunsPage first) {
      return first.getItems();
    }
  }

  /** Turns the page before the last one is read. */
  @Mistake(task = 5, diagnosis = "last-page-lost")
  static final class LosesTheLastPage extends Search {
    @Override
    List<Run> pages(RunsPage first) {
      List<Run> runs = new ArrayList<>();
      RunsPage page = first;
      while (page.hasNextPage()) {
        runs.addAll(page.getItems());
        page = (RunsPage) page.getNextPage();
      }
      return runs;
    }
  }

  /** Compares a param as a number in the filter. */
  @Mistake(task = 5, diagnosis = "params-are-strings")
  static final class ComparesParamsAsNumbers extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return super.filter(label, below, minDepth) + " and params.maxDepth >= " + minDepth;
    }
  }

  /** Compares a param as a text in the filter. */
  @Mistake(task = 5, diagnosis = "params-are-strings")
  static final class ComparesParamsAsTexts extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return super.filter(label, below, minDepth) + " and params.maxDepth >= '" + minDepth + "'";
    }
  }

  /** Compares depths letter by letter. */
  @Mistake(task = 5, diagnosis = "depth-as-text")
  static final class ComparesDepthsAsTexts extends Search {
    @Override
    boolean isDeep(Run run, int minDepth) {
      return param(run, "maxDepth").compareTo(String.valueOf(minDepth)) >= 0;
    }
  }

  /** Takes every depth. */
  @Mistake(task = 5, diagnosis = "depth-ignored")
  static final class TakesEveryDepth extends Search {
    @Override
    boolean isDeep(Run run, int minDepth) {
      return true;
    }
  }

  /** Takes larger depths only. */
  @Mistake(task = 5, diagnosis = "depth-excluded")
  static final class TakesLargerDepths extends Search {
    @Override
    boolean isDeep(Run run, int minDepth) {
      return Integer.parseInt(param(run, "maxDepth")) > minDepth;
    }
  }

  /** Forgets the quotes of the label. */
  @Mistake(task = 5, diagnosis = "value-not-quoted")
  static final class ForgetsQuotes extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "metrics.rmse < " + below + " and params.label = " + label;
    }
  }

  /** Puts the number into quotes. */
  @Mistake(task = 5, diagnosis = "number-quoted")
  static final class QuotesTheNumber extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "metrics.rmse < '" + below + "' and params.label = '" + label + "'";
    }
  }

  /** Says no kind of key in the filter. */
  @Mistake(task = 5, diagnosis = "no-prefix")
  static final class SaysNoPrefix extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "rmse < " + below + " and label = '" + label + "'";
    }
  }

  /** Takes any label that sounds like it. */
  @Mistake(task = 5, diagnosis = "any-label")
  static final class TakesSimilarLabels extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "metrics.rmse < " + below + " and params.label LIKE '%" + label + "%'";
    }
  }

  /** Takes the limit, too. */
  @Mistake(task = 5, diagnosis = "not-smaller")
  static final class TakesTheLimit extends Search {
    @Override
    String filter(String label, double below, int minDepth) {
      return "metrics.rmse <= " + below + " and params.label = '" + label + "'";
    }
  }

  /** Begins with the worst. */
  @Mistake(task = 5, diagnosis = "descending")
  static final class BeginsWithTheWorst extends Search {
    @Override
    List<String> order() {
      return List.of("metrics.rmse DESC");
    }
  }

  /** Takes the order that comes. */
  @Mistake(task = 5, diagnosis = "not-ordered")
  static final class TakesAnyOrder extends Search {
    @Override
    List<String> order() {
      return List.of();
    }
  }

  /** Finds deleted runs. */
  @Mistake(task = 5, diagnosis = "deleted-runs")
  static final class FindsDeletedRuns extends Search {
    @Override
    ViewType view() {
      return ViewType.ALL;
    }
  }

  /** Logs every trial in one run. */
  @Mistake(task = 6, diagnosis = "param-overwritten")
  static final class LogsTrialsInOneRun extends TrackingSolution {
    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, runName);
      for (Trial trial : trials) {
        client.logParam(runId, "maxDepth", String.valueOf(trial.maxDepth()));
        client.logMetric(runId, "rmse", trial.rmse());
      }
      client.setTerminated(runId);
      return runId;
    }
  }

  /** Logs every trial in one run, without params. */
  @Mistake(task = 6, diagnosis = "all-in-one-run")
  static final class LogsTrialsAsSteps extends TrackingSolution {
    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, runName);
      for (Trial trial : trials) {
        long now = System.currentTimeMillis();
        client.logMetric(runId, "rmse", trial.rmse(), now, trial.maxDepth());
      }
      client.setTerminated(runId);
      return runId;
    }
  }

  /** Links nothing. */
  @Mistake(task = 6, diagnosis = "children-not-linked")
  static final class LinksNothing extends Tree {
    @Override
    void link(MlflowClient client, String childId, String parentId) {}
  }

  /** Makes up a tag. */
  @Mistake(task = 6, diagnosis = "other-tag")
  static final class LinksByAnotherTag extends Tree {
    @Override
    void link(MlflowClient client, String childId, String parentId) {
      client.setTag(childId, "parentRunId", parentId);
    }
  }

  /** Returns the best child. */
  @Mistake(task = 6, diagnosis = "child-returned")
  static final class ReturnsTheBestChild extends TrackingSolution {
    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      String parentId = super.logTrials(trackingUri, experimentId, runName, trials);
      return new MlflowClient(trackingUri)
          .getRun(parentId).getData().getTagsList().stream()
              .filter(tag -> tag.getKey().equals("best_run_id"))
              .map(RunTag::getValue)
              .findFirst()
              .orElseThrow();
    }
  }

  /** Ends the parent alone. */
  @Mistake(task = 6, diagnosis = "left-running")
  static final class LeavesChildrenRunning extends Tree {
    @Override
    void end(MlflowClient client, String childId) {}
  }

  /** Takes the last for the best. */
  @Mistake(task = 6, diagnosis = "last-for-best")
  static final class TakesTheLast extends Tree {
    @Override
    Trial best(List<Trial> trials) {
      return trials.get(trials.size() - 1);
    }
  }

  /** Takes the largest for the best. */
  @Mistake(task = 6, diagnosis = "largest-for-best")
  static final class TakesTheLargest extends Tree {
    @Override
    Trial best(List<Trial> trials) {
      return trials.stream().max(Comparator.comparing(Trial::rmse)).orElseThrow();
    }
  }

  /** Logs each trial on the parent, too. */
  @Mistake(task = 6, diagnosis = "logged-per-trial")
  static final class LogsEachOnTheParent extends Tree {
    @Override
    void tellParent(MlflowClient client, String parentId, Trial trial, Trial best) {
      client.logMetric(parentId, "rmse", trial.rmse());
      if (trial == best) {
        client.logParam(parentId, "maxDepth", String.valueOf(best.maxDepth()));
      }
    }
  }

  /** Leaves the parent empty. */
  @Mistake(task = 6, diagnosis = "nothing-on-parent")
  static final class TellsTheParentNothing extends Tree {
    @Override
    void tellParent(MlflowClient client, String parentId, Trial trial, Trial best) {}
  }

  /** Infers the signature from the whole frame. */
  @Mistake(task = 7, diagnosis = "label-in-signature")
  static final class TakesTheLabelForAnInput extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(train, model.transform(train).select("prediction")))
          .withInputExample(train);
    }
  }

  /** Logs the bare model. */
  @Mistake(task = 7, diagnosis = "no-signature")
  static final class LogsNoSignature extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none().withInputExample(input);
    }
  }

  /** Tells what goes in, and not what comes out. */
  @Mistake(task = 7, diagnosis = "no-output")
  static final class TellsNoOutput extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none().withSignature(ModelSignature.infer(input)).withInputExample(input);
    }
  }

  /** Takes every column of the transformed frame for an output. */
  @Mistake(task = 7, diagnosis = "all-outputs")
  static final class TakesAllOutputs extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(input, model.transform(input)))
          .withInputExample(input);
    }
  }

  /** Logs no example. */
  @Mistake(task = 7, diagnosis = "no-example")
  static final class LogsNoExample extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(input, model.transform(input).select("prediction")));
    }
  }

  /** Gives train rows as the example. */
  @Mistake(task = 7, diagnosis = "label-in-example")
  static final class ShowsTheLabel extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return super.options(model, input, train).withInputExample(train);
    }
  }

  /** Logs under another name than it says. */
  @Mistake(task = 7, diagnosis = "other-path")
  static final class LogsElsewhere extends LogsModel {
    @Override
    String log(SparkModels models, String runId, PipelineModel model, ModelOptions options) {
      models.logModel(runId, model, "log-model", options);
      return "runs:/" + runId + "/model";
    }
  }

  /** Returns the address of another folder. */
  @Mistake(task = 7, diagnosis = "other-path")
  static final class NamesTheModelOtherwise extends LogsModel {
    @Override
    String log(SparkModels models, String runId, PipelineModel model, ModelOptions options) {
      return models.logModel(runId, model, "linear-regression", options).modelUri();
    }
  }

  /** Forgets the data. */
  @Mistake(task = 7, diagnosis = "no-dataset")
  static final class ForgetsTheData extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {}
  }

  /** Writes the context in its own words. */
  @Mistake(task = 7, diagnosis = "other-context")
  static final class SaysTrain extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      DatasetSource source = DatasetSource.deltaPath(train.sparkSession(), path);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "train");
    }
  }

  /** Knows the version by heart. */
  @Mistake(task = 7, diagnosis = "other-version")
  static final class SaysTheFirstVersion extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      DatasetSource source = DatasetSource.deltaPath(path, 0);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "training");
    }
  }

  /** Takes the number of commits for the version. */
  @Mistake(task = 7, diagnosis = "count-for-version")
  static final class CountsVersions extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      long versions =
          io.delta.tables.DeltaTable.forPath(train.sparkSession(), path).history().count();
      DatasetSource source = DatasetSource.deltaPath(path, versions);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "training");
    }
  }

  /** Names the folder and no version. */
  @Mistake(task = 7, diagnosis = "path-only")
  static final class NamesTheFolder extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      DatasetSource source = DatasetSource.path(path);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "training");
    }
  }

  private static String logSingle(
      MlflowClient client,
      String runId,
      Dataset<Row> train,
      Dataset<Row> test,
      String dataVersion) {
    return TrackingSolution.logAndEnd(
        client,
        runId,
        TrackingSolution.params("price", BEDROOMS, dataVersion),
        TrackingSolution.metrics(
            TrackingSolution.linearRegression(BEDROOMS, "price").fit(train).transform(test)));
  }

  private static List<Double> curve(MlflowClient client, String runId) {
    return client.getMetricHistory(runId, "loss").stream()
        .sorted(Comparator.comparingLong(Metric::getStep))
        .map(Metric::getValue)
        .toList();
  }

  private static List<Double> logFrom(
      MlflowClient client, String runId, List<Double> losses, long firstStep) {
    long step = firstStep;
    for (double loss : losses) {
      client.logMetric(runId, "loss", loss, System.currentTimeMillis(), step++);
    }
    return curve(client, runId);
  }

  /** Three runs in steps of which a mistake changes one. */
  private abstract static class LogPrice extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      List<String> first = features.subList(0, 1);
      return List.of(
          logAndEnd(
              client,
              start(client, experimentId, "LR-Single-Feature"),
              params("price", first, dataVersion),
              metrics(linearRegression(first, "price").fit(train).transform(test))),
          logAndEnd(
              client,
              start(client, experimentId, "LR-All-Features"),
              paramsOfAll(features, dataVersion),
              ofAll(train, test, features)),
          logAndEnd(
              client,
              start(client, experimentId, "LR-Log-Price"),
              paramsOfLog(features, dataVersion),
              ofLog(train, test, features)));
    }

    Map<String, String> paramsOfAll(List<String> features, String dataVersion) {
      return params("price", features, dataVersion);
    }

    Map<String, String> paramsOfLog(List<String> features, String dataVersion) {
      return params("log_price", features, dataVersion);
    }

    Map<String, Double> ofAll(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      return metrics(linearRegression(features, "price").fit(train).transform(test));
    }

    Map<String, Double> ofLog(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      Dataset<Row> logs =
          linearRegression(features, "log_price").fit(withLog(train)).transform(test);
      return metrics(
          logs.withColumn("prediction", org.apache.spark.sql.functions.exp(col("prediction"))));
    }

    static Dataset<Row> withLog(Dataset<Row> rows) {
      return rows.withColumn("log_price", log(col("price")));
    }
  }

  /** A search in steps of which a mistake changes one. */
  private abstract static class Search extends TrackingSolution {
    @Override
    public List<String> findRuns(
        String trackingUri,
        String experimentId,
        String label,
        double below,
        int minDepth,
        int pageSize) {
      RunsPage first =
          new MlflowClient(trackingUri)
              .searchRuns(
                  List.of(experimentId), filter(label, below, minDepth), view(), pageSize, order());
      return pages(first).stream()
          .filter(run -> isDeep(run, minDepth))
          .map(run -> run.getInfo().getRunName())
          .toList();
    }

    String filter(String label, double below, int minDepth) {
      return "metrics.rmse < " + below + " and params.label = '" + label + "'";
    }

    ViewType view() {
      return ViewType.ACTIVE_ONLY;
    }

    List<String> order() {
      return List.of("metrics.rmse ASC");
    }

    List<Run> pages(RunsPage first) {
      List<Run> runs = new ArrayList<>(first.getItems());
      RunsPage page = first;
      while (page.hasNextPage()) {
        page = (RunsPage) page.getNextPage();
        runs.addAll(page.getItems());
      }
      return runs;
    }

    boolean isDeep(Run run, int minDepth) {
      return Integer.parseInt(param(run, "maxDepth")) >= minDepth;
    }
  }

  /** A tree of runs in steps of which a mistake changes one. */
  private abstract static class Tree extends TrackingSolution {
    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      MlflowClient client = new MlflowClient(trackingUri);
      String parentId = start(client, experimentId, runName);
      Trial best = best(trials);
      for (Trial trial : trials) {
        String childId = start(client, experimentId, "depth-" + trial.maxDepth());
        link(client, childId, parentId);
        client.logParam(childId, "maxDepth", String.valueOf(trial.maxDepth()));
        client.logMetric(childId, "rmse", trial.rmse());
        end(client, childId);
        tellParent(client, parentId, trial, best);
        if (trial == best) {
          client.setTag(parentId, "best_run_id", childId);
        }
      }
      client.setTerminated(parentId);
      return parentId;
    }

    void link(MlflowClient client, String childId, String parentId) {
      client.setTag(childId, PARENT, parentId);
    }

    void end(MlflowClient client, String childId) {
      client.setTerminated(childId);
    }

    Trial best(List<Trial> trials) {
      return trials.stream().min(Comparator.comparing(Trial::rmse)).orElseThrow();
    }

    void tellParent(MlflowClient client, String parentId, Trial trial, Trial best) {
      if (trial == best) {
        client.logMetric(parentId, "rmse", trial.rmse());
        client.logParam(parentId, "maxDepth", String.valueOf(trial.maxDepth()));
      }
    }
  }

  /** A model logged in steps of which a mistake changes one. */
  private abstract static class LogsModel extends TrackingSolution {
    @Override
    public String logModel(
        String trackingUri,
        String runId,
        PipelineModel model,
        List<String> features,
        Dataset<Row> train,
        String trainPath) {
      Dataset<Row> input = train.select(features.stream().map(c -> col(c)).toArray(Column[]::new));
      logData(new DatasetInputs(trackingUri), runId, train, trainPath);
      return log(new SparkModels(trackingUri), runId, model, options(model, input, train));
    }

    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      DatasetSource source = DatasetSource.deltaPath(train.sparkSession(), path);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "training");
    }

    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(input, model.transform(input).select("prediction")))
          .withInputExample(input);
    }

    String log(SparkModels models, String runId, PipelineModel model, ModelOptions options) {
      return models.logModel(runId, model, "model", options).modelUri();
    }
  }
}
