package day2.tracking;

import static dev.kindling.check.Expect.expect;

import dev.kindling.mlflow.TrackingSpace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A parent run and its children: what they should tell of some trials. */
record TrialTree(String runName, List<Trial> trials) {

  private static final String PARENT = "mlflow.parentRunId";

  private Trial best() {
    return trials.stream().min(Comparator.comparing(Trial::rmse)).orElseThrow();
  }

  private Trial worst() {
    return trials.stream().max(Comparator.comparing(Trial::rmse)).orElseThrow();
  }

  private Trial last() {
    return trials.get(trials.size() - 1);
  }

  /** Judges what an answer logs. */
  void judge(TrackingLab lab, TrackingSpace space) {
    String experiment = space.experiment("nested runs, " + runName);
    String parentId = lab.logTrials(space.uri(), experiment, runName, trials);
    RunsLeft left = RunsLeft.in(space, experiment).judgeCount(1 + trials.size(), List.of(parentId));
    LoggedRun parent = left.returned(parentId);
    List<LoggedRun> children =
        left.runs().stream().filter(run -> !run.id().equals(parentId)).toList();
    judgeLinks(parent, children);
    children.forEach(LoggedRun::judgeFinished);
    judgeChildren(children);
    parent.judgeFinished();
    judgeParent(space, parent, children);
  }

  private static void judgeLinks(LoggedRun parent, List<LoggedRun> children) {
    expect(children.stream().filter(run -> parent.id().equals(run.tags().get(PARENT))).count())
        .as("the number of children of the returned run")
        .toBe(children.size())
        .diagnose(
            "child-returned",
            count -> parent.tags().containsKey(PARENT),
            "The returned id is that of a child. Return the parent's: from there all others can be found.")
        .diagnose(
            "other-tag",
            count ->
                children.stream()
                    .anyMatch(
                        run ->
                            run.tags().containsValue(parent.id())
                                || run.params().containsValue(parent.id())),
            "The parent's id is there, but not where MLflow looks for it: in the tag `mlflow.parentRunId`, letter by letter. The page of runs shows no tree.")
        .diagnose(
            "children-not-linked",
            count -> count == 0,
            "The trials are runs beside the parent, not below it: nothing says that they belong together. Give each the tag `mlflow.parentRunId` with the parent's id.");
  }

  private void judgeChildren(List<LoggedRun> children) {
    expect(children.stream().map(LoggedRun::name).toList())
        .as("the names of the children")
        .toHaveElements(trials.stream().map(trial -> "depth-" + trial.maxDepth()).toList());
    Map<String, Double> told =
        children.stream()
            .collect(
                Collectors.toMap(
                    run -> run.name() + ": maxDepth " + run.params().get("maxDepth"),
                    run -> run.metrics().getOrDefault("rmse", Double.NaN)));
    expect(told)
        .as("the `rmse` of the children")
        .toHaveEntries(
            trials.stream()
                .collect(
                    Collectors.toMap(
                        trial -> "depth-%1$d: maxDepth %1$d".formatted(trial.maxDepth()),
                        Trial::rmse)));
  }

  private void judgeParent(TrackingSpace space, LoggedRun parent, List<LoggedRun> children) {
    parent.judgeName(runName);
    int logged = space.client().getMetricHistory(parent.id(), "rmse").size();
    expect(logged)
        .as("how often the parent logged `rmse`")
        .toBe(1)
        .diagnose(
            "nothing-on-parent",
            0,
            "The parent has no `rmse`, so it says nothing in a table of runs: one has to open it to see how good the search was. Log the best child's metric on it.")
        .diagnose(
            "logged-per-trial",
            count -> count > 1,
            "The parent logged an `rmse` for each of several trials. What the table shows is then the latest one, and of several at the same step and time the largest, so the worst. Remember the best trial, and log it once at the end.");
    expect(LoggedRun.only(parent.metrics(), List.of("rmse")))
        .as("the metric of the parent")
        .toHaveEntries(Map.of("rmse", best().rmse()))
        .diagnose(
            "largest-for-best",
            Map.of("rmse", worst().rmse()),
            "This is the largest `rmse` of all children. It is an error: the smallest is the best.")
        .diagnose(
            "last-for-best",
            Map.of("rmse", last().rmse()),
            "This is the `rmse` of the last child. The best may come at any place: remember the smallest so far.");
    expect(LoggedRun.only(parent.params(), List.of("maxDepth")))
        .as("the param of the parent")
        .toHaveEntries(Map.of("maxDepth", Integer.toString(best().maxDepth())));
    String bestId =
        children.stream()
            .filter(run -> run.name().equals("depth-" + best().maxDepth()))
            .map(LoggedRun::id)
            .findFirst()
            .orElseThrow();
    expect(parent.tags().getOrDefault("best_run_id", "missing"))
        .as("the tag `best_run_id` of the parent")
        .toBe(bestId);
  }
}
