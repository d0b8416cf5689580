package dev.kindling.cli.watch;

import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.LabProgress;
import dev.kindling.result.LabResult;
import java.util.Optional;

/** What {@code watch} knows of the lab at hand. */
public final class Watched {

  private final LabEntry lab;
  private final LabProgress before;
  private boolean everPassed;
  private LabResult latest;
  private int edited;

  Watched(LabEntry lab, LabProgress before) {
    this.lab = lab;
    this.before = before;
    everPassed = before.everPassed();
  }

  LabEntry lab() {
    return lab;
  }

  /** A save: the task that was edited, or 0. */
  void saved(int task) {
    edited = task;
  }

  /**
   * A run ended.
   *
   * @return whether this is the first time that the lab passed
   */
  boolean finished(LabResult result) {
    latest = result;
    boolean first = result.passed() && !everPassed;
    everPassed |= result.passed();
    return first;
  }

  /** The task that the learner works on: the edited one, until it passes; then the next. */
  Optional<TaskInfo> taskAtHand() {
    if (edited > 0 && !passed(edited)) {
      return lab.info().task(edited);
    }
    return lab.info().tasks().stream().filter(task -> !passed(task.number())).findFirst();
  }

  private boolean passed(int task) {
    return latest == null
        ? before.passedTasks().contains(task)
        : latest.tasks().stream().anyMatch(one -> one.task() == task && one.passed());
  }
}
