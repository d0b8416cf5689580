package dev.kindling.result;

import java.util.List;

/**
 * Whether the answer compiled.
 *
 * @param ok whether there is a class to judge
 * @param problems what is wrong, in the order of the source; empty when ok
 */
public record CompileReport(boolean ok, List<Problem> problems) {

  public CompileReport {
    problems = List.copyOf(problems);
  }

  public static CompileReport success() {
    return new CompileReport(true, List.of());
  }
}
