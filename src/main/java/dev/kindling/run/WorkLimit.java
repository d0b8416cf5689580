package dev.kindling.run;

import dev.kindling.check.TimeSpent;
import java.util.concurrent.TimeUnit;

/**
 * The time limit of a call that runs on a thread of its own. It counts work ({@link WorkClock}),
 * and only that of the answer: what is prepared for a check costs nothing, and what the check
 * computes itself has a wide limit of its own, for an answer may return what nobody can finish.
 */
final class WorkLimit {

  /** How many times the answer's limit a check may take for itself. */
  private static final int FOR_THE_CHECK = 5;

  private final WorkClock clock = new WorkClock();
  private final Thread thread;
  private final AnswerLines lines;
  private final long limit;
  private long ofAnswer;
  private long ofCheck;

  /**
   * @param seconds what the answer may take
   * @param thread runs the call
   */
  WorkLimit(int seconds, Thread thread, AnswerLines lines) {
    this.limit = TimeUnit.SECONDS.toNanos(seconds);
    this.thread = thread;
    this.lines = lines;
  }

  /**
   * Whether the call has used up its limit. Meant to be asked again and again, by one thread.
   *
   * @param due when that thread meant to go on, by {@code System.nanoTime()}
   */
  boolean isUsedUp(long due) {
    long worked = clock.worked(due);
    if (worked > 0) {
      switch (spent()) {
        case ON_THE_ANSWER -> ofAnswer += worked;
        case ON_THE_CHECK -> ofCheck += worked;
        case ON_PREPARING -> {
          // Ours.
        }
      }
    }
    return ofAnswer >= limit || ofCheck >= FOR_THE_CHECK * limit;
  }

  private TimeSpent spent() {
    TimeSpent spent = TimeSpent.of(thread.getStackTrace());
    return spent == TimeSpent.ON_THE_CHECK && lines.anywhere().isPresent()
        ? TimeSpent.ON_THE_ANSWER
        : spent;
  }
}
