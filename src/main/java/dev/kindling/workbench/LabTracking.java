package dev.kindling.workbench;

import dev.kindling.result.Reason;
import dev.kindling.tracking.TrackingServer;
import dev.kindling.tracking.TrackingSettings;
import dev.kindling.tracking.store.StoreException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The tracking server that labs use: the one that {@code MLFLOW_TRACKING_URI} names, or else one of
 * the workbench's own, started when a lab first needs it.
 */
final class LabTracking implements AutoCloseable {

  private static final String VARIABLE = "MLFLOW_TRACKING_URI";
  private static final int PATIENCE_MILLIS = 3_000;

  private final Path folder;
  private final String chosen;
  private @Nullable TrackingServer own;

  LabTracking(Home home) {
    this(home.tracking(), chosen());
  }

  /**
   * @param folder where an own server keeps its store and its artifacts
   * @param chosen the address of another server, or an empty text
   */
  LabTracking(Path folder, String chosen) {
    this.folder = folder;
    this.chosen = chosen;
  }

  /** The server that the environment names, or an empty text. */
  static String chosen() {
    String uri = System.getenv(VARIABLE);
    return uri == null ? "" : uri.strip().replaceFirst("/+$", "");
  }

  /**
   * Where the server is; it answers.
   *
   * @throws NoTrackingException when there is none
   */
  synchronized String uri() {
    if (!chosen.isEmpty()) {
      requireAnswer();
      return chosen;
    }
    if (own == null) {
      own = start();
    }
    return own.uri();
  }

  /** Where the server is, or null while none was needed. */
  synchronized @Nullable String known() {
    if (!chosen.isEmpty()) {
      return chosen;
    }
    return own == null ? null : own.uri();
  }

  private TrackingServer start() {
    try {
      return TrackingServer.start(
          new TrackingSettings(0, folder.resolve("mlflow.db"), folder.resolve("artifacts")));
    } catch (StoreException e) {
      throw new NoTrackingException(Reason.of(e), e);
    }
  }

  private void requireAnswer() {
    if (!chosen.startsWith("http://") && !chosen.startsWith("https://")) {
      throw new NoTrackingException(
          "%s is '%s': set it to the address of a server, such as http://127.0.0.1:5000, or unset it to use Kindling's own."
              .formatted(VARIABLE, chosen),
          null);
    }
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(chosen + "/health").toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.getResponseCode();
      connection.disconnect();
    } catch (IOException | IllegalArgumentException e) {
      throw new NoTrackingException(
          "%s is '%s', and no server answers there: start it, or unset the variable to use Kindling's own."
              .formatted(VARIABLE, chosen),
          e);
    }
  }

  @Override
  public synchronized void close() {
    if (own != null) {
      own.close();
      own = null;
    }
  }
}
