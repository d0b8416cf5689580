package dev.kindling.result;

import java.util.List;

/**
 * Result version 1: all that a run of one lab's checks came to. Its JSON form is a promise to other
 * programs; fields are only ever added, with a new version.
 *
 * @param version 1
 * @param lab the lab's id
 * @param answer {@code learner}, {@code solution}, a file, or the name of a mistake or variant
 * @param score the points earned
 * @param max the points that can be earned: always those of every check the lab has
 * @param passed whether every task passed
 * @param compile whether the answer compiled
 * @param tasks by number
 * @param millis how long it took
 * @param environment what it was made with
 */
public record LabResult(
    int version,
    String lab,
    String answer,
    double score,
    double max,
    boolean passed,
    CompileReport compile,
    List<TaskResult> tasks,
    Millis millis,
    Environment environment) {

  public static final int VERSION = 1;

  public LabResult {
    tasks = List.copyOf(tasks);
  }

  /** Adds up the tasks. A lab without tasks is never passed. */
  public static LabResult of(
      String lab,
      String answer,
      CompileReport compile,
      List<TaskResult> tasks,
      Millis millis,
      Environment environment) {
    return new LabResult(
        VERSION,
        lab,
        answer,
        tasks.stream().mapToDouble(TaskResult::score).sum(),
        tasks.stream().mapToDouble(TaskResult::max).sum(),
        !tasks.isEmpty() && tasks.stream().allMatch(TaskResult::passed),
        compile,
        tasks,
        millis,
        environment);
  }
}
