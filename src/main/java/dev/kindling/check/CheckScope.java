package dev.kindling.check;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of one check on one thread. It remembers the failure of the latest expectation until the
 * expectations that follow the failed comparison have had their say about its cause, and it throws
 * that failure when the next expectation begins or the check ends.
 */
public final class CheckScope {

  /** A check's code. */
  @FunctionalInterface
  public interface Body {
    void run() throws Throwable;
  }

  private static final ThreadLocal<CheckScope> CURRENT = new ThreadLocal<>();

  private @Nullable CheckFailure pending;
  private @Nullable Expectation<?, ?> latest;
  private int judged;

  private CheckScope() {}

  /**
   * Runs a check, and throws its failure if it has one. A remembered failure wins over whatever the
   * check threw after it, which is then suppressed in it: what comes after a wrong result is often
   * only its consequence. Out of memory and interruption win over everything.
   *
   * @throws IllegalStateException if the check compared nothing: it would pass any answer
   */
  public static void run(Body check) throws Throwable {
    CheckScope outer = CURRENT.get();
    CheckScope scope = new CheckScope();
    CURRENT.set(scope);
    try {
      scope.runAndSettle(check);
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  private void runAndSettle(Body check) throws Throwable {
    try {
      check.run();
    } catch (Throwable thrown) {
      Throwable error = winner(AnswerCode.unwrapped(thrown));
      if (error instanceof AnswerError failed) {
        failed.cameAt(nextStep());
      }
      throw error;
    }
    settle();
    if (judged == 0) {
      throw new IllegalStateException(
          "This check compares nothing, so it would pass any answer: add an expect(…) with a to….");
    }
  }

  private Throwable winner(Throwable thrown) {
    if (pending == null) {
      return thrown;
    }
    if (AnswerCode.isFatal(thrown)) {
      thrown.addSuppressed(pending);
      return thrown;
    }
    pending.addSuppressed(thrown);
    return pending;
  }

  /** The scope of the check that this thread runs. */
  static CheckScope current() {
    CheckScope scope = CURRENT.get();
    if (scope == null) {
      throw new IllegalStateException(
          "expect(…) was called outside a check, so nothing would report its failure: "
              + "call it in a method with @Check, on the thread that runs the check.");
    }
    return scope;
  }

  /** Throws what is remembered; called before anything new is expected. */
  void settle() {
    if (pending != null) {
      CheckFailure failure = pending;
      pending = null;
      latest = null;
      throw failure;
    }
    if (latest != null && !latest.isJudged()) {
      throw new IllegalStateException(
          "An expect(…) of this check has no to… after it, so it compares nothing: "
              + "say what %s must be.".formatted(latest.subject()));
    }
  }

  void begin(Expectation<?, ?> expectation) {
    settle();
    latest = expectation;
  }

  void judging() {
    judged++;
  }

  /** The number of the latest comparison, from 1. */
  int step() {
    return judged;
  }

  /** The number of the comparison that would come next. */
  int nextStep() {
    return judged + 1;
  }

  void remember(CheckFailure failure) {
    pending = failure;
  }

  /**
   * Asks a question about a value that has failed. It may use the answer again, so what is
   * remembered must neither be thrown meanwhile nor be lost.
   */
  <T> T aside(Supplier<T> question) {
    CheckFailure failure = pending;
    Expectation<?, ?> judging = latest;
    pending = null;
    latest = null;
    try {
      return question.get();
    } finally {
      pending = failure;
      latest = judging;
    }
  }
}
