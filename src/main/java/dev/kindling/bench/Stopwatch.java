package dev.kindling.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Times whole processes, and finds medians. */
public final class Stopwatch {

  private static final long LIMIT_SECONDS = 600;

  private Stopwatch() {}

  /**
   * Runs a process and returns its wall time in milliseconds.
   *
   * @param expected the exit code it must end with
   * @throws IllegalStateException when it ends otherwise; the message names its log
   */
  static double time(
      List<String> command, Path directory, Map<String, String> environment, Path log, int expected)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("'%s' did not end; see %s".formatted(command.get(0), log));
    }
    double millis = (System.nanoTime() - start) / 1e6;
    if (process.exitValue() != expected) {
      throw new IllegalStateException(
          "'%s' ended with %d instead of %d; see %s"
              .formatted(command.get(0), process.exitValue(), expected, log));
    }
    return millis;
  }

  /** The value in the middle. */
  public static double median(List<Double> times) {
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("There is no time to find the median of.");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }

  static String pathSeparated(List<Path> entries) {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }
}
