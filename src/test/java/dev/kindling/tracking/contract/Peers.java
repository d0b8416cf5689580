package dev.kindling.tracking.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The real MLflow that tests compare with may still be on its way while other tests run: {@code
 * KINDLING_PEERS} then names the file that says that all is there that can be had.
 */
final class Peers {

  private static final Duration MOST = Duration.ofMinutes(30);

  private Peers() {}

  /** Waits for that file; returns at once where nothing is on its way. */
  static void await() {
    String file = System.getenv("KINDLING_PEERS");
    if (file == null || file.isBlank()) {
      return;
    }
    long end = System.nanoTime() + MOST.toNanos();
    try {
      while (!Files.exists(Path.of(file))) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("'%s' did not come in %s.".formatted(file, MOST));
        }
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for '%s'.".formatted(file), e);
    }
  }
}
