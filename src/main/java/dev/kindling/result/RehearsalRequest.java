package dev.kindling.result;

import java.util.List;

/**
 * Which of a lab's known answers to judge as if they were a learner's.
 *
 * @param lab the lab's id
 * @param seed the seed of the data
 * @param parts each by itself
 */
public record RehearsalRequest(String lab, long seed, List<Part> parts) {

  public RehearsalRequest {
    parts = List.copyOf(parts);
  }

  /**
   * One task of an answer.
   *
   * @param answer the class of a mistake or a variant
   * @param task whose checks judge it
   */
  public record Part(String answer, int task) {}
}
