package day2.registry.checks;

import dev.kindling.mlflow.TrackingRelay;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A server that needs a while to make a version, as a busy one does: it stands before the real one,
 * passes everything on, and says {@code PENDING_REGISTRATION} of versions until it has been asked
 * for them a few times after the creation.
 */
final class SlowRegistry implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("(\"status\"\\s*:\\s*)\"READY\"");
  private static final int ASKED_IN_VAIN = 1;
  private static final String PENDING = "PENDING_REGISTRATION";

  private final String outcome;
  private final TrackingRelay relay;

  private boolean created;
  private int asked;
  private boolean outcomeTold;

  private SlowRegistry(String target, String outcome) {
    this.outcome = outcome;
    this.relay = new TrackingRelay(target, (path, request, answer) -> delayed(path, answer));
  }

  /**
   * Stands before a server.
   *
   * @param outcome what becomes of a version in the end: {@code READY} or {@code
   *     FAILED_REGISTRATION}
   */
  static SlowRegistry before(String trackingUri, String outcome) {
    return new SlowRegistry(trackingUri, outcome);
  }

  /** Where it is; what a task is handed. */
  String uri() {
    return relay.uri();
  }

  /** The status of the version as it was told last. */
  synchronized String lastStatus() {
    return outcomeTold ? outcome : PENDING;
  }

  private synchronized byte[] delayed(String path, byte[] body) {
    boolean creation = path.endsWith("/model-versions/create");
    if (!creation && !path.contains("/model-versions/") && !path.contains("/registered-models/")) {
      return body;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    if (!READY.matcher(text).find()) {
      return body;
    }
    if (!creation && created && asked++ >= ASKED_IN_VAIN) {
      outcomeTold = true;
      return said(text, outcome);
    }
    created |= creation;
    return said(text, PENDING);
  }

  private static byte[] said(String text, String status) {
    return READY.matcher(text).replaceAll("$1\"" + status + "\"").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    relay.close();
  }
}
