package dev.kindling.tracking.contract;

import java.util.List;

/**
 * A list of calls that belong together; it needs nothing that another scenario made.
 *
 * @param name the file's name without its ending, such as {@code 10-experiments}
 * @param title the first line of the file
 * @param calls what is called, in this order
 */
record Scenario(String name, String title, List<Call> calls) {
  Scenario {
    calls = List.copyOf(calls);
  }

  @Override
  public String toString() {
    return name + ": " + title;
  }
}
