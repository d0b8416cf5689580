package dev.kindling.run;

import dev.kindling.data.NoDataException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the calls of answers, and ends those that are being made. */
final class Calls {

  private static final Logger log = LoggerFactory.getLogger(Calls.class);

  private final LifeSigns signs;
  private final Set<TimedCall<?>> running = new HashSet<>();
  private volatile boolean cancelled;

  Calls(LifeSigns signs) {
    this.signs = signs;
  }

  /** Something new begins; what was cancelled before is over. */
  void begin() {
    cancelled = false;
  }

  /** Ends the calls that are made now, and those that follow until the next beginning. */
  synchronized void cancel() {
    cancelled = true;
    running.forEach(TimedCall::cancel);
  }

  boolean isCancelled() {
    return cancelled;
  }

  /**
   * Makes a call as a session's.
   *
   * @param seconds the limit, as work of the answer
   * @throws NoDataException when there is no data to call it with
   */
  <T> TimedCall.Ended<T> make(String name, int seconds, AnswerSession session, Callable<T> work)
      throws InterruptedException {
    TimedCall<T> call =
        new TimedCall<>("answer: " + name, session.loader(), () -> session.within(work));
    enter(call);
    try {
      TimedCall.Ended<T> ended = call.run(seconds, session.spark().sparkContext(), session.lines());
      NoDataException.rethrow(ended.value() instanceof Throwable thrown ? thrown : ended.error());
      return ended;
    } finally {
      leave(call);
      log.debug("{} ended", name);
    }
  }

  private synchronized void enter(TimedCall<?> call) {
    running.add(call);
    if (cancelled) {
      call.cancel();
    }
    signs.beginLimited();
  }

  /** Each call keeps a limit of its own; the step's counts when the last one is over. */
  private synchronized void leave(TimedCall<?> call) {
    running.remove(call);
    if (running.isEmpty()) {
      signs.begin(Worker.STEP_SECONDS);
    }
  }
}
