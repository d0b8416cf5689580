package day2.endtoend;

import static dev.kindling.check.Expect.expect;

import dev.kindling.mlflow.TrackingSpace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.PipelineModel;

/** A search that an answer made, and what it left on the server. */
record Tuning(
    TrackingSpace space,
    Split split,
    List<Settings> candidates,
    LoggedRun parent,
    List<LoggedRun> children,
    PipelineModel model) {

  private static final String PARENT = "mlflow.parentRunId";

  private static final String TEST_PER_TRIAL =
      "Test was looked at for more than one model. Even if the choice is made by validation, somebody now knows which candidate does best on test, and the next choice is made with that in mind. Measure on test once, when nothing is left to choose, and log it on the parent.";

  /** Lets an answer search, and judges the tree of runs. */
  static Tuning of(
      EndToEndLab lab,
      TrackingSpace space,
      String experiment,
      Split split,
      List<Settings> candidates) {
    Tuned[] tuned = new Tuned[1];
    LoggedRun.ERRORS.during(() -> tuned[0] = lab.tune(space.uri(), experiment, split, candidates));
    List<LoggedRun> runs = LoggedRun.in(space, experiment);
    LoggedRun parent = LoggedRun.returned(runs, tuned[0].runId());
    List<LoggedRun> others = runs.stream().filter(run -> !run.id().equals(parent.id())).toList();
    expect(others.stream().filter(run -> parent.id().equals(run.tags().get(PARENT))).count())
        .as("the number of child runs of the returned run")
        .toBe(candidates.size())
        .diagnose(
            "children-not-linked",
            count -> count == 0 && others.size() == candidates.size(),
            "The candidates are runs beside the returned one, not below it. Give each the tag `mlflow.parentRunId` with the parent's id.")
        .help("One child run per candidate, each with the tag `mlflow.parentRunId`.");
    runs.forEach(LoggedRun::judgeFinished);
    return new Tuning(space, split, candidates, parent, others, tuned[0].model());
  }

  /** The metric {@code val_auc} of each child, by its settings. */
  Map<String, Double> valAucs() {
    return children.stream()
        .collect(
            Collectors.toMap(
                run -> name(run.params()),
                run -> run.metrics().getOrDefault("val_auc", Double.NaN),
                (first, second) -> second));
  }

  static String name(Settings settings) {
    return "%d trees, depth %d, seed %d"
        .formatted(settings.numTrees(), settings.maxDepth(), settings.seed());
  }

  private static String name(Map<String, String> params) {
    return "%s trees, depth %s, seed %s"
        .formatted(params.get("numTrees"), params.get("maxDepth"), params.get("seed"));
  }

  /** Judges that test was not used before the choice was made. */
  void judgeTestIsUntouched() {
    expect(
            children.stream()
                .flatMap(run -> run.metrics().keySet().stream())
                .filter(key -> key.contains("test"))
                .distinct()
                .toList())
        .as("the metrics of test rows that children have")
        .toHaveElements(List.of())
        .diagnose("test-per-trial", keys -> true, TEST_PER_TRIAL);
    expect(space.client().getMetricHistory(parent.id(), "test_auc").size())
        .as("how often the parent logged `test_auc`")
        .toBe(1)
        .diagnose("test-per-trial", count -> count > 1, TEST_PER_TRIAL);
  }

  /**
   * Judges what the parent says of the choice, by what the children say.
   *
   * @param bestOnTest the candidate that would be chosen by test, if that is another one
   */
  void judgeChoice(Settings bestOnTest) {
    Map<String, Double> aucs = valAucs();
    Settings best =
        candidates.stream()
            .max(Comparator.comparingDouble(candidate -> aucs.getOrDefault(name(candidate), -1.0)))
            .orElseThrow();
    Settings last = candidates.get(candidates.size() - 1);
    expect(name(parent.params()))
        .as("the params of the parent")
        .toBe(name(best))
        .diagnose(
            "chosen-by-test",
            chosen -> bestOnTest != null && chosen.equals(name(bestOnTest)),
            "These are the settings that do best on test, not on validation. What test is asked to choose, it cannot judge any more: its number is then the best of several, and too good. Choose by `val_auc` alone.")
        .diagnose(
            "last-for-best",
            chosen -> chosen.equals(name(last)),
            "These are the settings of the last candidate. The best may come at any place: remember the largest `val_auc` so far.");
    parent.judgeParams("the parent", best);
    expect(parent.metrics("val_auc"))
        .as("`val_auc` of the parent")
        .toHaveEntries(Map.of("val_auc", aucs.get(name(best))));
    ForestFit.judgeSettings(ForestFit.forest(model), best);
  }

  /** Judges the one measure on test. */
  void judgeTestAuc() {
    Evaluation right = Evaluation.of(model, split.test());
    expect(parent.metrics("test_auc"))
        .as("`test_auc` of the parent")
        .within(ForestFit.TOLERANCE)
        .toHaveEntries(Map.of("test_auc", right.auc()))
        .diagnose("accuracy-for-auc", Map.of("test_auc", right.accuracy()), ForestFit.ACCURACY)
        .diagnose(
            "test-of-another-model",
            given -> given.containsKey("test_auc"),
            "This is not the AUC of the returned model on test. Was it measured before the last fit, or on other rows? What is told of a model must be measured on that model.");
  }

  /** The same value for each candidate's name, in order. */
  static Map<String, Double> named(List<Settings> candidates, double... values) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(name(candidates.get(i)), values[i]);
    }
    return named;
  }
}
