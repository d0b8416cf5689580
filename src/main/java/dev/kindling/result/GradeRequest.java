package dev.kindling.result;

import java.util.Set;

/**
 * What to judge.
 *
 * @param lab the lab's id
 * @param answer whose answer
 * @param seed the seed of the data
 * @param first the task to judge first, or 0
 * @param only whether to judge that task alone (with those it waits for); the others are then
 *     SKIPPED
 * @param known the tasks whose code passed in a run before and has not changed: the first task does
 *     not wait for them to be judged again
 */
public record GradeRequest(
    String lab, AnswerRef answer, long seed, int first, boolean only, Set<Integer> known) {

  public GradeRequest {
    known = known == null ? Set.of() : Set.copyOf(known);
  }

  /** A request that knows of no run before. */
  public GradeRequest(String lab, AnswerRef answer, long seed, int first, boolean only) {
    this(lab, answer, seed, first, only, Set.of());
  }

  /** The seed of the committed samples, and of every run that says nothing else. */
  public static final long HOME_SEED = 42;

  /** Shows one task of the learner's answer. */
  public static GradeRequest showing(String lab, int task) {
    return new GradeRequest(lab, AnswerRef.LEARNER, HOME_SEED, task, true);
  }

  public static GradeRequest of(String lab, AnswerRef answer, long seed) {
    return new GradeRequest(lab, answer, seed, 0, false);
  }
}
