package dev.kindling.check.errors;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells a learner what an error means. Every error gets an answer: one that no rule recognises is
 * quoted, cut to its first sentence.
 */
public final class ErrorTranslator {

  private final AnswerLine answerLine;
  private final List<Rule> rules = Rules.inOrder();

  /**
   * A translator for one answer.
   *
   * @param isAnswerClass whether a class, given by its binary name, is the learner's; nested and
   *     anonymous classes are the learner's if the class around them is
   */
  public ErrorTranslator(Predicate<String> isAnswerClass) {
    this.answerLine = new AnswerLine(isAnswerClass);
  }

  /** Translates an error with everything that it carries: causes, suppressed errors, and text. */
  public Translation translate(Throwable error) {
    Failure failure = Failure.of(error);
    Optional<SourceLine> line = answerLine.in(failure);
    for (Rule rule : rules) {
      Optional<Advice> advice = rule.advise(failure);
      if (advice.isPresent()) {
        return translation(line, advice.get(), Optional.of(rule.name()));
      }
    }
    return translation(line, Quotation.of(failure, line.isPresent()), Optional.empty());
  }

  private static Translation translation(
      Optional<SourceLine> line, Advice advice, Optional<String> rule) {
    return new Translation(line, advice.said(), advice.nextStep(), rule);
  }
}
