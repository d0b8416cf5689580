package dev.kindling.check;

import dev.kindling.check.compare.CellText;
import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Freedom;
import dev.kindling.check.compare.Mismatch;
import dev.kindling.check.compare.Same;
import dev.kindling.check.compare.Tolerance;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a check expects of a value without a more special expectation. Arrays, vectors and records
 * are compared by content.
 *
 * @param <T> the type of the value
 */
public final class ValueExpectation<T> extends Expectation<ValueExpectation<T>, T> {

  private Tolerance tolerance = Tolerance.DEFAULT;
  private Optional<T> expected = Optional.empty();
  private Freedom freedom = Freedom.NONE;

  ValueExpectation(@Nullable T actual) {
    super(actual);
  }

  /** How far numbers within the value may be off. */
  public ValueExpectation<T> within(double distance) {
    tolerance = Tolerance.within(distance);
    return this;
  }

  /** Leaves the sign open of a whole vector, and of each column of a matrix. */
  public ValueExpectation<T> upToSign() {
    freedom = Freedom.SIGN;
    return this;
  }

  /** Leaves open what the labels in an array are called; two labels must stay two. */
  public ValueExpectation<T> upToRelabelling() {
    freedom = Freedom.LABELS;
    return this;
  }

  public ValueExpectation<T> toBe(@Nullable T wanted) {
    return judge(
        () -> {
          expected = Optional.ofNullable(wanted);
          Object nearest = nearest(wanted, actualOrNull());
          return unless(
              Same.values(nearest, actualOrNull(), tolerance),
              () ->
                  new Mismatch(
                      "Expected %s to be %s%s, but it is %s."
                          .formatted(
                              subject(),
                              CellText.quoted(nearest),
                              tolerance.words(),
                              CellText.quoted(actualOrNull())),
                      CellText.quoted(nearest),
                      CellText.quoted(actualOrNull())));
        });
  }

  /** The value in the form nearest to what was expected, so that what is open tells nothing. */
  @Override
  Compared compared() {
    return expected
        .map(wanted -> Compared.value(nearest(actualOrNull(), wanted), (Object) wanted, tolerance))
        .orElseGet(() -> Compared.value(actualOrNull(), tolerance));
  }

  /**
   * A condition.
   *
   * @param what what must hold, such as "it names a column"
   * @param holds whether it does; if it throws, the value is at fault
   */
  public ValueExpectation<T> toSatisfy(String what, Predicate<? super T> holds) {
    return judge(
        () ->
            unless(
                AnswerCode.compute(subject(), () -> holds.test(actualOrNull())),
                () ->
                    new Mismatch(
                        "Expected of %s: %s, but it is %s."
                            .formatted(subject(), what, CellText.quoted(actualOrNull())),
                        null,
                        CellText.quoted(actualOrNull()))));
  }

  /** Recognises this wrong value, with the same tolerance. */
  public ValueExpectation<T> diagnose(String id, T wrong, String message) {
    return diagnose(id, wrong, value -> message);
  }

  /** The same, with a message made from the value. */
  public ValueExpectation<T> diagnose(String id, T wrong, Function<? super T, String> message) {
    return diagnosis(
        id,
        () -> Same.values(nearest(wrong, actualOrNull()), actualOrNull(), tolerance),
        () -> message.apply(actualOrNull()));
  }

  @Override
  boolean judgesNull() {
    return true;
  }

  /** A null has one form. */
  private @Nullable Object nearest(@Nullable Object form, @Nullable Object other) {
    return form == null || other == null ? form : freedom.nearest(form, other);
  }
}
