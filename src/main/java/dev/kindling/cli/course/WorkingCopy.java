package dev.kindling.cli.course;

import dev.kindling.lab.LabFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** The learner's copy of a lab's starter. Nothing of the learner's is ever lost here. */
public final class WorkingCopy {

  private final LabFolder folder;

  public WorkingCopy(LabFolder folder) {
    this.folder = folder;
  }

  public boolean exists() {
    return Files.exists(folder.answer());
  }

  /**
   * Copies the starter, unless there is a copy already.
   *
   * @return whether it was copied now
   */
  public boolean start() throws IOException {
    if (exists()) {
      return false;
    }
    copyStarter();
    return true;
  }

  /**
   * Puts the starter back, after keeping the present file.
   *
   * @param backups the folder that keeps old files of all labs
   * @return where the old file is kept; empty when it was the starter still, and nothing was done
   */
  public Optional<Path> reset(Path backups, Clock clock) throws IOException {
    if (exists()
        && Arrays.equals(
            Files.readAllBytes(folder.answer()), Files.readAllBytes(folder.starter()))) {
      return Optional.empty();
    }
    Path kept = freeName(backups, LocalDateTime.now(clock));
    Files.createDirectories(kept.getParent());
    Files.copy(folder.answer(), kept, StandardCopyOption.COPY_ATTRIBUTES);
    copyStarter();
    return Optional.of(kept);
  }

  private Path freeName(Path backups, LocalDateTime now) {
    String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(now);
    Path directory = backups.resolve(folder.id().group()).resolve(folder.id().name());
    Path kept = directory.resolve(folder.name() + "-" + stamp + ".java");
    for (int n = 2; Files.exists(kept); n++) {
      kept = directory.resolve(folder.name() + "-" + stamp + "-" + n + ".java");
    }
    return kept;
  }

  /** By way of a file beside it, so that a kill never leaves half a file. */
  private void copyStarter() throws IOException {
    Files.createDirectories(folder.work());
    Path fresh = folder.work().resolve(folder.name() + ".java.new");
    // Written rather than copied: the starter may be read-only.
    Files.write(fresh, Files.readAllBytes(folder.starter()));
    Files.move(fresh, folder.answer(), StandardCopyOption.REPLACE_EXISTING);
  }
}
