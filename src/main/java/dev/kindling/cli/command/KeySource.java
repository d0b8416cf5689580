package dev.kindling.cli.command;

import java.util.Optional;

/** Opens the keyboard. */
@FunctionalInterface
public interface KeySource {

  /**
   * The keys of the terminal; empty where they cannot be read one by one.
   *
   * @param resized called when the terminal got another width
   */
  Optional<Keys> open(Runnable resized);
}
