package dev.kindling.cli.course;

import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.ProgressLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives hints rung by rung, and remembers which were given. */
public final class HintLadder {

  private final ProgressLog log;
  private final LabEntry lab;

  public HintLadder(ProgressLog log, LabEntry lab) {
    this.log = log;
    this.lab = lab;
  }

  /**
   * A hint.
   *
   * @param task the task it helps with
   * @param rung from 1
   * @param rungs how many there are
   * @param text the hint
   */
  public record Hint(TaskInfo task, int rung, int rungs, String text) {

    public boolean last() {
      return rung == rungs;
    }
  }

  /** The next hint for a task; the last one again after that. Empty for a task without hints. */
  public Optional<Hint> next(TaskInfo task) {
    int rungs = task.hints().size();
    if (rungs == 0) {
      return Optional.empty();
    }
    int shown = log.of(lab.id().toString()).hints().getOrDefault(task.number(), 0);
    int rung = Math.min(rungs, shown + 1);
    remember(task, rung, shown);
    return Optional.of(hint(task, rung));
  }

  /** Every hint for a task; all of them count as given. */
  public List<Hint> all(TaskInfo task) {
    List<Hint> hints = new ArrayList<>();
    for (int rung = 1; rung <= task.hints().size(); rung++) {
      hints.add(hint(task, rung));
    }
    remember(
        task, hints.size(), log.of(lab.id().toString()).hints().getOrDefault(task.number(), 0));
    return hints;
  }

  private void remember(TaskInfo task, int rung, int shown) {
    if (rung > shown) {
      log.hintShown(lab.id().toString(), task.number(), rung);
    }
  }

  private static Hint hint(TaskInfo task, int rung) {
    return new Hint(task, rung, task.hints().size(), task.hints().get(rung - 1));
  }
}
