package dev.kindling.tracking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class GroupCommitTest {

  private static final int WORKS = 40;

  @TempDir private Path folder;
  private Database database;
  private ExecutorService callers;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("mlflow.db"));
    callers = Executors.newFixedThreadPool(WORKS + 1);
  }

  @AfterEach
  void close() {
    callers.shutdownNow();
    database.close();
  }

  @Test
  void workThatFailsTakesNoOtherWithIt() throws Exception {
    List<Future<Void>> done = together(i -> i % 3 == 0);

    for (int i = 0; i < WORKS; i++) {
      Future<Void> one = done.get(i);
      if (i % 3 == 0) {
        assertThatThrownBy(one::get)
            .isInstanceOf(ExecutionException.class)
            .hasRootCauseMessage("work " + i + " fails");
      } else {
        one.get();
      }
    }
    assertThat(names())
        .containsExactlyInAnyOrderElementsOf(
            java.util.stream.IntStream.range(0, WORKS)
                .filter(i -> i % 3 != 0)
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of("first " + i, "second " + i))
                .toList());
  }

  @Test
  void nothingIsHalfWritten() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      insert(handle, "half");
                      assertThat(names(handle)).containsExactly("half");
                      throw new IllegalStateException("no further");
                    }))
        .hasMessage("no further");

    assertThat(names()).isEmpty();
  }

  /** The control: without the failure the same two rows are there. */
  @Test
  void worksThatShareACommitAreAllWritten() throws Exception {
    for (Future<Void> one : together(i -> false)) {
      one.get();
    }

    assertThat(names()).hasSize(2 * WORKS);
  }

  @Test
  void breakingAConstraintIsTheBusinessOfOneWorkOnly() throws Exception {
    insertNamed("taken");
    List<Future<Void>> done =
        blocked(
            List.of(
                handle -> insert(handle, "before"),
                handle -> {
                  insert(handle, "with");
                  insert(handle, "taken");
                },
                handle -> insert(handle, "after")));

    done.get(0).get();
    assertThatThrownBy(done.get(1)::get).isInstanceOf(ExecutionException.class);
    done.get(2).get();
    assertThat(names()).containsExactlyInAnyOrder("taken", "before", "after");
  }

  @Test
  void anErrorInOneWorkDoesNotEndTheWriter() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      insert(handle, "lost");
                      throw new StackOverflowError("too deep");
                    }))
        .hasStackTraceContaining("too deep");

    insertNamed("next");
    assertThat(names()).containsExactly("next");
  }

  @Test
  void aWriteThatHasReturnedIsSeenByTheNextRead() throws Exception {
    List<Future<Boolean>> seen = new ArrayList<>();
    for (int i = 0; i < WORKS; i++) {
      String name = "row " + i;
      seen.add(
          callers.submit(
              () -> {
                insertNamed(name);
                return names().contains(name);
              }));
    }

    for (Future<Boolean> one : seen) {
      assertThat(one.get()).isTrue();
    }
  }

  @Test
  void aClosedStoreRefusesToWrite() {
    database.close();

    assertThatThrownBy(() -> insertNamed("late")).hasMessageContaining("closed");
  }

  private interface Step {
    void run(Handle handle);
  }

  private List<Future<Void>> together(java.util.function.IntPredicate fails) throws Exception {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < WORKS; i++) {
      int number = i;
      steps.add(
          handle -> {
            insert(handle, "first " + number);
            if (fails.test(number)) {
              throw new IllegalStateException("work " + number + " fails");
            }
            insert(handle, "second " + number);
          });
    }
    return blocked(steps);
  }

  /** Queues the steps, in order, while the writer is held up, so that they share one commit. */
  private List<Future<Void>> blocked(List<Step> steps) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Future<Object> holder =
        callers.submit(
            () ->
                database.write(
                    handle -> {
                      held.countDown();
                      await(release);
                      return null;
                    }));
    held.await();
    List<Future<Void>> done = new ArrayList<>();
    CountDownLatch submitted = new CountDownLatch(steps.size());
    for (Step step : steps) {
      done.add(
          callers.submit(
              () -> {
                submitted.countDown();
                return database.write(
                    handle -> {
                      step.run(handle);
                      return null;
                    });
              }));
    }
    submitted.await();
    Thread.sleep(100);
    release.countDown();
    holder.get();
    return done;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void insertNamed(String name) {
    database.write(
        handle -> {
          insert(handle, name);
          return null;
        });
  }

  private static void insert(Handle handle, String name) {
    handle
        .createUpdate("INSERT INTO registered_models (name, creation_time) VALUES (:name, 1)")
        .bind("name", name)
        .execute();
  }

  private List<String> names() {
    return database.read(GroupCommitTest::names);
  }

  private static List<String> names(Handle handle) {
    return handle.createQuery("SELECT name FROM registered_models").mapTo(String.class).list();
  }
}
