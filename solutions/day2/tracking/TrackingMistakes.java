package day2.tracking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.expm1;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.log1p;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.DatasetSource;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.RunsPage;

/** Wrong answers, each as somebody would write it. */
final class TrackingMistakes {

  private TrackingMistakes() {}

  /** Takes one of the metrics from the summary of the fit. */
  @Mistake(
      task = 1,
      diagnosis = "r2-of-train",
      says =
          "`rmse` is that of the test rows, but `r2` is that of the train rows: the summary of a model knows the rows that it was fitted on. Ask the evaluator for both, with the predictions for `test`.")
  static final class TakesR2FromTheSummary extends TrackingSolution {
    @Override
    Map<String, Double> judged(PipelineModel model, Dataset<Row> test) {
      double r2 = ((LinearRegressionModel) model.stages()[1]).summary().r2();
      return Map.of("rmse", super.judged(model, test).get("rmse"), "r2", r2);
    }
  }

  /** Creates a run and says nowhere in which experiment. */
  @Mistake(
      task = 1,
      diagnosis = "default-experiment",
      says =
          "The run is in the experiment 'Default', because `createRun()` was not told another one. Give `experimentId` to it: that is where people look for the run.")
  static final class UsesTheDefaultExperiment extends TrackingSolution {
    @Override
    String begin(MlflowClient client, String experimentId) {
      String runId = client.createRun().getRunId();
      client.setTag(runId, "mlflow.runName", "LR-Single-Feature");
      return runId;
    }
  }

  /** Forgets the last line. */
  @Mistake(
      task = 1,
      diagnosis = "left-running",
      says =
          "The run is still RUNNING: nothing ends a run by itself, and on the server it looks as if somebody were working on it for ever. Call `client.setTerminated(runId)` as the last thing.")
  static final class NeverEnds extends TrackingSolution {
    @Override
    void end(MlflowClient client, String runId) {}
  }

  /** Judges the logarithms. */
  @Mistake(
      task = 2,
      diagnosis = "log-scale-metrics",
      says =
          "These metrics of `LR-Log-Price` are of logarithms: an `rmse` below 1 that looks wonderful beside those of the other runs, and is no dollar. Turn the predictions into dollars with `exp`, and compare them with `price`.")
  static final class JudgesLogarithms extends TrackingSolution {
    @Override
    Dataset<Row> inDollars(Dataset<Row> predictions) {
      return predictions.withColumn("price", log(col("price")));
    }
  }

  /** Compares logarithms with dollars. */
  @Mistake(
      task = 2,
      diagnosis = "log-not-turned-back",
      says =
          "Predicted logarithms are compared with prices in dollars, so every prediction is about five dollars. The model predicts `log_price`: put its predictions through `exp` before the evaluator sees them.")
  static final class ComparesLogarithmsWithDollars extends TrackingSolution {
    @Override
    Dataset<Row> inDollars(Dataset<Row> predictions) {
      return predictions;
    }
  }

  /** Compares dollars with logarithms. */
  @Mistake(
      task = 2,
      diagnosis = "price-in-logarithms",
      says =
          "The predictions are in dollars, but they are compared with the logarithm of the price, which is about five. Compare them with `price` as it is.")
  static final class ComparesDollarsWithLogarithms extends TrackingSolution {
    @Override
    Dataset<Row> inDollars(Dataset<Row> predictions) {
      return predictions
          .withColumn("prediction", exp(col("prediction")))
          .withColumn("price", log(col("price")));
    }
  }

  /** Adds one, as for counts that may be 0. */
  @Mistake(
      task = 2,
      diagnosis = "log-of-one-more",
      says =
          "The label was log(1 + price), with `log1p` and `expm1`. That is for numbers that may be 0; asked for is the natural logarithm of the price itself, `log` and `exp`.")
  static final class AddsOne extends TrackingSolution {
    @Override
    Column toLog(Column price) {
      return log1p(price);
    }

    @Override
    Dataset<Row> inDollars(Dataset<Row> predictions) {
      return predictions.withColumn("prediction", expm1(col("prediction")));
    }
  }

  /** Counts the iterations of this round. */
  @Mistake(
      task = 3,
      diagnosis = "restarts-at-zero",
      says =
          "This round begins at step 0 again, although the run holds losses of earlier rounds, so two curves lie on top of each other. Go on behind the largest step of the history.")
  static final class RestartsAtZero extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      return logFrom(new MlflowClient(trackingUri), runId, losses, 0);
    }
  }

  /** Counts from one. */
  @Mistake(
      task = 3,
      diagnosis = "off-by-one-step",
      says =
          "The first loss of this round is one step too far: it belongs at step {next}. Steps are counted from 0 and without a hole: the next one is the largest so far plus one, or 0 if there is none.")
  static final class CountsFromOne extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      MlflowClient client = new MlflowClient(trackingUri);
      int logged = client.getMetricHistory(runId, "loss").size();
      return logFrom(client, runId, losses, logged + 1);
    }
  }

  /** Goes on behind whatever comes last. */
  @Mistake(
      task = 3,
      diagnosis = "last-for-largest",
      says =
          "This round goes on behind the loss that the server got last, and that is not the one of the largest step: earlier rounds may have been logged in any order. Take the largest step of the whole history.")
  static final class GoesOnBehindTheLast extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      MlflowClient client = new MlflowClient(trackingUri);
      List<Metric> history = client.getMetricHistory(runId, "loss");
      long step = history.isEmpty() ? 0 : history.get(history.size() - 1).getStep() + 1;
      return logFrom(client, runId, losses, step);
    }
  }

  /** Returns what it was given. */
  @Mistake(
      task = 3,
      diagnosis = "round-only",
      says =
          "These are the losses of this round. Asked for is the whole curve, with those that the run held before.")
  static final class ReturnsTheRound extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      super.logLosses(trackingUri, runId, losses);
      return losses;
    }
  }

  /** Trusts the order of the history. */
  @Mistake(
      task = 3,
      diagnosis = "server-order",
      says =
          "The values are in the order in which the server got them, and that is not the order of the steps: rounds may log late, or from several machines. Sort by `getStep()`.")
  static final class TrustsTheOrder extends TrackingSolution {
    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      super.logLosses(trackingUri, runId, losses);
      return new MlflowClient(trackingUri)
          .getMetricHistory(runId, "loss").stream().map(Metric::getValue).toList();
    }
  }

  private static List<Double> logFrom(
      MlflowClient client, String runId, List<Double> losses, long firstStep) {
    long step = firstStep;
    for (double loss : losses) {
      client.logMetric(runId, "loss", loss, System.currentTimeMillis(), step++);
    }
    return client.getMetricHistory(runId, "loss").stream()
        .sorted(Comparator.comparingLong(Metric::getStep))
        .map(Metric::getValue)
        .toList();
  }

  /** Ends the run if all goes well. */
  @Mistake(
      task = 4,
      diagnosis = "left-running",
      says =
          "The run is still RUNNING: the line that ends it was never reached, because `fit` threw before it. Put it into `finally`.")
  static final class EndsOnlyGoodRuns extends TrackingSolution {
    @Override
    PipelineModel fitIn(MlflowClient client, String runId, Supplier<PipelineModel> fit) {
      PipelineModel model = fit.get();
      client.setTerminated(runId);
      return model;
    }
  }

  /** Ends every run well. */
  @Mistake(
      task = 4,
      diagnosis = "finished-though-failed",
      says =
          "`fit` threw, yet the run says FINISHED, so somebody will take it for a result. `setTerminated(runId)` alone means FINISHED, and what `finally` sets stands over what `catch` has set before; have the status be FAILED unless `fit` returned.")
  static final class FinishesEverything extends TrackingSolution {
    @Override
    PipelineModel fitIn(MlflowClient client, String runId, Supplier<PipelineModel> fit) {
      try {
        return fit.get();
      } finally {
        client.setTerminated(runId, RunStatus.FINISHED);
      }
    }
  }

  /** Never says that it went well. */
  @Mistake(
      task = 4,
      diagnosis = "failed-though-fitted",
      says =
          "`fit` worked, yet the run says FAILED. The variable that holds the status must become FINISHED once `fit` has returned, before `finally` reads it.")
  static final class FailsEverything extends TrackingSolution {
    @Override
    PipelineModel fitIn(MlflowClient client, String runId, Supplier<PipelineModel> fit) {
      try {
        return fit.get();
      } finally {
        client.setTerminated(runId, RunStatus.FAILED);
      }
    }
  }

  /** Keeps exceptions to itself, as {@code MlflowContext.withActiveRun} does. */
  @Mistake(
      task = 4,
      diagnosis = "exception-swallowed",
      says =
          "`fit` threw, but the caller never hears of it and goes on with a model that does not exist. `MlflowContext.withActiveRun` does that, and so does a `catch` without a `throw`. End the run in `finally` and catch nothing.")
  static final class SwallowsTheException extends TrackingSolution {
    @Override
    PipelineModel fitIn(MlflowClient client, String runId, Supplier<PipelineModel> fit) {
      RunStatus status = RunStatus.FAILED;
      try {
        PipelineModel model = fit.get();
        status = RunStatus.FINISHED;
        return model;
      } catch (RuntimeException e) {
        return null;
      } finally {
        client.setTerminated(runId, status);
      }
    }
  }

  /** Catches what is called an exception. */
  @Mistake(
      task = 4,
      diagnosis = "errors-uncaught",
      says =
          "One run is still RUNNING: your `catch` is for exceptions, and what `fit` threw is an Error (out of stack, out of memory, a class that is missing), which passes it by. `finally` is reached whatever is thrown.")
  static final class CatchesExceptionsAlone extends TrackingSolution {
    @Override
    PipelineModel fitIn(MlflowClient client, String runId, Supplier<PipelineModel> fit) {
      try {
        PipelineModel model = fit.get();
        client.setTerminated(runId, RunStatus.FINISHED);
        return model;
      } catch (RuntimeException e) {
        client.setTerminated(runId, RunStatus.FAILED);
        throw e;
      }
    }
  }

  /** Reads one page. */
  @Mistake(
      task = 5,
      diagnosis = "first-page-only",
      says =
          "These are the runs of the first page, and the server has more of them. As long as `page.hasNextPage()`, ask for `page.getNextPage()`.")
  static final class ReadsOnePage extends TrackingSolution {
    @Override
    List<Run> pages(RunsPage first) {
      return first.getItems();
    }
  }

  /** Turns the page before the last one is read. */
  @Mistake(
      task = 5,
      diagnosis = "last-page-lost",
      says =
          "The runs of the last page are missing: a loop `while (page.hasNextPage())` that reads the items first and turns the page then ends when the last page is at hand and not yet read. Read that one, too.")
  static final class LosesTheLastPage extends TrackingSolution {
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

  /** Compares depths letter by letter. */
  @Mistake(
      task = 5,
      diagnosis = "depth-as-text",
      says =
          "The depths are compared as texts, letter by letter, and then `10` comes before `9`. A param is always a text: make a number of it with `Integer.parseInt` before you compare.")
  static final class ComparesDepthsAsTexts extends TrackingSolution {
    @Override
    boolean isDeep(String depth, int minDepth) {
      return depth.compareTo(String.valueOf(minDepth)) >= 0;
    }
  }

  /** Takes every depth. */
  @Mistake(
      task = 5,
      diagnosis = "depth-ignored",
      says =
          "`minDepth` is not heeded: there are runs whose `maxDepth` is smaller than {depth} among them.")
  static final class TakesEveryDepth extends TrackingSolution {
    @Override
    boolean isDeep(String depth, int minDepth) {
      return true;
    }
  }

  /** Takes larger depths only. */
  @Mistake(
      task = 5,
      diagnosis = "depth-excluded",
      says =
          "The runs whose `maxDepth` is exactly {depth} are missing: asked for is this depth or more.")
  static final class TakesLargerDepths extends TrackingSolution {
    @Override
    boolean isDeep(String depth, int minDepth) {
      return Integer.parseInt(depth) > minDepth;
    }
  }

  /** Links nothing. */
  @Mistake(
      task = 6,
      diagnosis = "children-not-linked",
      says =
          "The trials are runs beside the parent, not below it: nothing says that they belong together. Give each the tag `mlflow.parentRunId` with the parent's id.")
  static final class LinksNothing extends TrackingSolution {
    @Override
    void link(MlflowClient client, String childId, String parentId) {}
  }

  /** Takes the last for the best. */
  @Mistake(
      task = 6,
      diagnosis = "last-for-best",
      says =
          "The parent tells the last child for the best. The best may come at any place: remember the smallest `rmse` so far.")
  static final class TakesTheLast extends TrackingSolution {
    @Override
    Trial best(List<Trial> trials) {
      return trials.get(trials.size() - 1);
    }
  }

  /** Takes the largest for the best. */
  @Mistake(
      task = 6,
      diagnosis = "largest-for-best",
      says =
          "The parent tells the child with the largest `rmse` for the best. It is an error: the smallest is the best.")
  static final class TakesTheLargest extends TrackingSolution {
    @Override
    Trial best(List<Trial> trials) {
      return trials.stream().max(Comparator.comparing(Trial::rmse)).orElseThrow();
    }
  }

  /** Logs each trial on the parent, too. */
  @Mistake(
      task = 6,
      diagnosis = "logged-more-than-once",
      says =
          "The parent logged an `rmse` for each of several trials. What the table shows is then the latest one, and of several at the same step and time the largest, so the worst. Remember the best trial, and log it once at the end.")
  static final class LogsEachOnTheParent extends TrackingSolution {
    @Override
    void tellParent(MlflowClient client, String parentId, List<Trial> trials, Trial best) {
      trials.forEach(trial -> client.logMetric(parentId, "rmse", trial.rmse()));
      tell(client, parentId, params(best), Map.of());
    }
  }

  /** Infers the signature from the whole frame. */
  @Mistake(
      task = 7,
      diagnosis = "label-in-signature",
      says =
          "`price` is among the inputs: signature and example were made from the whole train frame. A new row has no price, that is why it needs a model. Select the features first.")
  static final class TakesTheLabelForAnInput extends TrackingSolution {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(train, model.transform(train).select("prediction")))
          .withInputExample(train);
    }
  }

  /** Knows the version by heart. */
  @Mistake(
      task = 7,
      diagnosis = "other-version",
      says =
          "The source says version {yours}, but `train` was read from the latest one, which is {version}. Ask the table: `DatasetSource.deltaPath(spark, path)` does, or read `version` of the first row of `history(1)`.")
  static final class SaysTheFirstVersion extends TrackingSolution {
    @Override
    DatasetSource source(Dataset<Row> train, String path) {
      return DatasetSource.deltaPath(path, 0);
    }
  }
}
