package dev.kindling.tracking.protocol;

import java.util.Objects;

/** A request that cannot be carried out; the client is told the code and the message. */
public final class TrackingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public TrackingException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  /** A value that the caller gave and that is not allowed. */
  public static TrackingException invalid(String message, Object... arguments) {
    return new TrackingException(ErrorCode.INVALID_PARAMETER_VALUE, message.formatted(arguments));
  }

  /** Something that is asked for and is not there. */
  public static TrackingException missing(String message, Object... arguments) {
    return new TrackingException(ErrorCode.RESOURCE_DOES_NOT_EXIST, message.formatted(arguments));
  }

  /** Something that was to be made and is there already. */
  public static TrackingException exists(String message, Object... arguments) {
    return new TrackingException(ErrorCode.RESOURCE_ALREADY_EXISTS, message.formatted(arguments));
  }

  /** A key that a list of tags has more than once. */
  public static TrackingException twice(String key) {
    return new TrackingException(
        ErrorCode.BAD_REQUEST, "The tag '%s' is given twice: send each key once.".formatted(key));
  }

  /** MLflow's code for what went wrong. */
  public ErrorCode code() {
    return code;
  }

  /** Each is made with a message. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage(), "message");
  }
}
