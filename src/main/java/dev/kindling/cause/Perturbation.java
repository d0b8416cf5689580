package dev.kindling.cause;

import java.util.function.UnaryOperator;

/**
 * A change to what a task is handed.
 *
 * @param id a name for the mistake that it plays, such as {@code null-rows-dropped}
 * @param key tells it from the other changes of the same task
 * @param what completes "Your result is exactly what the right code gives when …"
 * @param next what to look for
 * @param change makes the changed arguments of the given ones, which stay as they are
 */
public record Perturbation(
    String id, String key, String what, String next, UnaryOperator<Object[]> change) {

  /** What a learner is told whose result is the same. */
  public Cause cause() {
    return new Cause(
        id, "Your result is exactly what the right code gives when %s. %s".formatted(what, next));
  }
}
