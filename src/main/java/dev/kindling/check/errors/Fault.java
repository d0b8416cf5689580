package dev.kindling.check.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;

/**
 * One link of an error's chain, read from a throwable or from the text that an executor sent.
 *
 * @param type the binary name of its class
 * @param message its message, never null
 * @param condition Spark's name for the error, such as {@code CAST_INVALID_INPUT}
 * @param parameters the values of this error, as Spark gives them
 * @param origins where the failing expression was written in Java, if Spark kept it
 * @param sql the failing piece of SQL text, if the expression was written in SQL
 * @param frames the stack, innermost call first
 */
record Fault(
    String type,
    String message,
    Optional<String> condition,
    Map<String, String> parameters,
    List<StackTraceElement> origins,
    Optional<String> sql,
    List<StackTraceElement> frames) {

  /** An executor's stack trace fits; the text of a whole file need not. */
  private static final int LONGEST = 20_000;

  static Fault of(Throwable error) {
    Optional<String> condition = Optional.empty();
    Map<String, String> parameters = Map.of();
    List<StackTraceElement> origins = new ArrayList<>();
    Optional<String> sql = Optional.empty();
    if (error instanceof SparkThrowable spark && spark.getCondition() != null) {
      condition = Optional.of(spark.getCondition());
      parameters = spark.getMessageParameters();
      for (QueryContext context : spark.getQueryContext()) {
        if (context.contextType() == QueryContextType.DataFrame) {
          origins.addAll(StackText.frames(context.callSite()));
        } else if (sql.isEmpty()) {
          sql = Optional.of(context.fragment());
        }
      }
    }
    return new Fault(
        error.getClass().getName(),
        error.getMessage() == null ? "" : PlainText.cut(error.getMessage(), LONGEST),
        condition,
        parameters,
        origins,
        sql,
        List.of(error.getStackTrace()));
  }

  /** Whether the error has this condition, or one below it, as {@code PARENT.CHILD} is. */
  boolean has(String wanted) {
    return condition.filter(c -> c.equals(wanted) || c.startsWith(wanted + ".")).isPresent();
  }

  /** Whether the innermost call is of this class or package. */
  boolean thrownIn(String prefix) {
    return !frames.isEmpty() && frames.get(0).getClassName().startsWith(prefix);
  }

  /** Whether a call of this class or package is on the stack. */
  boolean passedThrough(String prefix) {
    return frames.stream().anyMatch(frame -> frame.getClassName().startsWith(prefix));
  }
}
