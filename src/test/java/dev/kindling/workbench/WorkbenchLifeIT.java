package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.LabProgress;
import dev.kindling.result.LabResult;
import dev.kindling.result.ProgressLog;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a workbench begins and ends: asked, idle, replaced, killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
final class WorkbenchLifeIT {

  private LiveWorkbench live;

  @BeforeAll
  void checkout(@TempDir Path root) {
    live = new LiveWorkbench(root);
    live.checkout().save(SampleCheckout.right());
  }

  @AfterAll
  void stop() {
    live.close();
  }

  @AfterEach
  void forgetSettings() {
    System.clearProperty("kindling.idleMinutes");
  }

  private Path file() {
    return live.checkout().home().registration();
  }

  /** Ends what runs, so that a test can put a file of its own in place. */
  private void nothingRuns() {
    live.connector().stop();
    assertThat(live.connector().status()).isEmpty();
    assertThat(file()).doesNotExist();
  }

  private void assertThatAFreshOneAnswers() {
    try (KindlingService service = live.connect()) {
      WorkbenchStatus status = service.status();
      assertThat(status.workbench().pid()).isEqualTo(live.registration().pid());
    }
    assertThat(live.notices()).hasSize(1).first().asString().contains("Starting the workbench");
  }

  @Test
  void stopEndsTheWorkbenchAndItsWorker() throws Exception {
    live.connect().close();
    long workbench = live.registration().pid();
    long worker = live.worker();
    assertThat(live.connector().stop()).isTrue();
    Await.until("the workbench is gone", () -> !Living.is(workbench));
    Await.until("its worker is gone", () -> !Living.is(worker));
    assertThat(file()).doesNotExist();
    assertThat(live.connector().status()).isEmpty();
    assertThat(live.connector().stop()).as("there is none any more").isFalse();
  }

  @Test
  void whatAKilledWorkbenchLeavesIsNoObstacle() throws Exception {
    live.connect().close();
    long worker = live.worker();
    Living.kill(live.registration().pid());
    Await.until("a worker does not outlive its workbench", () -> !Living.is(worker));
    assertThatAFreshOneAnswers();
  }

  @Test
  void aFileThatNamesAnotherLivingProcessIsNoObstacle() throws Exception {
    nothingRuns();
    long somebodyElse = ProcessHandle.current().pid();
    new Registration(somebodyElse, freePort(), "secret", Home.build(), "").write(file());
    assertThat(live.connector().status()).isEmpty();
    assertThatAFreshOneAnswers();
  }

  @Test
  void aFileThatNamesAnotherServiceIsNoObstacle() throws Exception {
    nothingRuns();
    long somebodyElse = ProcessHandle.current().pid();
    try (ServerSocket deaf = new ServerSocket(0)) {
      Thread answering =
          new Thread(
              () -> {
                try {
                  while (true) {
                    deaf.accept().close();
                  }
                } catch (java.io.IOException closed) {
                  // The test is over.
                  Thread.currentThread().interrupt();
                }
              });
      answering.start();
      new Registration(somebodyElse, deaf.getLocalPort(), "secret", Home.build(), "").write(file());
      assertThatAFreshOneAnswers();
    }
    nothingRuns();
    new Registration(somebodyElse, freePort(), "secret", "another-build", "").write(file());
    assertThat(live.connector().stop()).as("not ours to end").isFalse();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aTornFileIsNoObstacle() throws Exception {
    nothingRuns();
    Files.writeString(file(), "{\"pid\":12,\"po");
    assertThatAFreshOneAnswers();
  }

  @Test
  void theWorkbenchOfAnotherBuildIsReplaced() throws Exception {
    live.connect().close();
    Registration old = live.registration();
    new Registration(old.pid(), old.port(), old.token(), "another-build", "").write(file());
    try (KindlingService service = live.connect()) {
      assertThat(service.status().workbench().pid()).isNotEqualTo(old.pid());
    }
    assertThat(live.notices()).containsExactly("Replacing the workbench of another build or Java.");
    Await.until("the old one is gone", () -> !Living.is(old.pid()));
    assertThat(live.registration().build()).isEqualTo(Home.build());
  }

  @Test
  void anIdleWorkbenchEndsByItselfButNotWhileSomebodyWatches() throws Exception {
    nothingRuns();
    System.setProperty("kindling.idleMinutes", "0");
    long pid;
    try (WatchClient client = new WatchClient(live.connect())) {
      pid = live.registration().pid();
      assertThat(client.result().passed()).isTrue();
      // It looks every five seconds whether it is idle.
      Thread.sleep(6_000);
      assertThat(Living.is(pid)).isTrue();
    }
    Await.until("the workbench has ended", () -> !Living.is(pid));
    assertThat(file()).doesNotExist();
  }

  @Test
  void killingTheWorkbenchAtAnyMomentLosesNoProgress() throws Exception {
    ProgressLog progress = new ProgressLog(live.checkout().home().progress());
    assertThat(live.grade().passed()).isTrue();
    for (int millis : new int[] {0, 150, 600, 1_500}) {
      KindlingService service = live.connect();
      AtomicReference<Object> outcome = new AtomicReference<>();
      Thread run =
          new Thread(
              () -> {
                try {
                  outcome.set(LiveWorkbench.grade(service));
                } catch (ServiceLostException | InterruptedException e) {
                  outcome.set(e);
                }
              });
      run.start();
      Thread.sleep(millis);
      Living.kill(live.registration().pid());
      run.join();
      assertThat(outcome.get())
          .as("after %d ms", millis)
          .isInstanceOfAny(ServiceLostException.class, LabResult.class);
      LabProgress kept = progress.of("day9/sample");
      assertThat(kept.everPassed()).as("after %d ms", millis).isTrue();
      assertThat(kept.max()).isEqualTo(100);
    }
    assertThat(live.grade().passed()).isTrue();
    assertThat(progress.of("day9/sample").passed()).isTrue();
  }

  @Test
  void aKilledWorkerIsReplacedAndNobodyNotices() throws Exception {
    assertThat(live.grade().passed()).isTrue();
    long worker = live.worker();
    Living.kill(worker);
    assertThat(live.grade().passed()).isTrue();
    assertThat(live.worker()).isNotEqualTo(worker);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
