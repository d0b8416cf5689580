package dev.kindling.result;

import static dev.kindling.result.SampleResults.lab;
import static dev.kindling.result.SampleResults.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the progress file survives: kills in the middle of a write, and several writers. */
final class ProgressFileTest {

  private static final TaskResult PASSED = task(1, Verdict.PASS, Verdict.PASS);
  private static final TaskResult FAILED = task(1, Verdict.PASS, Verdict.FAIL);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("progress.jsonl");
  }

  private ProgressLog log() {
    return new ProgressLog(file);
  }

  /** Lines of an older result, enough of them that the next write compacts the file. */
  private void grow() throws IOException {
    log().judged(lab("day9/old", FAILED), "old");
    String line = Files.readString(file).strip() + "\n";
    Files.writeString(file, line.repeat(1 + 300_000 / line.length()), StandardOpenOption.APPEND);
  }

  private void cutOff(int bytes) throws IOException {
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(cut.length() - bytes);
    }
  }

  @Test
  void aKillLosesTheLineBeingWrittenAndNoOther() throws IOException {
    log().judged(lab("day1/a", PASSED), "first");
    long before = Files.size(file);
    log().judged(lab("day1/a", FAILED), "second");
    int written = (int) (Files.size(file) - before);
    // Cut byte by byte: whatever was on disk before stays readable, and writing goes on after it.
    for (int i = 0; i < written; i++) {
      cutOff(1);
      assertThat(log().of("day1/a").everPassed()).as("%d bytes cut off", i + 1).isTrue();
    }
    cutOff(5);
    log().judged(lab("day1/b", PASSED), "third");
    assertThat(log().read()).containsOnlyKeys("day1/b");
  }

  @Test
  void aLineTornInTheMiddleOfTheFileHidesNoOther() throws IOException {
    log().judged(lab("day1/a", PASSED), "first");
    Files.writeString(file, "{\"lab\":\"day1/b\",\"at\":\"2026-01-0", StandardOpenOption.APPEND);
    log().hintShown("day1/c", 1, 1);
    assertThat(log().read()).containsOnlyKeys("day1/a", "day1/c");
  }

  @Test
  void zerosThatALostCacheLeavesAreReadOver() throws IOException {
    log().judged(lab("day1/a", PASSED), "first");
    Files.write(file, new byte[512], StandardOpenOption.APPEND);
    log().judged(lab("day1/b", PASSED), "second");
    assertThat(log().read()).containsOnlyKeys("day1/a", "day1/b");
  }

  @Test
  void compactingForgetsNothingThatCounts() throws IOException {
    log().judged(lab("day1/a", PASSED), "pass");
    log().judged(lab("day1/a", FAILED), "fail");
    log().hintShown("day1/a", 2, 3);
    log().hintShown("day1/a", 2, 1);
    log().hintShown("day1/untouched", 1, 2);
    grow();
    Map<String, LabProgress> before = log().read();

    log().hintShown("day1/z", 1, 1);

    assertThat(Files.size(file)).isLessThan(10_000);
    Map<String, LabProgress> after = log().read();
    assertThat(after).containsAllEntriesOf(before).containsKey("day1/z");
    assertThat(after.get("day1/a").everPassed()).isTrue();
    assertThat(after.get("day1/a").passed()).isFalse();
    assertThat(after.get("day1/a").hints()).isEqualTo(Map.of(2, 3));
    assertThat(after.get("day1/untouched").judged()).isFalse();
  }

  @Test
  void compactingLeavesNoOtherFileBehind() throws IOException {
    grow();
    log().hintShown("day1/z", 1, 1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(other -> other.toString().endsWith(".new"))).isEmpty();
    }
  }

  @Test
  void aCompactionThatAKillCutShortDoesNoHarm() throws IOException {
    grow();
    Files.writeString(folder.resolve("progress.jsonl.new"), "{\"lab\":\"day9/ol");
    log().hintShown("day1/z", 1, 1);
    assertThat(log().read()).containsOnlyKeys("day1/z", "day9/old");
  }

  @Test
  void twoWritersAtOnceLoseNothingEvenWhileOneCompacts() throws Exception {
    int rounds = 6;
    int writers = 4;
    for (int round = 0; round < rounds; round++) {
      grow();
      List<Thread> threads = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String id = "day1/r" + round + "w" + writer;
        // A log of its own each, as the command and the workbench have.
        Thread thread =
            new Thread(
                () -> {
                  ProgressLog own = log();
                  for (int task = 1; task <= 5; task++) {
                    own.hintShown(id, task, 1);
                  }
                });
        threads.add(thread);
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    Map<String, LabProgress> all = log().read();
    for (int round = 0; round < rounds; round++) {
      for (int writer = 0; writer < writers; writer++) {
        assertThat(all).containsKey("day1/r" + round + "w" + writer);
        assertThat(all.get("day1/r" + round + "w" + writer).hints().keySet())
            .as("round %d, writer %d", round, writer)
            .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
      }
    }
  }
}
