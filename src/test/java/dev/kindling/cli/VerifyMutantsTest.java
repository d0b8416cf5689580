package dev.kindling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.CheckResult;
import dev.kindling.result.CompileReport;
import dev.kindling.result.Environment;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.LabResult;
import dev.kindling.result.Millis;
import dev.kindling.result.TaskResult;
import dev.kindling.result.TrialRequest;
import dev.kindling.result.Verdict;
import dev.kindling.workbench.SampleCheckout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lab verify --mutants}, with checks that say what a test wants. */
final class VerifyMutantsTest {

  private static final int ALL_CHECKS = 6;

  private CommandRun run;

  @BeforeEach
  void open(@TempDir Path root) {
    new SampleCheckout(root);
    run = new CommandRun(root);
    run.engine.service.events.add(new GradeEvent.Finished(passed()));
  }

  private static LabResult passed() {
    return LabResult.of(
        "day9/sample",
        "solution",
        CompileReport.success(),
        List.of(
            task(1, "allRowsAreCounted", 30, "anEmptyFrameHasNone", 20),
            task(2, "idsAreDoubled", 40, "largeIdsAreDoubledToo", 10),
            task(3, "theSumIsRight: four rows", 10, "theSumIsRight: five rows", 60)),
        new Millis(1, 1, 1),
        new Environment("", "", 42));
  }

  private static TaskResult task(int number, String one, long millis, String other, long more) {
    return new TaskResult(
        number, "", Verdict.PASS, 1, 1, List.of(check(one, millis), check(other, more)));
  }

  private static CheckResult check(String name, long millis) {
    return new CheckResult(name, Verdict.PASS, 1, null, null, null, null, null, millis);
  }

  /** Of the solution itself, all checks are asked at once. */
  private void changesAreNoticed(Verdict verdict, String message) {
    run.engine.service.tried =
        trial ->
            trial.checks().size() == ALL_CHECKS
                ? List.of()
                : List.of(CheckResult.notRun("aCheck", verdict, 1, message));
  }

  @Test
  void whatNoCheckNoticesIsToldWithItsLineAndExitsWithOne() {
    run.engine.service.tried = trial -> List.of();

    assertThat(run.run("verify", "--mutants", "sample")).isEqualTo(1);
    assertThat(run.out())
        .contains("solutions/day9/sample/SampleSolution.java:16  replaced result of count with 0")
        .contains("    return frame.count();")
        .contains("0 of ");
  }

  @Test
  void whenAllIsNoticedItExitsWithZero() {
    changesAreNoticed(Verdict.FAIL, "Expected 7.");

    assertThat(run.run("verify", "--mutants", "sample")).as(() -> run.err() + run.out()).isZero();
    assertThat(run.out()).contains("(100.0 %)").doesNotContain("SampleSolution.java");
  }

  @Test
  void whenTheSolutionFailsAfterwardsNothingCounts() {
    run.engine.service.tried =
        trial -> List.of(CheckResult.notRun("aCheck", Verdict.EXITED, 1, "The machine is ill."));

    assertThat(run.run("verify", "--mutants", "sample")).isEqualTo(1);
    assertThat(run.out()).contains("EXITED aCheck: The machine is ill.", "try again");
    assertThat(run.out()).doesNotContain("changes noticed");
  }

  @Test
  void theQuickChecksOfTheTaskAreAskedFirst() {
    run.engine.service.tried = trial -> List.of();
    run.run("verify", "--mutants", "sample");

    List<List<String>> asked =
        run.engine.service.trials.stream()
            .map(TrialRequest::checks)
            .distinct()
            .filter(checks -> checks.size() < ALL_CHECKS)
            .toList();
    assertThat(asked)
        .containsExactly(
            List.of("anEmptyFrameHasNone", "allRowsAreCounted"),
            List.of("largeIdsAreDoubledToo", "idsAreDoubled"),
            List.of("theSumIsRight: four rows", "theSumIsRight: five rows"));
  }

  @Test
  void aCheckThatBrokeItselfIsToldThoughItCounts() {
    changesAreNoticed(Verdict.HARNESS, "Not prepared for null.");

    assertThat(run.run("verify", "--mutants", "sample")).isZero();
    assertThat(run.out())
        .contains("not as the failure of a check", "HARNESS of aCheck: Not prepared for null.");
  }

  @Test
  void itDoesNotGoTogetherWithTimes() {
    assertThat(run.run("verify", "--mutants", "--times", "3", "sample")).isEqualTo(2);
    assertThat(run.err()).contains("'--times 3'", "do not go together");
  }
}
