package dev.kindling.result;

import java.util.List;

/**
 * Changed classes of a solution, and what is to judge them.
 *
 * @param lab the lab's id
 * @param classes the folder of the solution's classes, all that it needs
 * @param seed the seed of the data
 * @param checks the names of the checks, in the order in which they are asked
 */
public record TrialRequest(String lab, String classes, long seed, List<String> checks) {

  public TrialRequest {
    checks = List.copyOf(checks);
  }
}
