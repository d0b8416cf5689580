package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Keeps the traces of our own faults where a learner can find them. */
final class FaultLog {

  private final Context context;

  FaultLog(Context context) {
    this.context = context;
  }

  /**
   * Appends the trace.
   *
   * @return where it is, or why it is nowhere
   */
  String write(Throwable problem) {
    try {
      Path file = folder().resolve("lab.log");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          Instant.now() + " " + Versions.kindling() + "\n" + Failures.trace(problem) + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return "'" + file + "'";
    } catch (IOException e) {
      return "not written (" + e.getMessage() + ")";
    }
  }

  private Path folder() {
    try {
      return context.engine().logs();
    } catch (RuntimeException noEngine) {
      return Path.of(System.getProperty("java.io.tmpdir")).resolve("kindling");
    }
  }
}
