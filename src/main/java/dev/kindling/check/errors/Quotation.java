package dev.kindling.check.errors;

import java.util.Optional;
import java.util.regex.Pattern;

/** What to say about an error that no rule knows: its own first sentence. */
final class Quotation {

  private static final Pattern DRESSING =
      Pattern.compile("^\\s*(?:\\[[A-Z0-9_.]+]\\s*)?(?:(?:requirement|assertion) failed:\\s*)?");

  /** Where a first sentence ends: at a line break, Spark's codes, or a full stop. */
  private static final Pattern END =
      Pattern.compile("\\R|\\s*SQLSTATE:|;\\s*(?:line \\d+ pos|$)|(?<=[.!?])\\s+(?=[A-Z\"'`])");

  private Quotation() {}

  /**
   * Quotes the failure.
   *
   * @param lineKnown whether the learner is shown a line of their own beside this
   */
  static Advice of(Failure failure, boolean lineKnown) {
    Fault fault = mostTelling(failure);
    boolean spark = fault.condition().isPresent() || comesFromSpark(fault);
    String sentence = firstSentence(fault.message());
    String type = PlainText.simpleName(fault.type());
    String said;
    if (sentence.isEmpty()) {
      said = (spark ? "Spark" : "Java") + " stopped with " + type + " and gave no reason.";
    } else if (spark) {
      said = "Spark said: " + ended(sentence);
    } else {
      said = "Java stopped with " + type + ": " + ended(sentence);
    }
    return new Advice(said, nextStep(failure, lineKnown));
  }

  /** The first sentence of a message, without codes; empty if there is none. */
  static String firstSentence(String message) {
    String bare = DRESSING.matcher(message.strip()).replaceFirst("");
    String first = END.split(bare, 2)[0];
    return PlainText.cut(PlainText.oneLine(first).replaceAll("(?<=\\w)#\\d+L?\\b", ""), 240);
  }

  private static String ended(String sentence) {
    return sentence.matches(".*[.!?…]") ? sentence : sentence + ".";
  }

  /** Spark's own words if it has any, or else the deepest cause that says something. */
  private static Fault mostTelling(Failure failure) {
    return failure.faults().stream()
        .filter(fault -> fault.condition().isPresent() && !fault.has("FAILED_EXECUTE_UDF"))
        .findFirst()
        .or(() -> failure.faults().stream().filter(f -> !f.message().isBlank()).findFirst())
        .orElse(failure.faults().get(0));
  }

  /** Spark often fails with Java's own exceptions. */
  private static boolean comesFromSpark(Fault fault) {
    return fault.type().startsWith("org.apache.spark.")
        || fault.frames().stream()
            .map(StackTraceElement::getClassName)
            .filter(name -> !name.startsWith("java.") && !name.startsWith("scala."))
            .findFirst()
            .filter(name -> name.startsWith("org.apache.spark.") || name.startsWith("io.delta."))
            .isPresent();
  }

  private static String nextStep(Failure failure, boolean lineKnown) {
    Optional<String> stage = failure.stage();
    if (stage.isPresent()) {
      return "Compare the columns that "
          + stage.get()
          + " was given with what it needs: printSchema() just before it shows their names and"
          + " types.";
    }
    return lineKnown
        ? "Read that line with this in mind, and print what it works on just before it: printSchema()"
            + " and show() for a DataFrame."
        : "Call show() and printSchema() after each step of this task: the first one that fails is"
            + " the one to change.";
  }
}
