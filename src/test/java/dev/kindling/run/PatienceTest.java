package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PatienceTest {

  @Test
  void workIsDoneUntilItHasTakenTooMuch() throws InterruptedException {
    Patience patience = new Patience(Duration.ofNanos(1));

    assertThat(patience.spend(PatienceTest::compute)).isPresent();
    assertThat(patience.spend(PatienceTest::compute)).isEmpty();
  }

  @Test
  void whatTakesNoProcessorTimeMayGoOn() throws InterruptedException {
    Patience patience = new Patience(Duration.ofDays(1));

    for (int i = 0; i < 3; i++) {
      assertThat(patience.spend(PatienceTest::compute)).isPresent();
    }
  }

  private static double compute() {
    double sum = 0;
    for (int i = 0; i < 30_000_000; i++) {
      sum += Math.sqrt(i);
    }
    return sum;
  }
}
