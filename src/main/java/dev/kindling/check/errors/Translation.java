package dev.kindling.check.errors;

import java.util.Optional;

/**
 * An error as a learner should read it.
 *
 * @param line the learner's own line, or empty if no part of the error names one
 * @param said what happened: one sentence on one line
 * @param nextStep what to do about it: one sentence on one line
 * @param rule the name of the rule that recognised the error, or empty if none did
 */
public record Translation(
    Optional<SourceLine> line, String said, String nextStep, Optional<String> rule) {

  public Translation {
    requireSentence(said);
    requireSentence(nextStep);
  }

  private static void requireSentence(String text) {
    if (text.isBlank() || text.lines().count() != 1) {
      throw new IllegalArgumentException(
          "A translation is one line of text, not \"" + text + "\".");
    }
  }
}
