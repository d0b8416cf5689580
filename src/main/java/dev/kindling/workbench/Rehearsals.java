package dev.kindling.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The tracking server that known answers write to while causes are looked for: its own, in a
 * scratch folder, so that nothing of it shows among the learner's runs.
 */
final class Rehearsals implements AutoCloseable {

  /** Ends the name of its scratch folder, which workers leave alone. */
  static final String SUFFIX = "-rehearsals";

  private final Path folder;
  private final LabTracking tracking;

  Rehearsals(Home home) {
    folder = home.scratch().resolve(ProcessHandle.current().pid() + SUFFIX);
    tracking = new LabTracking(folder, "");
  }

  /** Where the server is; it is started when it is first asked for. */
  String uri() {
    return tracking.uri();
  }

  @Override
  public void close() {
    tracking.close();
    try {
      if (Files.isDirectory(folder)) {
        WorkerLauncher.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete %s.".formatted(folder), e);
    }
  }
}
