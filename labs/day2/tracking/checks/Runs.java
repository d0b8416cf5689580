package day2.tracking.checks;

import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;

/**
 * The runs of an experiment of a check's own, in words that are the same on every server: a run is
 * called by its name, also where its id stands.
 */
record Runs(TrackingSpace space, List<Run> runs) {

  /** What tasks speak of; an answer may log more. */
  private static final Set<String> KEYS =
      Set.of("label", "features", "data_version", "rmse", "r2", "maxDepth", "best_run_id");

  static Runs in(TrackingSpace space, String experiment) {
    return new Runs(
        space,
        space
            .client()
            .searchRuns(List.of(experiment), "", ViewType.ACTIVE_ONLY, 200) // no check makes more
            .getItems());
  }

  private static String name(Run run) {
    String name = run.getInfo().getRunName();
    return name.matches("[a-z]+-[a-z]+-\\d+") ? "(made up by the server)" : name;
  }

  /** A text with {@code id of <name>} in the place of an id. */
  String told(String text) {
    String told = text;
    for (Run run : runs) {
      told = told.replace(run.getInfo().getRunId(), "id of " + name(run));
    }
    return told.replaceAll("\\b[0-9a-f]{32}\\b", "id of a run elsewhere");
  }

  /** What each run tells, such as {@code status of rye-hot} or {@code metric rmse of rye-hot}. */
  Map<String, Object> state() {
    Map<String, Object> state = new TreeMap<>();
    for (Run run : runs) {
      String of = " of " + name(run);
      while (state.containsKey("status" + of)) {
        of += ", another";
      }
      state.put("status" + of, run.getInfo().getStatus().name());
      for (Param param : run.getData().getParamsList()) {
        state.put("param " + param.getKey() + of, told(param.getValue()));
      }
      for (Metric metric : run.getData().getMetricsList()) {
        int times =
            space.client().getMetricHistory(run.getInfo().getRunId(), metric.getKey()).size();
        Object value = times > 1 ? "logged several times" : (Object) metric.getValue();
        state.put("metric " + metric.getKey() + of, value);
      }
      for (RunTag tag : run.getData().getTagsList()) {
        if (tag.getKey().equals("mlflow.parentRunId")) {
          state.put("parent" + of, told(tag.getValue()));
        } else if (!tag.getKey().startsWith("mlflow.")) {
          state.put("tag " + tag.getKey() + of, told(tag.getValue()));
        }
      }
    }
    state.entrySet().removeIf(entry -> isMore(entry.getKey(), entry.getValue()));
    return state;
  }

  private static boolean isMore(String key, Object value) {
    String[] words = key.split(" ");
    return words[0].matches("param|metric|tag")
        && !KEYS.contains(words[1])
        && !value.toString().startsWith("id of ");
  }
}
