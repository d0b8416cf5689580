package day2.tracking.checks;

import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import java.util.List;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.tracking.MlflowClient;

/** Runs to search, each called by what it is there for. */
final class TunedRuns {

  /** Begun in an order that is neither that of the rmse nor its reverse. */
  private static final Table RUNS =
      Table.parse(
          """
          name:string       | label:string | depth:int | rmse:double | deleted:boolean
          9 deep, weak      | price        | 9         | 118.5       | false
          12 deep           | price        | 12        | 99.5        | false
          of logarithms     | log_price    | 11        | 0.34        | false
          2 deep            | price        | 2         | 117.0       | false
          twin              | price        | 11        | 101.5       | false
          12 deep, fair     | price        | 12        | 112.0       | false
          5 deep            | price        | 5         | 88.75       | false
          120 exactly       | price        | 11        | 120.0       | false
          twin              | price        | 10        | 96.25       | false
          deleted           | price        | 9         | 71.0        | true
          3 deep            | price        | 3         | 104.0       | false
          without rmse      | price        | 10        | null        | false
          112.1225 exactly  | price        | 10        | 112.1225    | false
          112.1275 exactly  | price        | 11        | 112.1275    | false
          8 deep            | price        | 8         | 92.0        | false
          9 deep            | price        | 9         | 109.0       | false
          of logarithms too | log_price    | 4         | 0.41        | false
          """);

  private TunedRuns() {}

  static void logInto(MlflowClient client, String experimentId) {
    long begun = System.currentTimeMillis() - RUNS.size() * 1_000L;
    for (TableRow run : RUNS.stream().toList()) {
      begun += 1_000; // so far apart that what comes first is beyond doubt
      CreateRun.Builder create = CreateRun.newBuilder().setExperimentId(experimentId);
      create.setRunName(run.text("name")).setStartTime(begun);
      String runId = client.createRun(create.build()).getRunId();
      client.logParam(runId, "label", run.text("label"));
      client.logParam(runId, "maxDepth", Long.toString(run.whole("depth")));
      if (!run.isNull("rmse")) {
        client.logMetric(runId, "rmse", run.number("rmse"));
      }
      client.setTerminated(runId);
      if (run.flag("deleted")) {
        client.deleteRun(runId);
      }
    }
  }

  /** The names of those that a search should find, in plain Java. */
  static List<String> found(String label, double below, int minDepth) {
    return RUNS.where("deleted", false)
        .complete("rmse")
        .where("label", label)
        .where(run -> run.number("rmse") < below && run.whole("depth") >= minDepth)
        .sortBy("rmse")
        .map(run -> run.text("name"));
  }
}
