package dev.kindling.tracking.store;

/** The store cannot be opened, read or written; the message says what to do next. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
