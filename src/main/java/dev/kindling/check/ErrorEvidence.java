package dev.kindling.check;

import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Evidence;
import dev.kindling.check.compare.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/**
 * An error as something that can be compared: its causes, each with its type, Spark's condition and
 * a message without what differs from run to run (ids, addresses, numbers of lines and stages).
 */
final class ErrorEvidence {

  private static final List<Pattern> VARYING =
      List.of(
          Pattern.compile("\\bhttps?://[\\w.:-]+"),
          // Names that a tracking space makes up, and the ids that a server gives.
          Pattern.compile("\\bday\\d-[a-z]+-[\\w-]+"),
          Pattern.compile("\\bday\\d/[a-z]+: [^()]* \\([0-9a-z]{5}\\)"),
          Pattern.compile("(?i)experiment (with )?id '?\\d+"),
          // The classes that the JVM makes of lambdas.
          Pattern.compile("\\$\\$Lambda[\\w$/]*"),
          Pattern.compile("#\\d+L?"),
          Pattern.compile("\\bplan_id=\\d+"),
          Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"),
          Pattern.compile("\\b[0-9a-f]{12,}\\b"),
          // The ids of Spark's stages, also within the name that a stage gives to a column.
          Pattern.compile("(?<=\\w)_[0-9a-f]{12}(?![0-9A-Za-z])"),
          Pattern.compile("\\b[A-Za-z]*[a-z][A-Za-z]*_[0-9a-f]{6,}(__\\w+)?"),
          Pattern.compile("@[0-9a-f]{4,}"),
          Pattern.compile("(file:)?(/[\\w.%-]+){2,}"),
          Pattern.compile("\\bday\\d\\.[\\w.$/]+"),
          Pattern.compile("\\bline \\d+, pos(ition)? \\d+"),
          Pattern.compile("(?i)\\b(task|stage|TID|exception in task|lost task) \\d+(\\.\\d+)?"),
          Pattern.compile("\"<?(local|parameter)?\\d+>?\""));

  private static final int MESSAGE = 400;

  private ErrorEvidence() {}

  /**
   * @param step the number of the comparison that would have come next
   */
  static Evidence of(int step, AnswerError error) {
    List<Object> links = new ArrayList<>();
    for (Throwable link : KnownErrors.Thrown.of(error).links()) {
      if (link != error || error.getCause() == null) {
        links.add(List.of(link.getClass().getName(), condition(link), message(link)));
      }
    }
    return new Evidence(
        step,
        error.method().map(method -> "the call of " + method).orElse("an error"),
        Compared.value(links, Tolerance.DEFAULT));
  }

  private static String condition(Throwable link) {
    String condition = link instanceof SparkThrowable spark ? spark.getCondition() : null;
    return condition == null ? "" : condition;
  }

  private static String message(Throwable link) {
    String message = link.getMessage();
    if (message == null) {
      return "";
    }
    // What follows the first line is a stack trace or a plan.
    String line = message.strip().lines().findFirst().orElse("");
    for (Pattern varying : VARYING) {
      line = varying.matcher(line).replaceAll("…");
    }
    return line.length() <= MESSAGE ? line : line.substring(0, MESSAGE);
  }
}
