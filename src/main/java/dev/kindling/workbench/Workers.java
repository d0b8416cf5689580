package dev.kindling.workbench;

import dev.kindling.run.protocol.WorkerReply;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps one worker ready: starts it early, replaces it when it died or was marked unfit. */
final class Workers implements AutoCloseable {

  private final Supplier<WorkerProcess> launcher;
  private @Nullable WorkerProcess worker;
  private WorkerReply.@Nullable Ready versions;

  Workers(Supplier<WorkerProcess> launcher) {
    this.launcher = launcher;
  }

  /** Starts a worker unless one lives; does not wait for Spark. */
  synchronized WorkerProcess start() {
    if (worker == null || !worker.alive()) {
      worker = launcher.get();
    }
    return worker;
  }

  /** A worker whose Spark is up. */
  WorkerProcess ready(Consumer<String> working) throws InterruptedException, WorkerDiedException {
    WorkerProcess current = start();
    if (!current.isReady()) {
      working.accept("starting Spark");
    }
    WorkerReply.Ready up = current.awaitReady();
    synchronized (this) {
      versions = up;
    }
    return current;
  }

  /** Ends the worker and starts another at once. */
  synchronized void replace() {
    if (worker != null) {
      worker.kill();
    }
    worker = launcher.get();
  }

  /** The living worker, or null. */
  synchronized @Nullable WorkerProcess current() {
    return worker != null && worker.alive() ? worker : null;
  }

  /** What the last worker said of itself, or null before any was up. */
  synchronized WorkerReply.@Nullable Ready versions() {
    return versions;
  }

  @Override
  public synchronized void close() {
    if (worker != null) {
      worker.close();
    }
  }
}
