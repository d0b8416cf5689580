package dev.kindling.cli.command;

import java.io.IOException;

/** Single keys, read without Enter. */
public interface Keys extends AutoCloseable {

  /**
   * Waits for a key.
   *
   * @return the character, or -1 when no more can come
   */
  int read() throws IOException;

  /** The columns of the terminal; 0 when it does not tell. */
  int width();

  /** Gives the terminal back as it was. */
  @Override
  void close();
}
