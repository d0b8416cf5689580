package dev.kindling.check.errors;

/**
 * A line of the learner's own code.
 *
 * @param className the binary name of the class that holds the line, such as {@code
 *     day2.imputation.Imputation$Medians}
 * @param file the file's simple name, such as {@code Imputation.java}
 * @param line the line, counted from 1
 */
public record SourceLine(String className, String file, int line) {

  public SourceLine {
    if (line < 1) {
      throw new IllegalArgumentException("A line is counted from 1, and this is " + line + ".");
    }
  }

  /** The form that editors can jump to: {@code Imputation.java:47}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
