package dev.kindling.lab;

/**
 * No lab, or more than one, goes by the name that was asked for; the message says which names there
 * are.
 */
public final class UnknownLabException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownLabException(String message) {
    super(message);
  }
}
