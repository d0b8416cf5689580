package dev.kindling.compile;

/** A lab's folder does not hold what a lab must; the message tells its author what to mend. */
public final class MalformedLabException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedLabException(String message) {
    super(message);
  }
}
