package dev.kindling.cli.course;

import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.LabProgress;
import java.util.Optional;

/**
 * Where the learner stands in one lab.
 *
 * @param lab the lab
 * @param progress what is remembered of it
 * @param state where it stands
 */
public record Standing(LabEntry lab, LabProgress progress, State state) {

  /** How far a lab is. */
  public enum State {
    /** No working copy, never judged. */
    UNTOUCHED,
    /** Begun, and not passed. */
    STARTED,
    /** Passed, with the answer as it is now. */
    PASSED,
    /** Passed, and edited since. */
    CHANGED
  }

  public boolean passed() {
    return state == State.PASSED || state == State.CHANGED;
  }

  public int passedTasks() {
    return progress.passedTasks().size();
  }

  public int tasks() {
    return lab.info().tasks().size();
  }

  /** The first task that did not pass when the answer was last judged. */
  public Optional<TaskInfo> firstUnfinished() {
    return lab.info().tasks().stream()
        .filter(task -> !progress.passedTasks().contains(task.number()))
        .findFirst();
  }
}
