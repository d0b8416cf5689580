package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.lab.CheckInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.Verdict;
import dev.kindling.run.protocol.WorkerReply;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeathsTest {

  private static final int KILLED = 137;
  private static final int TERMINATED = 143;
  private static final String LINE = "work/day2/imputation/Imputation.java:12";

  private final CheckInfo check = new CheckInfo("rowsAreCounted", 1, 15, 20);

  private static WorkerDeath silent(int exitCode) {
    return new WorkerDeath(null, exitCode);
  }

  private static WorkerDeath said(String location, boolean outOfMemory, int exitCode) {
    return new WorkerDeath(new WorkerReply.Exiting(location, outOfMemory), exitCode);
  }

  @Test
  void aSignalComesFromOutside() {
    assertThat(silent(KILLED).fromOutside()).isTrue();
    assertThat(said(null, false, TERMINATED).fromOutside()).isTrue();
  }

  @Test
  void haltAndExitComeFromTheAnswer() {
    assertThat(silent(0).fromOutside()).isFalse();
    assertThat(silent(1).fromOutside()).isFalse();
    assertThat(said(LINE, false, 1).fromOutside()).isFalse();
  }

  @Test
  void sparkEndingTheJvmForWantOfMemoryIsNotFromOutside() {
    assertThat(said(null, true, 1).fromOutside()).isFalse();
  }

  @Test
  void anExitIsNamedWithItsLine() {
    CheckResult result = Deaths.verdict(check, said(LINE, false, 1));
    assertThat(result.verdict()).isEqualTo(Verdict.EXITED);
    assertThat(result.diagnosis()).isEqualTo("ended-the-jvm");
    assertThat(result.location()).isEqualTo(LINE);
    assertThat(result.name()).isEqualTo("rowsAreCounted");
    assertThat(result.points()).isEqualTo(15);
  }

  @Test
  void lackOfMemoryIsNamedAsSuch() {
    CheckResult result = Deaths.verdict(check, said(LINE, true, 1));
    assertThat(result.verdict()).isEqualTo(Verdict.CRASHED);
    assertThat(result.diagnosis()).isEqualTo("out-of-memory");
  }

  @Test
  void aSecondDeathFromOutsideIsACrashWithTheCodeInIt() {
    CheckResult result = Deaths.verdict(check, silent(KILLED));
    assertThat(result.verdict()).isEqualTo(Verdict.CRASHED);
    assertThat(result.message()).contains("137").contains("lab doctor");
  }

  @Test
  void noDeathIsEverAPass() {
    for (int exitCode : List.of(0, 1, 3, KILLED, TERMINATED)) {
      assertThat(Deaths.verdict(check, silent(exitCode)).passed()).isFalse();
      assertThat(Deaths.verdict(check, said(null, false, exitCode)).passed()).isFalse();
      assertThat(Deaths.verdict(check, said(LINE, true, exitCode)).passed()).isFalse();
    }
  }
}
