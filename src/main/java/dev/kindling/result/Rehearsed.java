package dev.kindling.result;

import java.util.List;

/**
 * How one task of a known answer came out.
 *
 * @param part the answer and the task
 * @param checks those of the task, in order, with the causes that were found
 */
public record Rehearsed(RehearsalRequest.Part part, List<CheckResult> checks) {

  public Rehearsed {
    checks = List.copyOf(checks);
  }
}
