package dev.kindling.check;

import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.ElementComparison;
import dev.kindling.check.compare.Freedom;
import dev.kindling.check.compare.Tolerance;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a check expects of a list.
 *
 * @param <T> the type of its elements
 */
public final class ListExpectation<T> extends Expectation<ListExpectation<T>, List<T>> {

  private Optional<List<? extends T>> expected = Optional.empty();
  private ElementComparison latest = new ElementComparison(Tolerance.DEFAULT, false);

  ListExpectation(List<T> actual) {
    super(actual);
  }

  /** How far numbers within the list may be off. */
  public ListExpectation<T> within(double distance) {
    latest = new ElementComparison(Tolerance.within(distance), false, latest.freedom());
    return this;
  }

  /**
   * Leaves signs open: of the whole list if it holds numbers, or of each vector and each list of
   * numbers in it. A component and its opposite are the same.
   */
  public ListExpectation<T> upToSign() {
    return upTo(Freedom.SIGN);
  }

  /**
   * Leaves open what labels are called, such as which cluster has the number 0: two places must
   * have the same label or two, as expected.
   */
  public ListExpectation<T> upToRelabelling() {
    return upTo(Freedom.LABELS);
  }

  private ListExpectation<T> upTo(Freedom freedom) {
    latest = new ElementComparison(latest.tolerance(), false, freedom);
    return this;
  }

  /** Exactly these elements, as often as they are given, in any order. */
  public ListExpectation<T> toHaveElements(List<? extends T> expected) {
    return judgeElements(expected, false);
  }

  /** Exactly these elements in this order. */
  public ListExpectation<T> toHaveElementsInOrder(List<? extends T> expected) {
    return judgeElements(expected, true);
  }

  /**
   * A condition.
   *
   * @param what what must hold, such as "no name comes twice"
   * @param holds whether it does; if it throws, the list is at fault
   */
  public ListExpectation<T> toSatisfy(String what, Predicate<? super List<T>> holds) {
    return judge(
        () -> {
          expected = Optional.empty();
          return unless(
              AnswerCode.compute(subject(), () -> holds.test(actual())),
              () -> ElementComparison.unsatisfied(subject(), what, actual()));
        });
  }

  @Override
  Compared compared() {
    return actualOrNull() == null
        ? Compared.value(null, latest.tolerance())
        : expected
            .map(list -> Compared.list(found(list), list, latest.tolerance(), latest.ordered()))
            .orElseGet(() -> Compared.value(actual(), latest.tolerance()));
  }

  /** The list in the form nearest to what was expected, so that what is open tells nothing. */
  private List<?> found(List<? extends T> wanted) {
    return (List<?>) latest.freedom().nearest(/* expected= */ actual(), /* actual= */ wanted);
  }

  /** Recognises these wrong elements, compared as the failed {@code to…} compared. */
  public ListExpectation<T> diagnose(String id, List<? extends T> wrong, String message) {
    return diagnosis(id, () -> latest.compare(subject(), wrong, actual()).isEmpty(), () -> message);
  }

  private ListExpectation<T> judgeElements(List<? extends T> wanted, boolean ordered) {
    return judge(
        () -> {
          expected = Optional.of(wanted);
          latest = new ElementComparison(latest.tolerance(), ordered, latest.freedom());
          return latest.compare(subject(), wanted, actual());
        });
  }
}
