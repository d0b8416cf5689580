package dev.kindling.run;

import dev.kindling.data.NoDataException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the calls of answers, one at a time, and ends the one that is being made. */
final class Calls {

  private static final Logger log = LoggerFactory.getLogger(Calls.class);

  private final LifeSigns signs;
  private final AtomicReference<TimedCall<?>> running = new AtomicReference<>();
  private volatile boolean cancelled;

  Calls(LifeSigns signs) {
    this.signs = signs;
  }

  /** Something new begins; what was cancelled before is over. */
  void begin() {
    cancelled = false;
  }

  /** Ends the call that is made now, and those that follow until the next beginning. */
  void cancel() {
    cancelled = true;
    TimedCall<?> call = running.get();
    if (call != null) {
      call.cancel();
    }
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
    running.set(call);
    if (cancelled) {
      call.cancel();
    }
    signs.beginLimited();
    try {
      TimedCall.Ended<T> ended = call.run(seconds, session.spark().sparkContext(), session.lines());
      NoDataException.rethrow(ended.value() instanceof Throwable thrown ? thrown : ended.error());
      return ended;
    } finally {
      signs.begin(Worker.STEP_SECONDS);
      running.set(null);
      log.debug("{} ended", name);
    }
  }
}
