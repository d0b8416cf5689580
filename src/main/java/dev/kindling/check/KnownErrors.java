package dev.kindling.check;

import dev.kindling.check.compare.Mismatch;
import dev.kindling.check.errors.ErrorTranslator;
import dev.kindling.check.errors.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/**
 * The errors by which a check recognises mistakes: what {@code diagnose} is to a wrong value, this
 * is to an answer that throws, at once or when Spark computes what it returned.
 *
 * <pre>{@code
 * private static final KnownErrors ERRORS =
 *     KnownErrors.none()
 *         .diagnose("null-unboxed", error -> error.is(NullPointerException.class), "A rating is …");
 *
 * ERRORS.during(() -> expect(lab.withStars(ratings)).toHaveRows(stars));
 * }</pre>
 *
 * <p>An error that no diagnosis recognises stays the {@link AnswerError} that it is, and a task
 * that is still to do stays a {@link TodoError}. Immutable.
 */
public final class KnownErrors {

  private static final ErrorTranslator WORDS = new ErrorTranslator(name -> false);

  private final List<Known> known;

  private record Known(
      String id, Predicate<Thrown> matches, Function<? super Thrown, String> message) {}

  private KnownErrors(List<Known> known) {
    this.known = List.copyOf(known);
  }

  /** Knows no error yet. */
  public static KnownErrors none() {
    return new KnownErrors(List.of());
  }

  /**
   * Names a known mistake. The first diagnosis that matches wins.
   *
   * @param id the name of the mistake, such as {@code null-unboxed}
   * @param matches whether the error shows this mistake; if it throws, it does not
   * @param message what was done, how the error shows it, what to do instead
   */
  public KnownErrors diagnose(String id, Predicate<Thrown> matches, String message) {
    Objects.requireNonNull(message, "message");
    return diagnose(id, matches, error -> message);
  }

  /** The same, with a message made from the error. */
  public KnownErrors diagnose(
      String id, Predicate<Thrown> matches, Function<? super Thrown, String> message) {
    Objects.requireNonNull(id, "id");
    List<Known> more = new ArrayList<>(known);
    more.add(new Known(id, matches, message));
    return new KnownErrors(more);
  }

  /** These errors and, after them, others. */
  public KnownErrors or(KnownErrors others) {
    List<Known> more = new ArrayList<>(known);
    more.addAll(others.known);
    return new KnownErrors(more);
  }

  /**
   * Runs a part of a check.
   *
   * @throws CheckFailure if the answer throws an error that is known here; its cause is that error
   * @throws AnswerError if it throws another one
   */
  public void during(CheckScope.Body part) {
    try {
      part.run();
    } catch (Throwable thrown) {
      Throwable error = AnswerCode.unwrapped(thrown);
      throw AnswerCode.rethrow(
          error instanceof AnswerError failed && !(failed instanceof TodoError)
              ? recognised(failed)
              : error);
    }
  }

  private Throwable recognised(AnswerError error) {
    Thrown thrown = Thrown.of(error);
    for (Known mistake : known) {
      if (matches(mistake, thrown)) {
        CheckFailure failure =
            new CheckFailure(
                Mismatch.of(said(error, thrown)),
                Optional.of(error.evidence(CheckScope.current().nextStep())),
                Map.of(),
                mistake.id(),
                mistake.message().apply(thrown),
                null);
        failure.initCause(error);
        return failure;
      }
    }
    return error;
  }

  /** In words where there are some; else briefly, since the diagnosis says the rest. */
  private static String said(AnswerError error, Thrown thrown) {
    Translation words = WORDS.translate(error);
    if (words.rule().isPresent()) {
      return words.said();
    }
    Throwable cause = thrown.links().get(thrown.links().size() - 1);
    String what = error.getMessage().split(": ", 2)[0];
    String type = cause.getClass().getSimpleName();
    return what.contains(type) ? what + "." : "%s with %s.".formatted(what, type);
  }

  private static boolean matches(Known mistake, Thrown thrown) {
    try {
      return mistake.matches().test(thrown);
    } catch (RuntimeException e) {
      // An error too odd to look into is not the one that the diagnosis means.
      return false;
    }
  }

  /**
   * An error with everything that caused it.
   *
   * @param links the error itself first, the deepest cause last
   */
  public record Thrown(List<Throwable> links) {

    private static final int DEEPEST = 100;

    public Thrown {
      links = List.copyOf(links);
    }

    static Thrown of(Throwable error) {
      List<Throwable> links = new ArrayList<>();
      for (Throwable link = error;
          link != null && links.size() < DEEPEST && !links.contains(link);
          link = link.getCause()) {
        links.add(link);
      }
      return new Thrown(links);
    }

    /** Whether the error or a cause of it is of this type. */
    public boolean is(Class<? extends Throwable> type) {
      return links.stream().anyMatch(type::isInstance);
    }

    /**
     * Whether Spark calls the error or a cause of it so, such as {@code UNRESOLVED_ROUTINE}; the
     * name of a group of conditions stands for all of them.
     */
    public boolean hasCondition(String condition) {
      return links.stream()
          .map(link -> link instanceof SparkThrowable spark ? spark.getCondition() : null)
          .filter(Objects::nonNull)
          .anyMatch(found -> found.equals(condition) || found.startsWith(condition + "."));
    }

    /** Whether one of the messages contains a match of this regular expression. */
    public boolean says(String regex) {
      return matcher(regex).isPresent();
    }

    /** The first group of the first match of this regular expression in one of the messages. */
    public Optional<String> group(String regex) {
      return matcher(regex).map(found -> found.group(1));
    }

    /**
     * Whether a class or package is on the stack of the deepest cause, so that the error came about
     * in a call that it made.
     */
    public boolean passedThrough(String prefix) {
      for (StackTraceElement frame : links.get(links.size() - 1).getStackTrace()) {
        if (frame.getClassName().startsWith(prefix)) {
          return true;
        }
      }
      return false;
    }

    private Optional<Matcher> matcher(String regex) {
      Pattern pattern = Pattern.compile(regex);
      return links.stream()
          .map(Throwable::getMessage)
          .filter(Objects::nonNull)
          .map(pattern::matcher)
          .filter(Matcher::find)
          .findFirst();
    }
  }
}
