package dev.kindling.mlflow.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * The address of a tracking server, without a slash at its end.
 *
 * @param base such as {@code http://127.0.0.1:5000}
 */
public record TrackingUri(String base) {

  /** The variable that names the server, for every MLflow client. */
  public static final String VARIABLE = "MLFLOW_TRACKING_URI";

  /**
   * Checks an address.
   *
   * @throws MlflowException when it is not that of a server
   */
  public TrackingUri {
    String text = base == null ? "" : base.strip();
    String host;
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme();
      boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
      host =
          web && uri.getRawQuery() == null && uri.getRawFragment() == null ? uri.getHost() : null;
      if (uri.getRawUserInfo() != null) {
        throw MlflowException.of(
            "The tracking URI holds a user's name: set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD instead.");
      }
    } catch (URISyntaxException e) {
      host = null;
    }
    if (host == null) {
      throw MlflowException.of(
          "The tracking URI '%s' is not the address of a server: give one such as 'http://127.0.0.1:5000'."
              .formatted(text));
    }
    while (text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    base = text;
  }

  /**
   * The address in {@code MLFLOW_TRACKING_URI}.
   *
   * @throws MlflowException when there is none
   */
  public static TrackingUri from(Map<String, String> environment) {
    String said = environment.getOrDefault(VARIABLE, "");
    if (said.isBlank()) {
      throw MlflowException.of(
          "MLFLOW_TRACKING_URI is not set: set it to the address of a tracking server, such as 'http://127.0.0.1:5000'.");
    }
    return new TrackingUri(said);
  }

  @Override
  public String toString() {
    return base;
  }
}
