package day2.tracking;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowContext;

/** Wrong answers about losses and the end of a run, each as somebody would write it. */
final class TrackingRunMistakes {

  private TrackingRunMistakes() {}

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

  /** Catches what is called an exception. */
  @Mistake(task = 4, diagnosis = "errors-uncaught")
  static final class CatchesExceptionsAlone extends TrackingSolution {
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
        PipelineModel model = pipeline.fit(train);
        client.setTerminated(runId, RunStatus.FINISHED);
        return model;
      } catch (RuntimeException e) {
        client.setTerminated(runId, RunStatus.FAILED);
        throw e;
      }
    }
  }

  /** Lets the server name the run. */
  @Mistake(task = 4, diagnosis = "no-run-name")
  static final class NamesNoFit extends TrackingSolution {
    @Override
    public PipelineModel fitInRun(
        String trackingUri,
        String experimentId,
        String runName,
        Pipeline pipeline,
        Dataset<Row> train) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = client.createRun(experimentId).getRunId();
      RunStatus status = RunStatus.FAILED;
      try {
        PipelineModel model = pipeline.fit(train);
        status = RunStatus.FINISHED;
        return model;
      } finally {
        client.setTerminated(runId, status);
      }
    }
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
}
