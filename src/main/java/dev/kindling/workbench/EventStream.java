package dev.kindling.workbench;

import dev.kindling.result.GradeEvent;
import dev.kindling.result.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of events on a thread of its own: a read from a socket cannot be interrupted,
 * waiting for it can.
 */
final class EventStream implements AutoCloseable {

  /** What the reader found: an event, the end, or what broke it. */
  private record Found(@Nullable GradeEvent event, @Nullable IOException problem) {}

  private final HttpURLConnection connection;
  private final BlockingQueue<Found> found = new LinkedBlockingQueue<>();

  /**
   * @param connection connected, with the request sent
   */
  EventStream(HttpURLConnection connection) {
    this.connection = connection;
    Thread reader = new Thread(this::read, "workbench-events");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        found.add(new Found(Json.read(line, GradeEvent.class), null));
      }
      found.add(new Found(null, null));
    } catch (IOException e) {
      found.add(new Found(null, e));
    }
  }

  /**
   * The next event, or null at the end.
   *
   * @throws IOException when the stream broke off
   */
  @Nullable GradeEvent next() throws InterruptedException, IOException {
    Found next = found.take();
    if (next.problem() != null) {
      throw next.problem();
    }
    return next.event();
  }

  /** Hangs up; the workbench notices at its next event. */
  @Override
  public void close() {
    connection.disconnect();
  }
}
