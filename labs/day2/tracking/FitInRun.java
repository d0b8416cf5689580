package day2.tracking;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.AnswerError;
import dev.kindling.check.TodoError;
import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A fit within a run: what comes back, and what the server says of the run. */
record FitInRun(TrackingLab lab, TrackingSpace space, String runName) {

  /** Judges a fit that works. */
  PipelineModel judgeFit(Pipeline pipeline, Dataset<Row> train) {
    String experiment = space.experiment("a fit that works");
    PipelineModel model = lab.fitInRun(space.uri(), experiment, runName, pipeline, train);
    LoggedRun run = onlyRun(experiment);
    run.judgeName(runName);
    expect(run.status().name())
        .as("the status of the run")
        .toBe("FINISHED")
        .diagnose(
            "failed-though-fitted",
            "FAILED",
            "`fit` worked, yet the run says FAILED. The variable that holds the status must become FINISHED once `fit` has returned, before `finally` reads it.")
        .diagnose("left-running", "RUNNING", LEFT_RUNNING);
    return model;
  }

  /**
   * Judges a fit that throws.
   *
   * @param said a text in the message of what is thrown
   */
  void judgeFailure(Pipeline pipeline, Dataset<Row> train, String said) {
    String experiment = space.experiment("a fit that fails");
    Throwable thrown = null;
    try {
      lab.fitInRun(space.uri(), experiment, runName, pipeline, train);
    } catch (TodoError e) {
      throw e;
    } catch (AnswerError e) {
      thrown = e;
    }
    Throwable caught = thrown;
    LoggedRun run = onlyRun(experiment);
    run.judgeName(runName);
    expect(run.status().name())
        .as("the status of the run whose fit failed")
        .toBe("FAILED")
        .diagnose(
            "errors-uncaught",
            status ->
                status.equals("RUNNING") && caught != null && caught.getCause() instanceof Error,
            "The run is still RUNNING: your `catch` is for exceptions, and what `fit` threw is an Error (out of stack, out of memory, a class that is missing), which passes it by. `finally` is reached whatever is thrown.")
        .diagnose("left-running", "RUNNING", LEFT_RUNNING)
        .diagnose(
            "finished-though-failed",
            "FINISHED",
            "`fit` threw, yet the run says FINISHED, so somebody will take it for a result. `setTerminated(runId)` alone means FINISHED; tell it the status, and have that be FAILED unless `fit` returned.");
    expect(caught == null ? "nothing" : reason(caught, said))
        .as("what the caller gets to know")
        .toBe(said)
        .diagnose(
            "exception-swallowed",
            got -> caught == null || caught.getCause() == null,
            "`fit` threw, but the caller never hears of it and goes on with a model that does not exist. `MlflowContext.withActiveRun` does that, and so does a `catch` without a `throw`. End the run in `finally` and catch nothing.")
        .diagnose(
            "cause-lost",
            got -> caught != null && caught.getCause() != null,
            "An exception arrives, but not the one that `fit` threw, and nobody can tell what went wrong. Let the original go on, or give it as the cause: `new IllegalStateException(\"…\", e)`.");
  }

  private static final String LEFT_RUNNING =
      "The run is still RUNNING: the line that ends it was never reached, because `fit` threw before it. Put it into `finally`.";

  private static String reason(Throwable thrown, String said) {
    return Stream.iterate(thrown.getCause(), cause -> cause != null, Throwable::getCause)
            .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(said))
        ? said
        : String.valueOf(thrown.getCause());
  }

  private LoggedRun onlyRun(String experiment) {
    return RunsLeft.in(space, experiment).judgeCount(1, List.of()).runs().get(0);
  }
}
