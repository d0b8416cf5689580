package dev.kindling.check;

import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Evidence;
import dev.kindling.check.compare.Mismatch;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a check expects of one value. A {@code to…} method compares at once and remembers a
 * mismatch; {@code diagnose} after it can then name the mistake. Once a {@code to…} of a chain has
 * failed, the later ones are not evaluated, and a {@code diagnose} counts only directly after the
 * {@code to…} that failed. The first diagnosis that matches wins.
 *
 * @param <S> the expectation itself, so that chains keep their type
 * @param <A> the type of the value
 */
public abstract class Expectation<S extends Expectation<S, A>, A> {

  private final CheckScope scope;
  private final @Nullable A actual;
  private final Facts facts = new Facts();
  private String subject = "the result";
  private boolean judged;
  private @Nullable String defaultHelp;
  private @Nullable CheckFailure failure;

  /** Whether the latest {@code to…} is the one that failed. */
  private boolean open;

  private boolean latestDiagnosisMatched;

  Expectation(@Nullable A actual) {
    this.scope = CheckScope.current();
    this.actual = actual;
    scope.begin(this);
  }

  /** Names what is judged, such as "the medians", for every message of this chain. */
  public final S as(String name) {
    subject = Objects.requireNonNull(name, "name");
    return self();
  }

  /**
   * Names a known mistake.
   *
   * @param id the name of the mistake, such as {@code fit-on-all-rows}
   * @param wrong whether the value shows this mistake; if it throws, it does not
   * @param message what was done, how the value shows it, what to do instead
   */
  public final S diagnose(String id, Predicate<? super A> wrong, String message) {
    return diagnosis(id, () -> wrong.test(actual), () -> message);
  }

  /** The same, with a message made from the value. */
  public final S diagnose(
      String id, Predicate<? super A> wrong, Function<? super A, String> message) {
    return diagnosis(id, () -> wrong.test(actual), () -> message.apply(actual));
  }

  /**
   * Gives the words about a mistake a number or a name to hold: {@code {limit}} in what a mistake
   * {@linkplain dev.kindling.lab.Mistake#says says} becomes this.
   *
   * @param name lower-case words, such as {@code limit}
   * @param value a text as it is, or a number
   */
  public final S fact(String name, Object value) {
    return fact(name, () -> value);
  }

  /** The same for what takes time to find out; asked for only when a comparison fails. */
  public final S fact(String name, Supplier<?> value) {
    facts.add(Objects.requireNonNull(name, "name"), value);
    return self();
  }

  /**
   * The next step for the learner. Before any {@code to…} it serves the whole chain; after one,
   * only if that one failed; directly after a {@code diagnose} that matched it takes precedence.
   */
  public final S help(String nextStep) {
    if (!judged) {
      defaultHelp = nextStep;
    } else if (failure != null && open && (latestDiagnosisMatched || failure.help() == null)) {
      remember(failure.helped(nextStep));
    }
    return self();
  }

  final S diagnosis(String id, BooleanSupplier matches, Supplier<String> message) {
    Objects.requireNonNull(id, "id");
    latestDiagnosisMatched = false;
    CheckFailure failed = failure;
    if (open
        && failed != null
        && failed.diagnosis() == null
        && quietly(() -> Optional.of(scope.aside(matches::getAsBoolean))).orElse(false)) {
      latestDiagnosisMatched = true;
      remember(
          failed.diagnosed(
              id, quietly(() -> Optional.ofNullable(scope.aside(message))).orElse(null)));
    }
    return self();
  }

  /** What some code finds; nothing if it throws. */
  private static <T> Optional<T> quietly(Supplier<Optional<T>> code) {
    try {
      return code.get();
    } catch (Throwable thrown) {
      if (AnswerCode.isFatal(thrown)) {
        throw AnswerCode.rethrow(thrown);
      }
      // The value is wrong already; that it is too odd to look into says nothing more.
      return Optional.empty();
    }
  }

  /** Makes one comparison, unless an earlier one of this chain failed. */
  final S judge(Supplier<Optional<Mismatch>> comparison) {
    judged = true;
    scope.judging();
    open = false;
    latestDiagnosisMatched = false;
    if (failure == null) {
      Optional<Mismatch> mismatch =
          actual == null && !judgesNull()
              ? Optional.of(
                  Mismatch.of("Expected a value for %s, but it is null.".formatted(subject)))
              : comparison.get();
      if (mismatch.isPresent()) {
        open = true;
        // A value too odd to keep is wrong all the same.
        Optional<Compared> compared = quietly(() -> Optional.of(compared()));
        remember(
            new CheckFailure(
                mismatch.get(),
                compared.map(seen -> new Evidence(scope.step(), subject, seen)),
                compared.map(seen -> facts.of(subject, seen)).orElse(Map.of()),
                defaultHelp));
      }
    }
    return self();
  }

  private void remember(CheckFailure latest) {
    failure = latest;
    scope.remember(latest);
  }

  /** What the comparison that has just failed looked at. */
  abstract Compared compared();

  /** Whether null is a value that can be compared. */
  boolean judgesNull() {
    return false;
  }

  /** Whether anything was compared. */
  boolean isJudged() {
    return judged;
  }

  /** The value that is compared; a null has failed before, unless {@link #judgesNull}. */
  final A actual() {
    return Objects.requireNonNull(actual, "A null is judged before it is looked at.");
  }

  final @Nullable A actualOrNull() {
    return actual;
  }

  final String subject() {
    return subject;
  }

  @SuppressWarnings("unchecked")
  final S self() {
    return (S) this;
  }

  /** The mismatch of a condition that does not hold. */
  static Optional<Mismatch> unless(boolean holds, Supplier<Mismatch> mismatch) {
    return holds ? Optional.empty() : Optional.of(mismatch.get());
  }
}
