package dev.kindling.check;

import dev.kindling.check.compare.CellText;
import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.EntryComparison;
import dev.kindling.check.compare.Mismatch;
import dev.kindling.check.compare.StateChange;
import dev.kindling.check.compare.Tolerance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a check expects of a map.
 *
 * @param <K> the type of its keys
 * @param <V> the type of its values
 */
public final class MapExpectation<K, V> extends Expectation<MapExpectation<K, V>, Map<K, V>> {

  private @Nullable Map<? extends K, ? extends V> expected;
  private @Nullable Map<?, ?> before;
  private EntryComparison comparison = new EntryComparison(Tolerance.DEFAULT);

  MapExpectation(Map<K, V> actual) {
    super(actual);
  }

  /** How far numeric values may be off. */
  public MapExpectation<K, V> within(double distance) {
    comparison = new EntryComparison(Tolerance.within(distance));
    return this;
  }

  /**
   * Says what the entries were before the answer ran, where they are a state that it found: what is
   * wrong afterwards was disturbed by it or left untouched, and the learner is told which.
   */
  public MapExpectation<K, V> since(Map<?, ?> found) {
    before = new LinkedHashMap<>(found);
    return this;
  }

  /** Exactly these entries. */
  public MapExpectation<K, V> toHaveEntries(Map<? extends K, ? extends V> wanted) {
    judge(
        () -> {
          expected = wanted;
          return comparison.compare(subject(), wanted, actual());
        });
    Map<?, ?> found = before;
    if (found != null) {
      recognise("disturbed", () -> change(found, wanted).disturbed());
      recognise("untouched", () -> change(found, wanted).untouched());
    }
    return this;
  }

  private StateChange change(Map<?, ?> found, Map<?, ?> wanted) {
    return new StateChange(found, wanted, actual(), comparison.tolerance());
  }

  private void recognise(String id, Supplier<Optional<String>> words) {
    diagnosis(id, () -> words.get().isPresent(), () -> words.get().orElseThrow());
  }

  @Override
  Compared compared() {
    return expected == null || actualOrNull() == null
        ? Compared.value(actualOrNull(), comparison.tolerance())
        : comparison.compared(expected, actual());
  }

  /**
   * A condition.
   *
   * @param what what must hold, such as "every key is a column"
   * @param holds whether it does; if it throws, the map is at fault
   */
  public MapExpectation<K, V> toSatisfy(String what, Predicate<? super Map<K, V>> holds) {
    return judge(
        () -> {
          expected = null;
          return unless(
              AnswerCode.compute(subject(), () -> holds.test(actual())),
              () ->
                  new Mismatch(
                      "Expected of %s: %s.".formatted(subject(), what),
                      null,
                      CellText.quoted(actual())));
        });
  }

  /** Recognises these wrong entries, with the same tolerance. */
  public MapExpectation<K, V> diagnose(
      String id, Map<? extends K, ? extends V> wrong, String message) {
    return diagnosis(
        id, () -> comparison.compare(subject(), wrong, actual()).isEmpty(), () -> message);
  }
}
