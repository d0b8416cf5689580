package dev.kindling.cli.command;

import java.nio.file.Path;

/** Makes the engine of a checkout. */
@FunctionalInterface
public interface EngineFactory {

  /**
   * The engine for the checkout at {@code root}; starts nothing.
   *
   * @param root an absolute path
   */
  Engine open(Path root);
}
