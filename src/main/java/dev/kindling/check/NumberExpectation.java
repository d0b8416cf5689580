package dev.kindling.check;

import dev.kindling.check.compare.CellText;
import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Mismatch;
import dev.kindling.check.compare.Tolerance;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a check expects of a number. NaN equals NaN, and is neither large nor small. */
public final class NumberExpectation extends Expectation<NumberExpectation, Double> {

  private final @Nullable Number shown;
  private Tolerance tolerance = Tolerance.DEFAULT;
  private OptionalDouble expected = OptionalDouble.empty();

  NumberExpectation(@Nullable Number actual) {
    super(actual == null ? null : actual.doubleValue());
    this.shown = actual;
  }

  /** How far the number may be off, in any direction. */
  public NumberExpectation within(double distance) {
    tolerance = Tolerance.within(distance);
    return this;
  }

  public NumberExpectation toBe(double wanted) {
    expected = OptionalDouble.of(wanted);
    return judgeNumber(
        "to be " + text(wanted), text(wanted), number -> tolerance.allows(number, wanted));
  }

  public NumberExpectation toBeAtLeast(double least) {
    return judgeNumber(
        "to be at least " + text(least),
        "at least " + text(least),
        number -> number >= least || tolerance.allows(number, least));
  }

  public NumberExpectation toBeAtMost(double most) {
    return judgeNumber(
        "to be at most " + text(most),
        "at most " + text(most),
        number -> number <= most || tolerance.allows(number, most));
  }

  /** Both ends count as between. */
  public NumberExpectation toBeBetween(double least, double most) {
    String range = "between %s and %s".formatted(text(least), text(most));
    return judgeNumber(
        "to be " + range,
        range,
        number ->
            (number >= least && number <= most)
                || tolerance.allows(number, least)
                || tolerance.allows(number, most));
  }

  /**
   * A measure that is the better the larger it is, and not better than it can honestly be.
   *
   * @param best what nobody can exceed who knows of a row what its features say, such as the AUC of
   *     the probabilities that the labels were drawn with; the tolerance is for chance
   */
  public NumberExpectation notToBeTooGood(double best) {
    return judge(
        () ->
            unless(
                actual() <= best || tolerance.allows(actual(), best),
                () ->
                    new Mismatch(
                        "Expected %s to be at most %s%s, but it is %s, which is too good to be true: whoever knows how the labels were drawn reaches no more, for there is chance in them. Something has seen the answers: a column that is known only afterwards or was made from the label, rows of test that are in train as well, or a fit on the rows that are measured."
                            .formatted(
                                subject(), text(best), tolerance.words(), CellText.of(shown)),
                        "at most " + text(best),
                        CellText.of(shown))));
  }

  /**
   * A condition.
   *
   * @param what what must hold, such as "a probability"
   * @param holds whether it does
   */
  public NumberExpectation toSatisfy(String what, DoublePredicate holds) {
    return judge(
        () ->
            unless(
                AnswerCode.compute(subject(), () -> holds.test(actual())),
                () ->
                    new Mismatch(
                        "Expected of %s: %s, but it is %s."
                            .formatted(subject(), what, CellText.of(shown)),
                        null,
                        CellText.of(shown))));
  }

  /** Recognises this wrong number, with the same tolerance. */
  public NumberExpectation diagnose(String id, double wrong, String message) {
    return diagnosis(id, () -> tolerance.allows(actual(), wrong), () -> message);
  }

  /** The same, with a message made from the number. */
  public NumberExpectation diagnose(String id, double wrong, Function<Double, String> message) {
    return diagnosis(id, () -> tolerance.allows(actual(), wrong), () -> message.apply(actual()));
  }

  @Override
  Compared compared() {
    return expected.isPresent()
        ? Compared.value(actualOrNull(), expected.getAsDouble(), tolerance)
        : Compared.value(actualOrNull(), tolerance);
  }

  private NumberExpectation judgeNumber(String wish, String expected, DoublePredicate holds) {
    return judge(
        () ->
            unless(
                holds.test(actual()),
                () ->
                    new Mismatch(
                        "Expected %s %s%s, but it is %s."
                            .formatted(subject(), wish, tolerance.words(), CellText.of(shown)),
                        expected,
                        CellText.of(shown))));
  }

  /** A whole number looks like the one that the answer gave. */
  private String text(double number) {
    boolean whole = !(shown instanceof Double) && !(shown instanceof Float);
    return whole && number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : CellText.of(number);
  }
}
