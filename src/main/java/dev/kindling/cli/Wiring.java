package dev.kindling.cli;

import dev.kindling.cli.command.Engine;
import java.nio.file.Path;

/** Says which engine the command stands on. */
final class Wiring {

  private Wiring() {}

  static Engine engine(Path root) {
    return new WorkbenchEngine(root);
  }
}
