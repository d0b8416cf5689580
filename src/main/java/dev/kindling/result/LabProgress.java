package dev.kindling.result;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a learner's work on one lab.
 *
 * @param lab the lab's id
 * @param passedTasks the tasks that passed when the answer was last judged
 * @param score the score then
 * @param max the maximum then
 * @param passed whether every task passed then
 * @param everPassed whether the lab ever passed (the solution may be shown)
 * @param answerHash the hash of the answer that was judged then; when the file differs now, the
 *     score is old
 * @param hints the rungs already shown, by task
 * @param at when it was last judged, ISO-8601; null when never
 */
public record LabProgress(
    String lab,
    Set<Integer> passedTasks,
    double score,
    double max,
    boolean passed,
    boolean everPassed,
    @Nullable String answerHash,
    Map<Integer, Integer> hints,
    @Nullable String at) {

  public LabProgress {
    passedTasks = Set.copyOf(passedTasks);
    hints = Map.copyOf(hints);
  }

  /** Nothing is known yet. */
  public static LabProgress none(String lab) {
    return new LabProgress(lab, Set.of(), 0, 0, false, false, null, Map.of(), null);
  }

  public boolean judged() {
    return at != null;
  }
}
