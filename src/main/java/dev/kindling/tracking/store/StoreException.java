package dev.kindling.tracking.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The store cannot be opened, read or written; the message says what to do next. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Each is made with a message. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage(), "message");
  }
}
