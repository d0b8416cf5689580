package dev.kindling.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers progress in a file of JSON lines that is only ever appended to, so that a kill at any
 * moment loses at most the line being written. A torn line is passed over; the file is compacted,
 * by atomic rename, when it has grown long.
 */
public final class ProgressLog {

  private static final int COMPACT_ABOVE_BYTES = 256 * 1024;

  private final Path file;

  public ProgressLog(Path file) {
    this.file = file;
  }

  /** Remembers a judged answer; it is on disk when this returns. */
  public void judged(LabResult result, @Nullable String answerHash) {
    Set<Integer> passedTasks =
        result.tasks().stream()
            .filter(TaskResult::passed)
            .map(TaskResult::task)
            .collect(Collectors.toSet());
    append(
        new ProgressLine(
            result.lab(),
            Instant.now().toString(),
            passedTasks,
            result.score(),
            result.max(),
            result.passed(),
            result.passed() ? true : null,
            answerHash,
            null,
            null));
  }

  /** Remembers that a rung (1 to 3) of a task's hints was shown. */
  public void hintShown(String lab, int task, int rung) {
    append(new ProgressLine(lab, null, null, null, null, null, null, null, task, rung));
  }

  /** What is known of each lab, by id; labs never touched are missing. */
  public Map<String, LabProgress> read() {
    Map<String, LabProgress> labs = new TreeMap<>();
    for (ProgressLine line : lines()) {
      labs.merge(
          line.lab(),
          apply(LabProgress.none(line.lab()), line),
          (old, ignored) -> apply(old, line));
    }
    return labs;
  }

  /** What is known of one lab. */
  public LabProgress of(String lab) {
    return read().getOrDefault(lab, LabProgress.none(lab));
  }

  private static LabProgress apply(LabProgress old, ProgressLine line) {
    Map<Integer, Integer> hints = new HashMap<>(old.hints());
    if (line.hintTask() != null && line.hintRung() != null) {
      hints.merge(line.hintTask(), line.hintRung(), Math::max);
    }
    if (line.at() == null) {
      return new LabProgress(
          old.lab(),
          old.passedTasks(),
          old.score(),
          old.max(),
          old.passed(),
          old.everPassed(),
          old.answerHash(),
          hints,
          old.at());
    }
    return new LabProgress(
        old.lab(),
        line.passedTasks() == null ? Set.of() : line.passedTasks(),
        line.score() == null ? 0 : line.score(),
        line.max() == null ? 0 : line.max(),
        Boolean.TRUE.equals(line.passed()),
        old.everPassed() || Boolean.TRUE.equals(line.everPassed()),
        line.answerHash(),
        hints,
        line.at());
  }

  private List<ProgressLine> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<ProgressLine> lines = new ArrayList<>();
    try {
      for (String text : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
        parse(text).ifPresent(lines::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read progress from %s.".formatted(file), e);
    }
    return lines;
  }

  /** The line; nothing for one that a kill tore. */
  private static Optional<ProgressLine> parse(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(ProgressLine.read(text));
    } catch (IOException torn) {
      return Optional.empty();
    }
  }

  private void append(ProgressLine line) {
    try {
      Files.createDirectories(file.getParent());
      // Without turns, a line appended while another process compacts would be lost.
      try (WriteTurn turn = WriteTurn.of(file)) {
        if (Files.exists(file) && Files.size(file) > COMPACT_ABOVE_BYTES) {
          compact();
        }
        // A leading newline heals a line that a kill left without its end.
        write(file, "\n" + Json.line(line) + "\n", StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot save progress in %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void compact() throws IOException {
    StringBuilder text = new StringBuilder();
    for (LabProgress lab : read().values()) {
      if (lab.judged()) {
        text.append(
                Json.line(
                    new ProgressLine(
                        lab.lab(),
                        lab.at(),
                        lab.passedTasks(),
                        lab.score(),
                        lab.max(),
                        lab.passed(),
                        lab.everPassed() ? true : null,
                        lab.answerHash(),
                        null,
                        null)))
            .append('\n');
      }
      lab.hints()
          .forEach(
              (task, rung) ->
                  text.append(
                          Json.line(
                              new ProgressLine(
                                  lab.lab(), null, null, null, null, null, null, null, task, rung)))
                      .append('\n'));
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    write(fresh, text.toString(), StandardOpenOption.TRUNCATE_EXISTING);
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void write(Path file, String text, StandardOpenOption how) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
