package dev.kindling.spark;

/**
 * How many cores a local Spark uses. In a class of its own because the workbench asks, and it loads
 * no Spark class.
 */
public final class LocalSparkCores {

  static final int DEFAULT = 2;

  private LocalSparkCores() {}

  /** Two, or what {@code KINDLING_CORES} or {@code -Dkindling.cores} says. */
  public static int chosen() {
    String said = System.getProperty("kindling.cores", System.getenv("KINDLING_CORES"));
    if (said == null || said.isBlank()) {
      return DEFAULT;
    }
    if (!said.strip().matches("[1-9]\\d?")) {
      throw new IllegalArgumentException(
          "KINDLING_CORES is '%s': set it to a number of cores from 1 to 99, or unset it."
              .formatted(said));
    }
    return Integer.parseInt(said.strip());
  }
}
