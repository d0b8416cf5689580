package dev.kindling.check.compare;

/**
 * Where a check found an answer wrong, and what it saw there. Two answers made the same mistake, as
 * far as the check can tell, when they failed at the same step with the same value.
 *
 * @param step the number of the comparison within the check, from 1
 * @param subject what was judged, such as "the medians"
 * @param compared what the comparison looked at
 */
public record Evidence(int step, String subject, Compared compared) {

  /** The same without what was expected, to be kept. */
  public Evidence withoutExpected() {
    return new Evidence(step, subject, compared.withoutExpected());
  }

  /** Whether another answer failed at the same step with the same value. */
  public boolean sameAs(Evidence other) {
    return step == other.step && compared.sameAs(other.compared);
  }
}
