package dev.kindling.run;

import static dev.kindling.run.ChecksBeside.Ending.NOT_PASSED;
import static dev.kindling.run.ChecksBeside.Ending.PASSED;
import static dev.kindling.run.ChecksBeside.Ending.TODO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.protocol.WorkerRequest.Judge;
import dev.kindling.run.protocol.WorkerRequest.TaskBeside;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which check is judged next beside others. */
@Timeout(60)
final class ChecksBesideTest {

  private final ChecksBeside checks =
      new ChecksBeside(
          List.of(
              task(1, List.of(), "one", "two"),
              task(2, List.of(1), "three", "four"),
              task(3, List.of(), "five")));

  private static TaskBeside task(int number, List<Integer> after, String... checks) {
    return new TaskBeside(
        number, after, Stream.of(checks).map(check -> new Judge(check, 1, "method", 20)).toList());
  }

  private ChecksBeside.Item take(String name) throws InterruptedException {
    ChecksBeside.Item item = Objects.requireNonNull(checks.take(), "nothing is left");
    assertThat(item.check().check()).isEqualTo(name);
    return item;
  }

  private CompletableFuture<ChecksBeside.@Nullable Item> takenBySomebodyElse() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return checks.take();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** In the order in which they are handed out. */
  private List<ChecksBeside.Item> takeThoseThatNeedNotWait() throws InterruptedException {
    return List.of(take("one"), take("two"), take("five"));
  }

  @Test
  void checksOfATaskThatWaitsAreLeftOutUntilAllOfTheOtherTaskHavePassed()
      throws InterruptedException {
    List<ChecksBeside.Item> taken = takeThoseThatNeedNotWait();
    checks.done(taken.get(0), PASSED);
    checks.done(taken.get(1), PASSED);
    take("three");
    take("four");
    assertThat(checks.take()).isNull();
  }

  @Test
  void whoeverComesTooEarlyWaits() throws InterruptedException {
    List<ChecksBeside.Item> taken = takeThoseThatNeedNotWait();
    CompletableFuture<ChecksBeside.@Nullable Item> next = takenBySomebodyElse();
    checks.done(taken.get(2), PASSED);
    checks.done(taken.get(0), PASSED);
    assertThat(next).isNotDone();
    checks.done(taken.get(1), PASSED);
    assertThat(Objects.requireNonNull(next.join(), "one is left").check().check())
        .isEqualTo("three");
  }

  @Test
  void whatWaitsForATaskThatIsNotWrittenIsNeverHandedOut() throws InterruptedException {
    List<ChecksBeside.Item> taken = takeThoseThatNeedNotWait();
    CompletableFuture<ChecksBeside.@Nullable Item> next = takenBySomebodyElse();
    checks.done(taken.get(0), TODO);
    checks.done(taken.get(1), PASSED);
    checks.done(taken.get(2), PASSED);
    assertThat(next.join()).isNull();
  }

  @Test
  void ofATaskThatIsNotWrittenNothingElseIsHandedOut() throws InterruptedException {
    checks.done(take("one"), TODO);
    checks.done(take("five"), PASSED);
    assertThat(checks.take()).isNull();
    assertThat(checks.stumbled()).containsExactly(1);
  }

  @Test
  void onceACheckHasNotPassedNothingIsHandedOut() throws InterruptedException {
    checks.done(take("one"), NOT_PASSED);
    assertThat(checks.take()).isNull();
    assertThat(checks.stumbled()).containsExactly(1);
  }

  @Test
  void aTaskThatWasNeverJudgedHasNotStumbled() throws InterruptedException {
    checks.done(take("one"), PASSED);
    checks.done(take("two"), NOT_PASSED);
    assertThat(checks.stumbled()).containsExactly(1);
  }
}
