package dev.kindling.mlflow.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with an MLflow server, or with something meant for one.
 *
 * <p>{@link #getMessage()} is one or two sentences for people. A program looks at {@link
 * #errorCode()}, which is MLflow's own, such as {@code RESOURCE_DOES_NOT_EXIST}.
 */
public final class MlflowException extends RuntimeException {

  /** The code of what never reached a server, or was no server's to say. */
  public static final String NO_CODE = "";

  public static final String DOES_NOT_EXIST = "RESOURCE_DOES_NOT_EXIST";
  public static final String ALREADY_EXISTS = "RESOURCE_ALREADY_EXISTS";
  public static final String INVALID_VALUE = "INVALID_PARAMETER_VALUE";
  public static final String NO_SUCH_ENDPOINT = "ENDPOINT_NOT_FOUND";

  private final String errorCode;
  private final int status;
  private final @Nullable String serverMessage;

  private MlflowException(
      String errorCode,
      int status,
      @Nullable String serverMessage,
      String message,
      @Nullable Throwable cause) {
    super(message, cause);
    this.errorCode = errorCode;
    this.status = status;
    this.serverMessage = serverMessage;
  }

  /** A refusal of our own: nothing was sent, or what came back was of no use. */
  public static MlflowException of(String message) {
    return new MlflowException(NO_CODE, 0, null, message, null);
  }

  /** The same, with what caused it. */
  public static MlflowException of(String message, Throwable cause) {
    return new MlflowException(NO_CODE, 0, null, message, cause);
  }

  /**
   * A server's answer.
   *
   * @param advice what to do next, or an empty text
   */
  static MlflowException answered(
      String errorCode, int status, String serverMessage, String advice) {
    String message = advice.isEmpty() ? serverMessage : serverMessage + " " + advice;
    return new MlflowException(errorCode, status, serverMessage, message, null);
  }

  /**
   * MLflow's name of the error, such as {@code INVALID_PARAMETER_VALUE}; empty if there is none.
   */
  public String errorCode() {
    return errorCode;
  }

  /** The HTTP status of the answer; 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** What the server said, word for word but for SQL; empty when it said nothing. */
  public Optional<String> serverMessage() {
    return Optional.ofNullable(serverMessage);
  }

  /** Whether this is what the error is called, such as {@link #DOES_NOT_EXIST}. */
  public boolean is(String code) {
    return errorCode.equals(code);
  }
}
