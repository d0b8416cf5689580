package dev.kindling.mlflow.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Turns what a server answers, or that it does not, into one sentence and what to do next. */
final class Refusals {

  private static final int LONGEST = 500;
  private static final String START =
      "Start one with './lab mlflow', or set MLFLOW_TRACKING_URI to the address of one that runs.";

  private final TrackingUri server;
  private final ObjectMapper json;

  Refusals(TrackingUri server, ObjectMapper json) {
    this.server = server;
    this.json = json;
  }

  /** An answer other than success. */
  MlflowException answered(String method, String path, int status, String body) {
    JsonNode answer = parsed(body);
    String code = answer.path("error_code").asText(MlflowException.NO_CODE);
    String said = answer.path("message").asText(answer.path("detail").asText(""));
    if (status == 401 || status == 403) {
      return MlflowException.answered(
          code,
          status,
          said.isEmpty() ? "The server at '%s' lets nobody in like this.".formatted(server) : said,
          "Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, to what it asks for.");
    }
    if (said.isEmpty() && (status == 404 || status == 405)) {
      return MlflowException.answered(
          MlflowException.NO_SUCH_ENDPOINT,
          status,
          "The server at '%s' does not know %s %s.".formatted(server, method, path),
          "Is it an MLflow server, and is it new enough?");
    }
    if (said.isEmpty()) {
      String text = body.strip();
      said =
          "The server at '%s' answered %s %s with status %d%s"
              .formatted(
                  server,
                  method,
                  path,
                  status,
                  text.isEmpty() || text.startsWith("<") ? "." : ": " + shortened(text));
    }
    String sentence = withStop(shortened(withoutSql(said)));
    return MlflowException.answered(code, status, sentence, NextStep.after(path, code, sentence));
  }

  /** A connection that failed. */
  MlflowException unreachable(IOException e) {
    String message;
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      message = "There is no server at '%s'. %s".formatted(server, START);
    } else if (e instanceof UnknownHostException) {
      message = "There is no machine of the name in '%s'. %s".formatted(server, START);
    } else if (e instanceof SocketTimeoutException) {
      message =
          "The server at '%s' does not answer: see whether it is busy or stuck, then try again."
              .formatted(server);
    } else if (e instanceof SSLException) {
      message =
          "The server at '%s' has no certificate that Java trusts (%s): add it to Java's trust store, or use http."
              .formatted(server, e.getMessage());
    } else {
      message =
          "The connection to '%s' broke (%s): see whether the server still runs, then try again."
              .formatted(server, e.getMessage());
    }
    return MlflowException.of(message, e);
  }

  /** Something that is no MLflow answer. */
  MlflowException notJson(String path, JsonProcessingException e) {
    return MlflowException.of(
        "The server at '%s' answered %s with something that is not JSON: is it an MLflow server?"
            .formatted(server, path),
        e);
  }

  private JsonNode parsed(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException notJson) {
      return json.missingNode();
    }
  }

  /** MLflow's SQL store adds the database's own words, statement and all. */
  private static String withoutSql(String said) {
    int start = said.indexOf(" Error: (");
    return start < 0 ? said : said.substring(0, start);
  }

  private static String withStop(String sentence) {
    return ".!?…".indexOf(sentence.charAt(sentence.length() - 1)) >= 0 ? sentence : sentence + ".";
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
