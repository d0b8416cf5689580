package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.check.Answers;
import dev.kindling.data.DataContext;
import dev.kindling.data.Frame;
import dev.kindling.data.Generated;
import dev.kindling.data.GeneratedData;
import dev.kindling.data.Generator;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import dev.kindling.run.protocol.WorkerRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a call's limit of a second counts. */
@Timeout(120)
final class TimedCallTest {

  private static final int LIMIT = 1;

  private final SparkSession spark = TestSpark.session();
  private final AnswerLines lines =
      new AnswerLines(
          new WorkerRequest.Open(
              "", "", "day9.none.None", "", "", "", "day9.none", Map.of(), Map.of(), 42, null));

  /** A contract with one method. */
  public interface Work {
    long done() throws Exception;
  }

  /** Uses two seconds of a processor, if it is not interrupted. */
  static long compute() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long used = 0;
    while (used < TimeUnit.SECONDS.toNanos(2) && !Thread.currentThread().isInterrupted()) {
      used = threads.getCurrentThreadCpuTime() - start;
    }
    return used;
  }

  /** A generator that computes for two seconds. */
  public static final class SlowGenerator implements Generator<Long> {

    @Override
    public String name() {
      return "slow";
    }

    @Override
    public Generated<Long> generate(long seed) {
      long truth = compute();
      StructType schema = new StructType().add("x", DataTypes.LongType);
      Table table = new Table(List.of("x"), List.of(List.of(truth)));
      return new Generated<>(List.of(new Frame("numbers", schema, table)), truth);
    }
  }

  private <T> TimedCall.Ended<T> run(Callable<T> work) throws InterruptedException {
    return call(work).run(LIMIT, spark.sparkContext(), lines);
  }

  private <T> TimedCall<T> call(Callable<T> work) {
    return new TimedCall<>("a call", getClass().getClassLoader(), work);
  }

  private static Work answer(Work answer) {
    return Answers.wrap(Work.class, answer);
  }

  @Test
  void whatACallReturnsOrThrowsComesBack() throws Exception {
    assertThat(run(() -> 7)).isEqualTo(new TimedCall.Ended<>(7, null, false, null, false));
    Exception thrown = new Exception("no");
    assertThat(
            run(
                () -> {
                  throw thrown;
                }))
        .isEqualTo(new TimedCall.Ended<>(null, thrown, false, null, false));
  }

  @Test
  void anAnswerThatComputesForLongerThanTheLimitIsCut() throws Exception {
    TimedCall.Ended<Long> ended = run(answer(TimedCallTest::compute)::done);
    assertThat(ended.cut()).isTrue();
    assertThat(ended.stuck()).as("it looks whether it is interrupted").isFalse();
  }

  @Test
  void anAnswerThatWaitsInVainIsCut() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Work waits =
        answer(
            () -> {
              never.await();
              return 1;
            });
    assertThat(run(waits::done).cut()).isTrue();
  }

  @Test
  void anAnswerThatAsksAgainAndAgainIsCut() throws Exception {
    Work asks =
        answer(
            () -> {
              while (true) {
                Thread.sleep(20);
              }
            });
    assertThat(run(asks::done).cut()).isTrue();
  }

  @Test
  void anAnswerThatWillNotEndIsToldAsStuck() throws Exception {
    CountDownLatch enough = new CountDownLatch(1);
    Work deaf =
        answer(
            () -> {
              while (enough.getCount() > 0) {
                Thread.onSpinWait();
              }
              return 1;
            });
    TimedCall.Ended<Long> ended = run(deaf::done);
    enough.countDown();
    assertThat(ended.cut()).isTrue();
    assertThat(ended.stuck()).isTrue();
  }

  @Test
  void makingADatasetCostsTheAnswerNothing(@TempDir Path cache) throws Exception {
    TimedCall.Ended<Long> ended =
        run(
            () -> {
              DataContext context = new DataContext(spark, 42, cache);
              var data = new GeneratedData<>(context, new SlowGenerator());
              return answer(() -> data.frame(new StructType().add("x", "long"), "numbers").count())
                  .done();
            });
    assertThat(ended.error()).isNull();
    assertThat(ended.value()).isEqualTo(1);
  }

  @Test
  void whatTheCheckComputesCostsTheAnswerNothing() throws Exception {
    TimedCall.Ended<Long> ended =
        run(
            () -> {
              compute();
              return answer(() -> 1).done();
            });
    assertThat(ended.value()).isEqualTo(1);
  }

  @Test
  void aCheckThatNeverEndsIsCutInTheEnd() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    TimedCall.Ended<Long> ended =
        run(
            () -> {
              never.await();
              return 1L;
            });
    assertThat(ended.cut()).isTrue();
    assertThat(ended.location()).isNull();
  }

  @Test
  void aCancelEndsACallBeforeItsLimit() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<TimedCall.Ended<Long>> ended = new AtomicReference<>();
    TimedCall<Long> call =
        call(
            () -> {
              begun.countDown();
              return answer(
                      () -> {
                        Thread.sleep(TimeUnit.DAYS.toMillis(1));
                        return 1;
                      })
                  .done();
            });
    Thread waiting =
        new Thread(
            () -> {
              try {
                ended.set(call.run(86_400, spark.sparkContext(), lines));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    waiting.start();
    begun.await();
    call.cancel();
    waiting.join();
    assertThat(ended.get().cut()).isTrue();
    assertThat(ended.get().stuck()).isFalse();
  }
}
