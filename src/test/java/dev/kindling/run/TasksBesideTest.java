package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.protocol.WorkerRequest.TaskBeside;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which task is judged next beside others. */
@Timeout(60)
final class TasksBesideTest {

  private static final TaskBeside FIRST = new TaskBeside(1, List.of(), List.of());
  private static final TaskBeside SECOND = new TaskBeside(2, List.of(1), List.of());
  private static final TaskBeside THIRD = new TaskBeside(3, List.of(), List.of());

  private final TasksBeside tasks = new TasksBeside(List.of(FIRST, SECOND, THIRD));

  private CompletableFuture<@Nullable TaskBeside> takenBySomebodyElse() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return tasks.take();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void aTaskThatWaitsForAnotherIsLeftOutUntilThatHasPassed() throws InterruptedException {
    assertThat(tasks.take()).isEqualTo(FIRST);
    assertThat(tasks.take()).isEqualTo(THIRD);
    tasks.done(FIRST, true);
    assertThat(tasks.take()).isEqualTo(SECOND);
    assertThat(tasks.take()).isNull();
  }

  @Test
  void whoeverComesTooEarlyWaits() throws InterruptedException {
    assertThat(tasks.take()).isEqualTo(FIRST);
    assertThat(tasks.take()).isEqualTo(THIRD);
    CompletableFuture<@Nullable TaskBeside> next = takenBySomebodyElse();
    tasks.done(THIRD, true);
    tasks.done(FIRST, true);
    assertThat(next.join()).isEqualTo(SECOND);
  }

  @Test
  void whatWaitsForATaskThatDidNotPassIsNeverHandedOut() throws InterruptedException {
    assertThat(tasks.take()).isEqualTo(FIRST);
    assertThat(tasks.take()).isEqualTo(THIRD);
    CompletableFuture<@Nullable TaskBeside> next = takenBySomebodyElse();
    tasks.done(FIRST, false);
    tasks.done(THIRD, true);
    assertThat(next.join()).isNull();
  }

  @Test
  void afterAStopNothingIsHandedOut() throws InterruptedException {
    assertThat(tasks.take()).isEqualTo(FIRST);
    tasks.stop();
    assertThat(tasks.take()).isNull();
  }
}
