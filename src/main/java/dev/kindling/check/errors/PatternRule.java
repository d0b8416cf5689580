package dev.kindling.check.errors;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that is only data: what an error must look like, and two sentences with places for its
 * values. Values are Spark's message parameters, the named groups of {@code message}, {@code stage}
 * (the stage of Spark ML at work) and {@code sql} (the failing piece of SQL).
 *
 * @param name the rule's name
 * @param condition Spark's condition, or empty for any
 * @param type the binary name of the error's class, or empty for any
 * @param message a pattern to be found in the error's message, or empty for any
 * @param caller the start of a class name that must be on the error's stack, or empty for any
 * @param thrower the start of the name of the class that threw, or empty for any
 * @param stage the stage of Spark ML that must be at work, or empty for any
 * @param insideFunction whether only errors inside the learner's own functions count
 * @param said the first sentence
 * @param next the second sentence
 */
record PatternRule(
    String name,
    Optional<String> condition,
    Optional<String> type,
    Optional<Pattern> message,
    Optional<String> caller,
    Optional<String> thrower,
    Optional<String> stage,
    boolean insideFunction,
    Template said,
    Template next)
    implements Rule {

  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z]\\w*)>");

  @Override
  public Optional<Advice> advise(Failure failure) {
    if (insideFunction && !failure.insideFunction()) {
      return Optional.empty();
    }
    Optional<String> atWork = failure.stage();
    if (stage.isPresent() && !stage.equals(atWork)) {
      return Optional.empty();
    }
    return failure.faults().stream()
        .flatMap(fault -> advise(fault, failure, atWork.orElse("this stage")).stream())
        .findFirst();
  }

  private Optional<Advice> advise(Fault fault, Failure failure, String atWork) {
    if ((condition.isPresent() && !fault.has(condition.get()))
        || (type.isPresent() && !type.get().equals(fault.type()))
        || (caller.isPresent() && !fault.passedThrough(caller.get()))
        || (thrower.isPresent() && !fault.thrownIn(thrower.get()))) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    // What the errors around this one know helps where it is silent itself.
    failure.faults().forEach(around -> take(around, values));
    take(fault, values);
    values.put("stage", atWork);
    if (message.isPresent() && !read(message.get(), fault.message(), values)) {
      return Optional.empty();
    }
    return said.fill(values).flatMap(a -> next.fill(values).map(b -> new Advice(a, b)));
  }

  private static void take(Fault fault, Map<String, String> values) {
    fault.parameters().forEach((key, value) -> values.put(key, PlainText.value(value)));
    fault.sql().ifPresent(sql -> values.put("sql", PlainText.value(sql)));
  }

  private static boolean read(Pattern pattern, String text, Map<String, String> values) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      return false;
    }
    Matcher group = GROUP.matcher(pattern.pattern());
    while (group.find()) {
      String value = found.group(group.group(1));
      if (value != null) {
        values.put(group.group(1), PlainText.value(value));
      }
    }
    return true;
  }
}
