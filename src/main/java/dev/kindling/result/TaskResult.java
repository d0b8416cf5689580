package dev.kindling.result;

import dev.kindling.lab.TaskInfo;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the checks of one task came to.
 *
 * @param task the number
 * @param title the title
 * @param verdict PASS when every check passed, otherwise the most telling of the other verdicts
 * @param score the points of the checks that passed
 * @param max the points of the task
 * @param checks in the order of the source
 */
public record TaskResult(
    int task, String title, Verdict verdict, double score, double max, List<CheckResult> checks) {

  /** What a learner should hear of first when the checks of a task disagree. */
  private static final List<Verdict> TELLING =
      List.of(
          Verdict.HARNESS,
          Verdict.CRASHED,
          Verdict.EXITED,
          Verdict.TIMEOUT,
          Verdict.FAIL,
          Verdict.TODO,
          Verdict.SKIPPED,
          Verdict.PASS);

  public TaskResult {
    checks = List.copyOf(checks);
  }

  /** Adds up the checks of a task; a task without a check is never passed. */
  public static TaskResult of(TaskInfo task, List<CheckResult> checks) {
    Verdict verdict =
        checks.stream()
            .map(CheckResult::verdict)
            .min(Comparator.comparingInt(TELLING::indexOf))
            .orElse(Verdict.HARNESS);
    double score =
        checks.stream().filter(CheckResult::passed).mapToDouble(CheckResult::points).sum();
    return new TaskResult(task.number(), task.title(), verdict, score, task.points(), checks);
  }

  /** The same with these checks in the place of those of the same names. */
  public TaskResult with(List<CheckResult> explained) {
    Map<String, CheckResult> byName = new HashMap<>();
    explained.forEach(check -> byName.put(check.name(), check));
    return new TaskResult(
        task,
        title,
        verdict,
        score,
        max,
        checks.stream().map(check -> byName.getOrDefault(check.name(), check)).toList());
  }

  public boolean passed() {
    return verdict == Verdict.PASS;
  }
}
