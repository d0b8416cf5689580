package dev.kindling.check;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;

/**
 * Runs code whose failure is the learner's: a call of the answer, or a computation on what it
 * returned.
 */
final class AnswerCode {

  private AnswerCode() {}

  /** Runs a computation on a result; {@code what} completes "Computing … failed". */
  static <T> T compute(String what, ThrowingSupplier<T> code) {
    try {
      return code.get();
    } catch (Throwable thrown) {
      Throwable cause = unwrapped(thrown);
      if (cause instanceof AnswerError || cause instanceof AssertionError || isFatal(cause)) {
        throw rethrow(cause);
      }
      throw new AnswerError("Computing %s failed: %s".formatted(what, firstLine(cause)), cause);
    }
  }

  /**
   * Whether an error is about the machine or the run, not about the answer: out of memory, a thread
   * that is being stopped. A stack overflow is an answer that calls itself for ever.
   */
  static boolean isFatal(Throwable thrown) {
    return thrown instanceof InterruptedException
        || thrown instanceof ThreadDeath
        || (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError));
  }

  /** What was thrown, without the wrappers that reflection puts around it. */
  static Throwable unwrapped(Throwable thrown) {
    Throwable inner = thrown;
    while ((inner instanceof InvocationTargetException
            || inner instanceof UndeclaredThrowableException)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  /** The first line of what it says, with its class where that helps; never empty. */
  static String firstLine(Throwable thrown) {
    String message = thrown.getMessage();
    String name = thrown.getClass().getSimpleName();
    if (message == null || message.isBlank()) {
      return name + ".";
    }
    String line = message.strip().lines().findFirst().orElse("").strip();
    String sentence = line.length() > 300 ? line.substring(0, 299) + "…" : line;
    return name + ": " + sentence;
  }

  /** Throws anything, checked or not; declared to return so that callers can write a throw. */
  static RuntimeException rethrow(Throwable thrown) {
    throw AnswerCode.<RuntimeException>sneaky(thrown);
  }

  // The type that the caller names is the whole trick: no cast is checked, so anything is thrown.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
