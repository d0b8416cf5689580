package dev.kindling.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the checkout that a command is about. */
public final class Checkout {

  private Checkout() {}

  /**
   * The folder that the launcher named; else the nearest one upwards from the user's that has a
   * {@code labs} folder and a {@code pom.xml}.
   */
  static Path find(Surroundings surroundings) {
    if (surroundings.root().isPresent()) {
      return surroundings.root().get();
    }
    for (Path at = surroundings.directory(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("labs")) && Files.exists(at.resolve("pom.xml"))) {
        return at;
      }
    }
    throw new CommandFailure(
        ExitCode.ENVIRONMENT,
        "There is no Kindling checkout at '"
            + surroundings.directory()
            + "' or above it: change into one and try again.");
  }
}
