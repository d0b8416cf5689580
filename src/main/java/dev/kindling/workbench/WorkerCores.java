package dev.kindling.workbench;

import dev.kindling.spark.LocalSparkCores;

/** How much of the machine a worker takes, for those who may not ask Spark. */
public final class WorkerCores {

  private WorkerCores() {}

  /** How many cores it keeps busy at the most. */
  public static int most() {
    return LocalSparkCores.chosen();
  }
}
