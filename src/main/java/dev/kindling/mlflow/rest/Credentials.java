package dev.kindling.mlflow.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * What a request says of who sends it.
 *
 * @param authorization the value of the header, or an empty text for none
 */
public record Credentials(String authorization) {

  /** No user and no token. */
  public static final Credentials NONE = new Credentials("");

  /**
   * As Python's MLflow does: {@code MLFLOW_TRACKING_USERNAME} with {@code
   * MLFLOW_TRACKING_PASSWORD}, else {@code MLFLOW_TRACKING_TOKEN}, else none.
   */
  public static Credentials from(Map<String, String> environment) {
    String user = environment.getOrDefault("MLFLOW_TRACKING_USERNAME", "");
    String password = environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
    String token = environment.getOrDefault("MLFLOW_TRACKING_TOKEN", "");
    if (!user.isEmpty() && !password.isEmpty()) {
      return basic(user, password);
    }
    return token.isEmpty() ? NONE : bearer(token);
  }

  /** A user and a password. */
  public static Credentials basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Credentials("Basic " + Base64.getEncoder().encodeToString(both));
  }

  /** A token. */
  public static Credentials bearer(String token) {
    return new Credentials("Bearer " + token);
  }

  /** Says whether there are any, and never what they are. */
  @Override
  public String toString() {
    return authorization.isEmpty() ? "Credentials[none]" : "Credentials[hidden]";
  }
}
