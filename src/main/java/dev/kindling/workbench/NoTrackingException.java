package dev.kindling.workbench;

import org.jspecify.annotations.Nullable;

/** A lab needs a tracking server and there is none; the message says what to do. */
final class NoTrackingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoTrackingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
