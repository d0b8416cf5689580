package dev.kindling.result;

import static dev.kindling.result.SampleResults.check;
import static dev.kindling.result.SampleResults.lab;
import static dev.kindling.result.SampleResults.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.lab.SampleLabs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How checks add up to tasks, and tasks to a lab. */
final class ScoresTest {

  @Test
  void allChecksPassedMeansATaskPassed() {
    TaskResult task = task(1, Verdict.PASS, Verdict.PASS);
    assertThat(task.passed()).isTrue();
    assertThat(task.score()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(value = Verdict.class, mode = EnumSource.Mode.EXCLUDE, names = "PASS")
  void onlyAPassScores(Verdict other) {
    TaskResult task = task(1, Verdict.PASS, other);
    assertThat(task.passed()).isFalse();
    assertThat(task.verdict()).isEqualTo(other);
    assertThat(task.score()).isEqualTo(5);
    assertThat(task.max()).isEqualTo(10);
    assertThat(task(1, other, other).score()).isZero();
  }

  @Test
  void theMostTellingVerdictIsTheTasks() {
    assertThat(task(1, Verdict.FAIL, Verdict.HARNESS).verdict()).isEqualTo(Verdict.HARNESS);
    assertThat(task(1, Verdict.FAIL, Verdict.TIMEOUT).verdict()).isEqualTo(Verdict.TIMEOUT);
    assertThat(task(1, Verdict.TODO, Verdict.FAIL).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(task(1, Verdict.EXITED, Verdict.TIMEOUT).verdict()).isEqualTo(Verdict.EXITED);
  }

  @Test
  void aTaskWithoutAnyCheckRunIsNeverPassed() {
    TaskResult task = TaskResult.of(SampleLabs.task(1), List.of());
    assertThat(task.passed()).isFalse();
    assertThat(task.score()).isZero();
    assertThat(task.max()).isEqualTo(10);
  }

  @Test
  void aLabAddsUpItsTasks() {
    LabResult result =
        lab("day1/a", task(1, Verdict.PASS, Verdict.PASS), task(2, Verdict.PASS, Verdict.FAIL));
    assertThat(result.score()).isEqualTo(15);
    assertThat(result.max()).isEqualTo(20);
    assertThat(result.passed()).isFalse();
  }

  @Test
  void aLabPassesWhenEveryTaskDoes() {
    assertThat(lab("day1/a", task(1, Verdict.PASS, Verdict.PASS)).passed()).isTrue();
  }

  @Test
  void aLabWithoutTasksIsNeverPassed() {
    assertThat(lab("day1/a").passed()).isFalse();
  }

  @Test
  void aCheckThatWasNotRunSaysWhy() {
    assertThat(CheckResult.notRun("x", Verdict.SKIPPED, 5, "Waits for task 2.").message())
        .isEqualTo("Waits for task 2.");
    assertThat(check(Verdict.SKIPPED).passed()).isFalse();
  }
}
