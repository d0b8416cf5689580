package dev.kindling.check;

import dev.kindling.data.GeneratedData;
import dev.kindling.data.Truths;
import java.util.Set;

/** On whose account the time of a running check goes, told from where its thread is. */
public enum TimeSpent {
  /** A call of the answer, or a computation on what it returned. */
  ON_THE_ANSWER,
  /** What the check computes itself. */
  ON_THE_CHECK,
  /** What is made for the check: its datasets, its parameters. */
  ON_PREPARING;

  private static final Set<String> ANSWER =
      Set.of(Answers.class.getName(), AnswerCalls.class.getName(), AnswerCode.class.getName());
  private static final Set<String> PREPARING =
      Set.of(Injection.class.getName(), GeneratedData.class.getName(), Truths.class.getName());

  /**
   * Decides by the innermost call that tells: an answer may be called by what is prepared, and a
   * dataset made in the middle of a computation.
   *
   * @param stack the thread's stack, innermost call first
   */
  public static TimeSpent of(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (ANSWER.contains(frame.getClassName())) {
        return ON_THE_ANSWER;
      }
      if (PREPARING.contains(frame.getClassName())) {
        return ON_PREPARING;
      }
    }
    return ON_THE_CHECK;
  }
}
