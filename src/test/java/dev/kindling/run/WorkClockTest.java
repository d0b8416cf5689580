package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How much of a second counts, in thousandths. */
final class WorkClockTest {

  private static final ProcessorUse.Used IDLE = new ProcessorUse.Used(0, 0);

  @Test
  void onAQuietMachineAllOfItCounts() {
    assertThat(WorkClock.work(1_000, 1, IDLE)).isEqualTo(1_000);
    assertThat(WorkClock.work(1_000, 1, new ProcessorUse.Used(990, 500))).isEqualTo(1_000);
  }

  @Test
  void besideOtherProgramsOnlyTheShareCounts() {
    assertThat(WorkClock.work(1_000, 0.06, new ProcessorUse.Used(60, 55))).isEqualTo(60);
  }

  @Test
  void whatAThreadGotCountsEvenWhereTheProbeGotLess() {
    assertThat(WorkClock.work(1_000, 0.5, new ProcessorUse.Used(980, 495))).isEqualTo(980);
  }

  @Test
  void threadsThatWaitForEachOthersProcessorsAreNotSlowedByOthers() {
    assertThat(WorkClock.work(1_000, 0.2, new ProcessorUse.Used(250, 990))).isEqualTo(990);
  }

  @Test
  void neverMoreThanWhatPassedCounts() {
    assertThat(WorkClock.work(1_000, 1, new ProcessorUse.Used(1_400, 1_100))).isEqualTo(1_000);
  }

  @Test
  void aProbeThatIsHardlyLateGotAWholeProcessor() {
    assertThat(WorkClock.share(10_000_000, 10_000_000)).isEqualTo(1);
    assertThat(WorkClock.share(10_000_000, 11_900_000)).isEqualTo(1);
    assertThat(WorkClock.share(10_000_000, 102_000_000)).isEqualTo(0.1, Offset.offset(1e-9));
  }
}
