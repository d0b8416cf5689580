package dev.kindling.result;

/** Why something failed, in its own words. */
public final class Reason {

  private Reason() {}

  /** The message of what was thrown, or its name when it has none. */
  public static String of(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.toString() : message;
  }
}
