package dev.kindling.check.errors;

import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a {@link PatternRule} as a sentence: when the error looks like this, say that. */
final class RuleBuilder {

  private final String name;
  private Optional<String> condition = Optional.empty();
  private Optional<String> type = Optional.empty();
  private Optional<Pattern> message = Optional.empty();
  private Optional<String> caller = Optional.empty();
  private Optional<String> thrower = Optional.empty();
  private Optional<String> stage = Optional.empty();
  private boolean insideFunction;
  private String said = "";

  private RuleBuilder(String name) {
    this.name = name;
  }

  static RuleBuilder rule(String name) {
    return new RuleBuilder(name);
  }

  /** Only for errors with this condition of Spark's, or one below it. */
  RuleBuilder condition(String wanted) {
    condition = Optional.of(wanted);
    return this;
  }

  /** Only for errors of exactly this class. */
  RuleBuilder type(Class<? extends Throwable> wanted) {
    type = Optional.of(wanted.getName());
    return this;
  }

  /** Only for errors in whose message this pattern is found; its named groups become values. */
  RuleBuilder message(String regex) {
    message = Optional.of(Pattern.compile(regex));
    return this;
  }

  /** Only for errors with a call of such a class on the stack. */
  RuleBuilder calledFrom(String classPrefix) {
    caller = Optional.of(classPrefix);
    return this;
  }

  /** Only for errors whose innermost call is of such a class. */
  RuleBuilder thrownIn(String classPrefix) {
    thrower = Optional.of(classPrefix);
    return this;
  }

  /** Only for errors while this stage of Spark ML was at work. */
  RuleBuilder stage(String wanted) {
    stage = Optional.of(wanted);
    return this;
  }

  /** Only for errors in a function of the learner's that Spark was running. */
  RuleBuilder insideFunction() {
    insideFunction = true;
    return this;
  }

  /** What happened. */
  RuleBuilder said(String sentence) {
    said = sentence;
    return this;
  }

  /** What to do about it; this completes the rule. */
  Rule next(String sentence) {
    return new PatternRule(
        name,
        condition,
        type,
        message,
        caller,
        thrower,
        stage,
        insideFunction,
        new Template(said),
        new Template(sentence));
  }
}
