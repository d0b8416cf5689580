package dev.kindling.cause;

import dev.kindling.lab.AnswerInfo;
import java.util.List;

/**
 * The answers that may have the value under judgement.
 *
 * @param known the mistakes of the task that have something to say
 * @param changed the solution on changed inputs
 */
public record Suspects(List<Suspect.Known> known, List<Suspect.Changed> changed) {

  public Suspects {
    known = List.copyOf(known);
    changed = List.copyOf(changed);
  }

  /**
   * The suspects of a task.
   *
   * @param mistakes the mistakes of the lab; those of other tasks are left out
   * @param perturbations the changes that fit what the task takes
   */
  public static Suspects of(int task, List<AnswerInfo> mistakes, List<Perturbation> perturbations) {
    return new Suspects(
        mistakes.stream()
            .filter(mistake -> mistake.task() == task && !mistake.says().isBlank())
            .map(Suspect.Known::new)
            .toList(),
        perturbations.stream().map(Suspect.Changed::new).toList());
  }
}
