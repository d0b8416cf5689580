package dev.kindling.workbench;

import org.jspecify.annotations.Nullable;

/**
 * The service went away in the middle of a call: its process died, or the connection broke. Asking
 * again over a new connection is safe, because progress is saved before it is told.
 */
public final class ServiceLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ServiceLostException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
