package dev.kindling.cli;

import java.nio.file.Path;

/** Says which engine the command stands on. */
final class Wiring {

  private Wiring() {}

  static Engine engine(Path root) {
    throw new CommandFailure(
        ExitCode.ENVIRONMENT, "The checkout at '" + root + "' was built without an engine.");
  }
}
