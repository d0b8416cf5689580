package dev.kindling.workbench;

import dev.kindling.result.GradeEvent;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Notices that a caller went away while there is nothing to tell: sends a beat now and then, and
 * interrupts the work when nobody takes it, so that a run of minutes does not outlive its Ctrl-C.
 */
final class Pulse implements AutoCloseable {

  private static final long BEAT_SECONDS = 1;

  private final Consumer<GradeEvent> caller;
  private final Thread working = Thread.currentThread();
  private final ScheduledFuture<?> beats;
  private boolean over;

  /**
   * Begins; the calling thread does the work.
   *
   * @param timer sends the beats
   * @param caller takes events, and throws {@link CallerGoneException} once it is gone
   */
  Pulse(ScheduledExecutorService timer, Consumer<GradeEvent> caller) {
    this.caller = caller;
    this.beats =
        timer.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** Hands an event to the caller; events and beats come from several threads. */
  synchronized void tell(GradeEvent event) {
    caller.accept(event);
  }

  private synchronized void beat() {
    if (!over) {
      try {
        caller.accept(new GradeEvent.Beat());
      } catch (CallerGoneException gone) {
        over = true;
        working.interrupt();
      }
    }
  }

  /** Ends; the thread is free for other work, and not interrupted. */
  @Override
  public void close() {
    beats.cancel(false);
    synchronized (this) {
      over = true;
    }
    Thread.interrupted();
  }
}
