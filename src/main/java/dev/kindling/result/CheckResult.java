package dev.kindling.result;

import org.jspecify.annotations.Nullable;

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
    @Nullable String diagnosis,
    @Nullable String message,
    @Nullable String expected,
    @Nullable String actual,
    @Nullable String location,
    long millis) {

  /** A check that passed and has nothing to say. */
  public static CheckResult passed(String name, double points, long millis) {
    return new CheckResult(name, Verdict.PASS, points, null, null, null, null, null, millis);
  }

  /**
   * A check that did not pass.
   *
   * @param message why, and what to do next, or null
   * @param location the learner's line, or null
   */
  public static CheckResult notPassed(
      String name,
      Verdict verdict,
      double points,
      @Nullable String message,
      @Nullable String location,
      long millis) {
    return new CheckResult(name, verdict, points, null, message, null, null, location, millis);
  }

  /** A check that was not run, with the reason. */
  public static CheckResult notRun(
      String name, Verdict verdict, double points, @Nullable String message) {
    return notPassed(name, verdict, points, message, null, 0);
  }

  /** The same with the known mistake that was recognised, or with none for null. */
  public CheckResult diagnosed(@Nullable String mistake) {
    return new CheckResult(
        name, verdict, points, mistake, message, expected, actual, location, millis);
  }

  /** The same with what was expected and what came, each as text or null. */
  public CheckResult comparing(@Nullable String wanted, @Nullable String came) {
    return new CheckResult(
        name, verdict, points, diagnosis, message, wanted, came, location, millis);
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
