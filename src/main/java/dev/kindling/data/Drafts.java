package dev.kindling.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders in which entries of a cache are written before they get their name. A draft's name says
 * which process makes it, so that those of processes that are gone can be told and deleted.
 */
final class Drafts {

  private static final Logger log = LoggerFactory.getLogger(Drafts.class);
  private static final String PREFIX = "draft-";

  /** Process ids are given away again; an id and a start are not. */
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-(\\d+)-.*");

  /** When the clock is set, a process seems to have started a little earlier or later. */
  private static final long SAME_START_MILLIS = 10_000;

  private final Path folder;

  /**
   * @param folder where the entries will be
   */
  Drafts(Path folder) {
    this.folder = folder;
  }

  /** A folder of this process that does not exist yet. */
  Path fresh() {
    ProcessHandle self = ProcessHandle.current();
    return folder.resolve(PREFIX + self.pid() + "-" + start(self) + "-" + UUID.randomUUID());
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Deletes the drafts that nobody makes any more. */
  void deleteAbandoned() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.filter(Drafts::isAbandoned).toList()) {
        try {
          delete(entry);
        } catch (IOException somebodyElseDeletesIt) {
          log.debug("{} stays for now", entry, somebodyElseDeletesIt);
        }
      }
    }
  }

  private static boolean isAbandoned(Path entry) {
    String name = entry.getFileName().toString();
    Matcher maker = NAME.matcher(name);
    return name.startsWith(PREFIX)
        && !(maker.matches()
            && lives(Long.parseLong(maker.group(1)), Long.parseLong(maker.group(2))));
  }

  private static boolean lives(long pid, long start) {
    return ProcessHandle.of(pid)
        .filter(process -> Math.abs(start(process) - start) < SAME_START_MILLIS)
        .isPresent();
  }

  /** Deletes a draft, if it is there. */
  static void delete(Path draft) throws IOException {
    if (!Files.exists(draft)) {
      return;
    }
    try (Stream<Path> files = Files.walk(draft)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
