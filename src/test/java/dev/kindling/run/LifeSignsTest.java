package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a worker shows that it is at work. */
@Timeout(120)
final class LifeSignsTest {

  /** Longer than from one sign to the next. */
  private static final long A_WHILE_MILLIS = 5_000;

  private final BlockingQueue<String> signs = new LinkedBlockingQueue<>();
  private final LifeSigns life = new LifeSigns(() -> signs.add("alive"));

  @BeforeEach
  void start() {
    life.start();
  }

  @AfterEach
  void rest() {
    life.rest();
  }

  private void assertThatThereIsNone() throws InterruptedException {
    Thread.sleep(A_WHILE_MILLIS);
    assertThat(signs).isEmpty();
  }

  private void assertThatTheyComeAgainAndAgain() throws InterruptedException {
    signs.take();
    signs.take();
  }

  @Test
  void thereAreSignsWhileThereIsWork() throws InterruptedException {
    assertThatThereIsNone();
    life.begin(600);
    assertThatTheyComeAgainAndAgain();
    life.beginLimited();
    assertThatTheyComeAgainAndAgain();
  }

  @Test
  void manyShortStepsDoNotHideThem() throws InterruptedException {
    while (signs.size() < 2) {
      life.begin(600);
      Thread.sleep(20);
      life.beginLimited();
      Thread.sleep(20);
    }
  }

  @Test
  void theyStopWhenAStepTakesLongerThanItEverShouldAndComeBackWithTheNext()
      throws InterruptedException {
    life.begin(0);
    assertThatThereIsNone();
    life.begin(600);
    assertThatTheyComeAgainAndAgain();
  }

  @Test
  void anInterruptDoesNotEndThem() throws InterruptedException {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("life-signs"))
        .forEach(Thread::interrupt);
    life.begin(600);
    assertThatTheyComeAgainAndAgain();
  }
}
