package dev.kindling.check.errors;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A lambda that drags along an object which cannot be sent to executors: names the object. */
final class CapturedObjectRule implements Rule {

  private static final Pattern OBJECT = Pattern.compile("^\\s*(?<class>[\\w.$]+)");
  private static final Pattern FIELD =
      Pattern.compile("- field \\(class: (?<owner>[\\w.$]+), name: (?<name>[\\w$]+), type:");
  private static final Pattern DRIVER_ONLY =
      Pattern.compile("(SparkContext|SparkSession|SQLContext|Dataset|RDD)$");
  private static final Pattern LAMBDA_OF =
      Pattern.compile("capturingClass=class (?<class>[\\w.$]+)");

  @Override
  public String name() {
    return "captured-object";
  }

  @Override
  public Optional<Advice> advise(Failure failure) {
    boolean closure =
        failure.faults().stream().anyMatch(f -> f.message().contains("Task not serializable"));
    if (!closure) {
      return Optional.empty();
    }
    return failure.faults().stream()
        .filter(fault -> fault.type().equals(java.io.NotSerializableException.class.getName()))
        .findFirst()
        .map(fault -> advice(fault.message()))
        .or(() -> Optional.of(advice("")));
  }

  private static Advice advice(String message) {
    Matcher object = OBJECT.matcher(message);
    if (!object.find()) {
      return new Advice(
          "The lambda uses an object that cannot be sent to the executors.",
          "Copy the values that it needs into local variables before the lambda, and use those.");
    }
    String type = object.group("class");
    Matcher lambda = LAMBDA_OF.matcher(message);
    if (lambda.find() && lambda.group("class").equals(type)) {
      return new Advice(
          "The lambda uses a field or method of its own "
              + PlainText.simpleName(type)
              + ", so Spark would have to send that whole object to the executors, and cannot.",
          "Copy the field into a local variable before the lambda and use that, or make the method"
              + " static.");
    }
    Matcher field = FIELD.matcher(message);
    String where =
        field.find() && !field.group("owner").startsWith("java.")
            ? " in the field \""
                + field.group("name")
                + "\" of "
                + PlainText.simpleName(field.group("owner"))
            : "";
    return new Advice(
        "The lambda uses a "
            + PlainText.simpleName(type)
            + where
            + ", which cannot be sent to the executors.",
        DRIVER_ONLY.matcher(type).find()
            ? "It lives on the driver alone: do that part outside the function, and let the function use the result."
            : "Make that object inside the function instead, once per partition with mapPartitions.");
  }
}
