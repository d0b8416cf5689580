package dev.kindling.tracking.http;

/** Another program listens on the port. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PortTakenException(int port, Throwable cause) {
    super(
        "Port %d is taken by another program: name another one, or 0 for any free port."
            .formatted(port),
        cause);
  }
}
