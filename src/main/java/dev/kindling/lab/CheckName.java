package dev.kindling.lab;

/**
 * What a check is called: by its test method, and by its case where it has several.
 *
 * @param method the test method
 * @param testCase the case; empty if the check has none
 */
public record CheckName(String method, String testCase) {

  private static final String BETWEEN = ": ";

  /** Reads a name as {@link #toString} writes it. */
  public static CheckName of(String name) {
    int end = name.indexOf(BETWEEN);
    return end < 0
        ? new CheckName(name, "")
        : new CheckName(name.substring(0, end), name.substring(end + BETWEEN.length()));
  }

  public boolean hasCase() {
    return !testCase.isEmpty();
  }

  /** {@code rowsAreCounted}, or {@code rowsAreCounted: another seed}. */
  @Override
  public String toString() {
    return hasCase() ? method + BETWEEN + testCase : method;
  }
}
