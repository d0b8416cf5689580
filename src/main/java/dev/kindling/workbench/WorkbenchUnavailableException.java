package dev.kindling.workbench;

/** The workbench cannot be had; the message says why and what works without it. */
public final class WorkbenchUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WorkbenchUnavailableException(String message) {
    super(message);
  }
}
