package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who watches the sample lab. */
final class WatchClient implements AutoCloseable {

  private static final long LIMIT_SECONDS = 60;

  private final KindlingService service;
  private final BlockingQueue<GradeEvent> events = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile Throwable problem;

  WatchClient(KindlingService service) {
    this.service = service;
    thread =
        new Thread(
            () -> {
              try {
                service.watch("day9/sample", GradeRequest.HOME_SEED, events::add);
              } catch (InterruptedException | RuntimeException e) {
                problem = e;
              }
            },
            "watch-client");
    thread.start();
  }

  GradeEvent next() throws InterruptedException {
    GradeEvent event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    assertThat(event).as("no event came (%s)", problem).isNotNull();
    return event;
  }

  /** The events up to the next of a kind, that one included. */
  List<GradeEvent> until(Class<? extends GradeEvent> kind) throws InterruptedException {
    List<GradeEvent> seen = new ArrayList<>();
    do {
      seen.add(next());
      if (seen.get(seen.size() - 1) instanceof GradeEvent.Fault) {
        assertThat(kind).as("%s", seen).isEqualTo(GradeEvent.Fault.class);
      }
    } while (!kind.isInstance(seen.get(seen.size() - 1)));
    return seen;
  }

  /** The result of the run that ends next. */
  LabResult result() throws InterruptedException {
    List<GradeEvent> seen = until(GradeEvent.Finished.class);
    return ((GradeEvent.Finished) seen.get(seen.size() - 1)).result();
  }

  /** What came and was not looked at. */
  List<GradeEvent> rest() {
    List<GradeEvent> rest = new ArrayList<>();
    events.drainTo(rest);
    return rest;
  }

  /** Ends as the command does, when the user presses q. */
  void interrupt() throws InterruptedException {
    thread.interrupt();
    thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
    assertThat(thread.isAlive()).isFalse();
    assertThat(problem).isInstanceOf(InterruptedException.class);
  }

  /** Hangs up, as a command does that is killed. */
  @Override
  public void close() throws InterruptedException {
    service.close();
    thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
    assertThat(thread.isAlive()).isFalse();
  }
}
