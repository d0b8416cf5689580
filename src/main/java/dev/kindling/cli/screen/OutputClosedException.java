package dev.kindling.cli.screen;

/** Nobody reads the output any more ({@code | head}); the command ends without a word. */
public final class OutputClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutputClosedException() {
    super("The output was closed.", null, false, false);
  }
}
