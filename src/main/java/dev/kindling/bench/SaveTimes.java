package dev.kindling.bench;

import dev.kindling.lab.TaskInfo;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.LabResult;
import dev.kindling.result.Reason;
import dev.kindling.workbench.KindlingService;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Saves under a watch and times what comes back. */
final class SaveTimes implements AutoCloseable {

  private static final long LIMIT_SECONDS = 120;

  /** An event with the time it came at. */
  private record Timed(GradeEvent event, long at) {}

  /**
   * From a save to its verdicts, in milliseconds.
   *
   * @param task to the verdict of the edited task
   * @param whole to the last verdict
   */
  record Times(double task, double whole) {}

  private final BenchCheckout checkout;
  private final KindlingService service;
  private final BlockingQueue<Timed> events = new LinkedBlockingQueue<>();
  private final Thread watch;

  SaveTimes(BenchCheckout checkout, KindlingService service) throws InterruptedException {
    this.checkout = checkout;
    this.service = service;
    this.watch = new Thread(this::watch, "bench-watch");
    watch.setDaemon(true);
    watch.start();
    awaitFinished();
  }

  private void watch() {
    try {
      service.watch(
          checkout.folder().id().toString(),
          42,
          event -> events.add(new Timed(event, System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (dev.kindling.workbench.ServiceLostException closed) {
      events.add(new Timed(new GradeEvent.Fault(Reason.of(closed), false), System.nanoTime()));
    }
  }

  /** Edits a task's method, saves, and waits for every verdict. */
  Times save(TaskInfo task) throws IOException, InterruptedException {
    events.clear();
    long saved = checkout.edit(task);
    long verdict = 0;
    while (true) {
      Timed next = next();
      if (next.event() instanceof GradeEvent.TaskDone done
          && done.result().task() == task.number()) {
        verdict = next.at();
      }
      if (next.event() instanceof GradeEvent.Finished finished) {
        check(finished.result());
        return new Times((verdict - saved) / 1e6, (next.at() - saved) / 1e6);
      }
    }
  }

  private void awaitFinished() throws InterruptedException {
    while (true) {
      if (next().event() instanceof GradeEvent.Finished finished) {
        check(finished.result());
        return;
      }
    }
  }

  private static void check(LabResult result) {
    if (!result.passed()) {
      throw new IllegalStateException("The bench's answer must pass, but it came to " + result);
    }
  }

  private Timed next() throws InterruptedException {
    Timed next = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("No verdict came within %d s.".formatted(LIMIT_SECONDS));
    }
    if (next.event() instanceof GradeEvent.Fault fault) {
      throw new IllegalStateException(fault.message());
    }
    return next;
  }

  @Override
  public void close() {
    watch.interrupt();
    service.close();
  }
}
