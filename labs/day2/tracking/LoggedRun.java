package day2.tracking;

import static dev.kindling.check.Expect.expect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;

/**
 * What a server knows of a run.
 *
 * @param metrics the latest value of each
 */
record LoggedRun(
    String id,
    String name,
    RunStatus status,
    Map<String, String> params,
    Map<String, Double> metrics,
    Map<String, String> tags) {

  static LoggedRun of(Run run) {
    Map<String, String> tags =
        run.getData().getTagsList().stream()
            .collect(Collectors.toMap(RunTag::getKey, RunTag::getValue));
    return new LoggedRun(
        run.getInfo().getRunId(),
        tags.getOrDefault("mlflow.runName", run.getInfo().getRunName()),
        run.getInfo().getStatus(),
        run.getData().getParamsList().stream()
            .collect(Collectors.toMap(Param::getKey, Param::getValue)),
        run.getData().getMetricsList().stream()
            .collect(Collectors.toMap(Metric::getKey, Metric::getValue)),
        tags);
  }

  /** Judges that it came to its end. */
  void judgeFinished() {
    expect(status.name())
        .as("the status of the run '%s'".formatted(name))
        .toBe("FINISHED")
        .diagnose(
            "left-running",
            "RUNNING",
            "The run is still RUNNING: nothing ends a run by itself, and on the server it looks as if somebody were working on it for ever. Call `client.setTerminated(runId)` as the last thing.");
  }

  void judgeName(String expected) {
    expect(name)
        .as("the name of the run")
        .toBe(expected)
        .diagnose(
            "no-run-name",
            given -> given.matches("[a-z]+-[a-z]+-\\d+"),
            given ->
                "'%s' is a name that the server made up, as it does for a run that has none. Give the name with `setRunName` of `CreateRun`, or `MlflowContext.startRun(name)`."
                    .formatted(given));
  }

  /** Judges some of its params; others may be there too. */
  void judgeParams(Map<String, String> expected) {
    expect(only(params, expected.keySet().stream().toList()))
        .as("the params of the run '%s'".formatted(name))
        .toHaveEntries(expected)
        .diagnose(
            "features-as-list",
            logged -> logged.get("features").startsWith("["),
            "The param `features` has the brackets and blanks of a Java list. Somebody will filter by this text, so make it `String.join(\",\", features)`.")
        .diagnose(
            "label-not-told",
            logged ->
                expected.get("label").equals("log_price") && logged.get("label").equals("price"),
            "The param `label` says that this model learned `price`, but it learned the logarithm. Who reads the table of runs must be able to tell the models apart: log `log_price`.");
  }

  /** Those entries whose key is one of these. */
  static <V> Map<String, V> only(Map<String, V> map, List<String> keys) {
    Map<String, V> chosen = new TreeMap<>(map);
    chosen.keySet().retainAll(keys);
    return chosen;
  }
}
