package dev.kindling.check;

/** The learner has not begun this task: the starter's {@code TODO} is still there. */
public final class TodoError extends AnswerError {

  TodoError(String message, Throwable cause, String method, int task) {
    super(message, cause, method, task);
  }
}
