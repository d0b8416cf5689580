package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a worker is waited for. */
@Timeout(120)
final class WorkerProcessIT {

  @Test
  void aSlowOneIsWaitedForAsLongAsItShowsSignsOfLife() throws Exception {
    try (WorkerProcess worker = FakeWorker.start("slow", 10)) {
      assertThat(worker.awaitReady().java()).isEqualTo("17");
      assertThat(worker.call(new WorkerRequest.Close())).isEqualTo(new WorkerReply.Closed());
      assertThat(worker.alive()).isTrue();
    }
  }

  @Test
  void aSilentOneIsEnded() throws Exception {
    try (WorkerProcess worker = FakeWorker.start("hanging", 10)) {
      worker.awaitReady();
      assertThat(catchThrowable(() -> worker.call(new WorkerRequest.Close())))
          .isInstanceOf(WorkerDiedException.class);
      assertThat(worker.alive()).isFalse();
    }
  }

  @Test
  void aCancelIsRepeatedUntilItIsHeard() throws Exception {
    try (WorkerProcess worker = FakeWorker.start("deaf to the first cancel", 60)) {
      worker.awaitReady();
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> thrown.set(catchThrowable(() -> worker.call(new WorkerRequest.Close()))));
      caller.start();
      caller.interrupt();
      caller.join();
      assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
      assertThat(worker.alive()).isTrue();
    }
  }
}
