package dev.kindling.check;

import dev.kindling.check.compare.Evidence;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer under judgement failed to give a result: it threw, it returned nothing, or what it
 * returned cannot be computed. Never a fault of the checks.
 *
 * <p>The message is one sentence; the cause, where there is one, is what the answer itself threw.
 */
public sealed class AnswerError extends RuntimeException permits TodoError {

  private final @Nullable String method;
  private final int task;
  private int step = 1;

  /** An error that belongs to no single method, such as a frame that Spark cannot compute. */
  public AnswerError(String message, @Nullable Throwable cause) {
    this(message, cause, null, 0);
  }

  AnswerError(String message, @Nullable Throwable cause, @Nullable String method, int task) {
    super(message, cause);
    this.method = method;
    this.task = task;
  }

  /** Says before which comparison of the check, counted from 1, the error came about. */
  void cameAt(int nextStep) {
    step = nextStep;
  }

  /** The error as something that another answer's can be held against. */
  public Evidence evidence() {
    return evidence(step);
  }

  Evidence evidence(int nextStep) {
    return ErrorEvidence.of(nextStep, this);
  }

  /** The contract's method that was called, if it failed during the call. */
  public Optional<String> method() {
    return Optional.ofNullable(method);
  }

  /** The task of that method; 0 if none is known. */
  public int task() {
    return task;
  }

  /** Each is made with a message. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage(), "message");
  }
}
