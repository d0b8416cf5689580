package dev.kindling.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgressLogTest {

  private static final String LAB = "day2/imputation";

  @TempDir private Path folder;
  private Path file;
  private ProgressLog log;

  @BeforeEach
  void open() {
    file = folder.resolve("state/progress.jsonl");
    log = new ProgressLog(file);
  }

  private static LabResult result(Verdict first, Verdict second) {
    List<TaskResult> tasks =
        List.of(
            new TaskResult(1, "One", first, first == Verdict.PASS ? 60 : 0, 60, List.of()),
            new TaskResult(2, "Two", second, second == Verdict.PASS ? 40 : 0, 40, List.of()));
    return LabResult.of(
        LAB,
        "learner",
        CompileReport.success(),
        tasks,
        new Millis(1, 2, 3),
        new Environment("4.2.0", "17", 42));
  }

  @Test
  void whatWasWrittenIsReadBack() {
    log.judged(result(Verdict.PASS, Verdict.FAIL), "abc");
    log.hintShown(LAB, 2, 1);
    log.hintShown(LAB, 2, 3);

    LabProgress progress = new ProgressLog(file).of(LAB);

    assertThat(progress.passedTasks()).isEqualTo(Set.of(1));
    assertThat(progress.score()).isEqualTo(60);
    assertThat(progress.max()).isEqualTo(100);
    assertThat(progress.passed()).isFalse();
    assertThat(progress.answerHash()).isEqualTo("abc");
    assertThat(progress.hints()).isEqualTo(Map.of(2, 3));
    assertThat(progress.at()).isNotNull();
  }

  @Test
  void aPassIsRememberedAfterALaterFailure() {
    log.judged(result(Verdict.PASS, Verdict.PASS), "abc");
    log.judged(result(Verdict.FAIL, Verdict.PASS), "def");

    LabProgress progress = log.of(LAB);

    assertThat(progress.passed()).isFalse();
    assertThat(progress.everPassed()).isTrue();
    assertThat(progress.answerHash()).isEqualTo("def");
  }

  @Test
  void aTornLineIsPassedOverWhereverItWasTorn() throws Exception {
    log.judged(result(Verdict.PASS, Verdict.FAIL), "abc");
    String whole = Files.readString(file).strip();

    for (int end = 1; end < whole.length(); end++) {
      Files.writeString(file, whole + "\n" + whole.substring(0, end));
      assertThat(log.read()).as("torn after %d characters", end).containsOnlyKeys(LAB);
      assertThat(log.of(LAB).score()).isEqualTo(60);
    }
  }

  @Test
  void writingAfterATornLineHealsIt() throws Exception {
    log.hintShown(LAB, 1, 1);
    Files.writeString(file, "{\"lab\":\"day2/im", StandardOpenOption.APPEND);

    log.hintShown(LAB, 1, 2);

    assertThat(log.of(LAB).hints()).isEqualTo(Map.of(1, 2));
  }

  @Test
  void linesOfAnotherMakeArePassedOver() throws Exception {
    log.hintShown(LAB, 1, 1);
    String odd =
        "[]\nnull\n12\n\"text\"\n{\"lab\":1}\n{\"colour\":\"red\"}\n{\"lab\":\"x\",\"score\":\"high\"}\n"
            + "{\"lab\":\"y\",\"passedTasks\":{}}\n";
    Files.writeString(file, odd, StandardOpenOption.APPEND);

    assertThat(log.of(LAB).hints()).isEqualTo(Map.of(1, 1));
    assertThat(log.read()).doesNotContainKeys("x", "y");
  }

  @Test
  void aLongFileIsCompactedAndSaysTheSame() throws Exception {
    log.judged(result(Verdict.PASS, Verdict.PASS), "abc");
    log.hintShown(LAB, 1, 2);
    String line = Files.readString(file).lines().skip(1).findFirst().orElseThrow();
    Files.writeString(file, (line + "\n").repeat(3_000), StandardOpenOption.APPEND);
    LabProgress before = log.of(LAB);

    log.hintShown("day1/frames", 1, 1);

    assertThat(Files.size(file)).isLessThan(2_000);
    assertThat(log.of(LAB)).isEqualTo(before);
    assertThat(log.read()).containsOnlyKeys(LAB, "day1/frames");
  }

  @Test
  void withoutAFileNothingIsKnown() {
    assertThat(log.read()).isEmpty();
    assertThat(log.of(LAB)).isEqualTo(LabProgress.none(LAB));
  }
}
