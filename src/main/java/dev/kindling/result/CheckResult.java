package dev.kindling.result;

/**
 * What one check said.
 *
 * @param name the check's method
 * @param verdict what it came to
 * @param points what it is worth when passed
 * @param diagnosis the id of the known mistake it recognised, or null
 * @param message what happened and what to do next, or null; a pass may carry a notice
 * @param expected what was expected, as text or a small table, or null
 * @param actual what the answer gave, in the same form, or null
 * @param location the learner's file and line, such as {@code
 *     work/day2/imputation/Imputation.java:47}, or null
 * @param millis how long it took
 */
public record CheckResult(
    String name,
    Verdict verdict,
    double points,
    String diagnosis,
    String message,
    String expected,
    String actual,
    String location,
    long millis) {

  /** A check that was not run, with the reason. */
  public static CheckResult notRun(String name, Verdict verdict, double points, String message) {
    return new CheckResult(name, verdict, points, null, message, null, null, null, 0);
  }

  /** The same with a cause, and with words that tell it. */
  public CheckResult explained(String cause, String words) {
    return new CheckResult(name, verdict, points, cause, words, expected, actual, location, millis);
  }

  /** The same with one more sentence. */
  public CheckResult noticing(String notice) {
    return new CheckResult(
        name,
        verdict,
        points,
        diagnosis,
        message == null ? notice : message + " " + notice,
        expected,
        actual,
        location,
        millis);
  }

  public boolean passed() {
    return verdict == Verdict.PASS;
  }
}
