package day2.endtoend;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;

/**
 * What a server knows of a run.
 *
 * @param metrics the latest value of each
 */
record LoggedRun(
    String id,
    String status,
    Map<String, String> params,
    Map<String, Double> metrics,
    Map<String, String> tags) {

  static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "param-twice",
              error -> error.says("Changing param values is not allowed"),
              "The server refuses a second value for the same param of the same run: what a run was told does not change. Log a param once, when the value is known, and give each candidate a run of its own.");

  private static final int MORE_THAN_ANY_CHECK_MAKES = 100;

  /** All runs of an experiment. */
  static List<LoggedRun> in(TrackingSpace space, String experimentId) {
    return space
        .client()
        .searchRuns(List.of(experimentId), "", ViewType.ACTIVE_ONLY, MORE_THAN_ANY_CHECK_MAKES)
        .getItems()
        .stream()
        .map(LoggedRun::of)
        .toList();
  }

  private static LoggedRun of(Run run) {
    return new LoggedRun(
        run.getInfo().getRunId(),
        run.getInfo().getStatus().name(),
        run.getData().getParamsList().stream()
            .collect(Collectors.toMap(Param::getKey, Param::getValue)),
        run.getData().getMetricsList().stream()
            .collect(Collectors.toMap(Metric::getKey, Metric::getValue)),
        run.getData().getTagsList().stream()
            .collect(Collectors.toMap(RunTag::getKey, RunTag::getValue)));
  }

  /** The run whose id was returned, which must be one of an experiment's. */
  static LoggedRun returned(List<LoggedRun> runs, String id) {
    expect(id)
        .as("the returned id")
        .toSatisfy(
            "the id of a run of the experiment",
            given -> runs.stream().anyMatch(run -> run.id().equals(given)))
        .help("Create the run with `setExperimentId(experimentId)`, and return `getRunId()`.");
    return runs.stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow();
  }

  void judgeFinished() {
    expect(status)
        .as("the status of the run")
        .toBe("FINISHED")
        .diagnose(
            "left-running",
            "RUNNING",
            "The run is still RUNNING: nothing ends a run by itself. Call `client.setTerminated(runId)` as the last thing.");
  }

  /** Judges the settings among its params. */
  void judgeParams(String whose, Settings settings) {
    Map<String, String> wanted = new TreeMap<>();
    ForestFit.told(settings).forEach((key, value) -> wanted.put(key, value.toString()));
    Map<String, String> given = new TreeMap<>(params);
    given.keySet().retainAll(wanted.keySet());
    expect(given).as("the params of " + whose).toHaveEntries(wanted);
  }

  /** Those of its metrics. */
  Map<String, Double> metrics(String... keys) {
    Map<String, Double> chosen = new TreeMap<>(metrics);
    chosen.keySet().retainAll(List.of(keys));
    return chosen;
  }
}
