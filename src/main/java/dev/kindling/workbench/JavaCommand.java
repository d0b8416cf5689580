package dev.kindling.workbench;

import java.nio.file.Path;

/** The Java that runs this process, so that every process of Kindling runs on the same one. */
final class JavaCommand {

  private JavaCommand() {}

  static String path() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
