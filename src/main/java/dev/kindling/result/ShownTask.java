package dev.kindling.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What calling a task gave, ready to be printed.
 *
 * @param task the task's number
 * @param verdict PASS when there is something to show; TODO, FAIL, TIMEOUT, EXITED, CRASHED or
 *     HARNESS when the call failed
 * @param parts what it returned, part by part
 * @param message why there is nothing to show, or null
 * @param location the learner's line when the call failed, or null
 * @param output what the answer printed, cut to a sane length
 * @param millis how long it took
 */
public record ShownTask(
    int task,
    Verdict verdict,
    List<ShownPart> parts,
    @Nullable String message,
    @Nullable String location,
    String output,
    long millis) {

  public ShownTask {
    parts = List.copyOf(parts);
  }
}
