package dev.kindling.check.errors;

/**
 * What a rule has to say about a failure.
 *
 * @param said what happened, in one sentence
 * @param nextStep what to do, in one sentence
 */
record Advice(String said, String nextStep) {

  /** Longer text than this is cut: an error may quote a whole file. */
  private static final int LONGEST = 500;

  Advice {
    said = PlainText.cut(PlainText.oneLine(said), LONGEST);
    nextStep = PlainText.cut(PlainText.oneLine(nextStep), LONGEST);
  }
}
