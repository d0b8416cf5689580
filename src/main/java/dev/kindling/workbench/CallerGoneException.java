package dev.kindling.workbench;

import java.io.IOException;

/** Whoever asked takes no more events: there is nobody left to tell. */
final class CallerGoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CallerGoneException(IOException cause) {
    super("The caller is gone.", cause);
  }
}
