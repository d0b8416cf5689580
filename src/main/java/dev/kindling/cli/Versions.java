package dev.kindling.cli;

import java.util.List;

/** Which build this is, and what runs it. */
final class Versions {

  private Versions() {}

  static String kindling() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  static List<String> lines() {
    return List.of(
        "Kindling " + kindling(),
        "Java "
            + System.getProperty("java.version")
            + ", "
            + System.getProperty("java.vendor")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
  }
}
