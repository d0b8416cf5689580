package dev.kindling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.GradeEvent;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WatchTest {

  @TempDir private Path root;
  private CommandRun run;
  private FakeKeys keys;

  @BeforeEach
  void open() {
    run = new CommandRun(root).onTerminal();
    run.engine.service.events.addAll(Results.events(Results.mixed()));
  }

  private int watch(String typed) {
    keys = new FakeKeys(typed, run.engine.service.replayed, 70);
    return run.keys(keys).run("watch", "imputation");
  }

  @Test
  void quittingGivesTheTerminalBack() {
    assertThat(watch("q")).isZero();

    assertThat(keys.closed).isTrue();
    assertThat(run.raw()).endsWith(CommandRun.ERASE);
    assertThat(run.out()).contains("3 Learn the medians", "45 of 100 points");
  }

  @Test
  void anUnstartedLabIsStarted() {
    watch("q");

    assertThat(root.resolve("work/day2/imputation/Imputation.java")).exists();
    assertThat(run.out()).contains("The starter is in place");
  }

  @Test
  void theFooterShowsTheKeysAndQuestionMarkExplainsThem() {
    watch("?q");

    assertThat(run.raw()).contains("n next  h hint  r run");
    assertThat(run.out()).contains("h  a hint for the task at hand");
  }

  @Test
  void hintIsForTheEditedTask() {
    run.engine.service.events.add(
        0, new GradeEvent.Saved(Results.LAB, "work/day2/imputation/Imputation.java", 3));

    watch("hhq");

    assertThat(run.out())
        .contains("Task 3, Learn the medians", "Hint 1 of 3", "Hint 2 of 3")
        .contains("Imputation.java, task 3 first");
  }

  @Test
  void nextStartsAndWatchesTheNextLab() {
    watch("nq");

    assertThat(run.engine.service.watched).startsWith("day2/imputation");
    assertThat(run.out()).contains("Closures and user-defined functions");
    assertThat(root.resolve("work/day4/udf/Udf.java")).exists();
  }

  @Test
  void solutionAndDiffWaitForThePass() {
    watch("sdq");

    assertThat(run.out()).contains("once you pass the lab").doesNotContain("// done");
  }

  @Test
  void runShowsTheTaskAtHand() {
    run.engine.service.events.clear();
    run.engine.service.shown = Results.shown();
    CountDownLatch ready = run.engine.service.replayed;
    keys =
        new FakeKeys("r", ready, 70) {
          private boolean asked;

          @Override
          public int read() {
            int key = super.read();
            if (key >= 0) {
              asked = true;
              return key;
            }
            if (!asked) {
              return -1;
            }
            while (!run.raw().contains("7,200 rows")) {
              LockSupport.parkNanos(1_000_000);
            }
            asked = false;
            return 'q';
          }
        };

    assertThat(run.keys(keys).run("watch", "imputation")).isZero();
    assertThat(run.out()).contains("7,200 rows × 4 columns");
  }

  @Test
  void aServiceThatDiesIsReplacedAndToldInOneLine() {
    run.engine.service.deaths.set(2);

    assertThat(watch("q")).isZero();
    assertThat(run.engine.connections).isEqualTo(3);
    assertThat(run.out()).contains("The workbench went away; starting it again.", "45 of 100");
  }

  @Test
  void aServiceThatKeepsDyingEndsTheWatch() {
    run.engine.service.deaths.set(100);

    assertThat(watch("")).isEqualTo(3);
    assertThat(run.err()).contains("three times within ten seconds", "log");
    assertThat(keys.closed).isTrue();
  }

  @Test
  void aFaultIsToldAndTheWatchGoesOn() {
    run.engine.service.events.add(0, new GradeEvent.Fault("A check could not be loaded.", true));

    assertThat(watch("q")).isZero();
    assertThat(run.out()).contains("A check could not be loaded.", "our fault", "45 of 100");
  }
}
