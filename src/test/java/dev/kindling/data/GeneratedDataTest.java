package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedDataTest {

  private final SparkSession spark = TestSpark.session();

  @TempDir Path cache;

  @Test
  void framesHoldWhatTheGeneratorMade() {
    GeneratedData<Double> data = open(7);
    Table points = new TinyGenerator().generate(7).frames().get(0).table();
    assertThat(rows(data)).containsExactlyInAnyOrderElementsOf(points.rows());
    assertThat(data.truth()).isEqualTo(points.values("x").mean());
  }

  @Test
  void everyKindOfColumnComesBack() {
    List<Row> rows = open(7).frame(TinyGenerator.TYPES, "types").orderBy("text").collectAsList();
    assertThat(rows.get(0).mkString()).isEqualTo("null".repeat(6));
    Row full = rows.get(1);
    assertThat(full.getLong(2)).isEqualTo(5_000_000_000L);
    assertThat(full.getDate(3)).hasToString("2025-03-30");
    assertThat(full.getList(4)).hasToString("[1.5, 2.0]");
    assertThat(full.getStruct(5).getInt(0)).isEqualTo(2);
    assertThat(full.getStruct(5).getList(1)).hasToString("[hall]");
  }

  @Test
  void severalFramesAreReadAsOne() {
    assertThat(open(7).frame(TinyGenerator.POINTS, "points", "points").count()).isEqualTo(6);
    assertThat(open(7).frame(TinyGenerator.POINTS, "points").inputFiles()).hasSize(1);
    var large = new GeneratedData<>(new DataContext(spark, 8, cache), new TinyGenerator(2000));
    assertThat(large.frame(TinyGenerator.POINTS, "points").inputFiles()).hasSize(2);
  }

  @Test
  void aSecondOpeningWritesNothingAndStartsNoJob() throws Exception {
    open(7);
    List<Path> before = below(cache);
    AtomicInteger jobs = new AtomicInteger();
    try (Listening listening = new Listening(jobs::incrementAndGet)) {
      open(7).frame(TinyGenerator.POINTS, "points").schema();
      listening.settle();
      assertThat(jobs).hasValue(0);
      open(9);
      listening.settle();
      assertThat(jobs).as("the listener hears the jobs that write").hasPositiveValue();
    }
    assertThat(below(cache)).containsAll(before);
    assertThat(below(cache.resolve("tiny"), 1)).as("one entry for each of two seeds").hasSize(2);
  }

  @Test
  void anotherSessionSharesTheTruthButReadsForItself() {
    DataContext first = new DataContext(spark, 7, cache);
    DataContext second = first.in(spark.newSession());
    var generator = new TinyGenerator();
    assertThat(new GeneratedData<>(second, generator).truth())
        .isSameAs(new GeneratedData<>(first, generator).truth());
    assertThat(
            new GeneratedData<>(second, generator)
                .frame(TinyGenerator.POINTS, "points")
                .sparkSession())
        .isSameAs(second.spark());
  }

  @Test
  void twoThreadsAtOnceLeaveOneEntry() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<GeneratedData<Double>>> opened = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        opened.add(
            threads.submit(
                () -> {
                  together.await();
                  return open(7);
                }));
      }
      for (Future<GeneratedData<Double>> data : opened) {
        assertThat(rows(data.get())).hasSize(3);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(below(cache.resolve("tiny"), 1)).hasSize(1);
  }

  @Test
  void whatAKillLeftBehindIsIgnored() throws IOException {
    open(7);
    Path entry = below(cache.resolve("tiny"), 1).get(0);
    // A draft that was never renamed, and an entry without its list of contents.
    Files.createDirectories(cache.resolve("tiny").resolve("draft-1").resolve("points"));
    Files.delete(entry.resolve("contents.txt"));
    assertThat(rows(open(7))).hasSize(3);
    assertThat(cache.resolve("tiny").resolve(entry.getFileName() + "-2")).isDirectory();
    assertThat(drafts()).isEmpty();
  }

  @Test
  void aMakerThatIsInterruptedLeavesNothingAndTheNextOneMakesIt() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread maker = new Thread(() -> thrown.set(catchThrowable(() -> open(7))));
    AtomicInteger drafted = new AtomicInteger();
    try (Listening jobs =
        new Listening(
            () -> {
              drafted.addAndGet(drafts().size());
              maker.interrupt();
            })) {
      maker.start();
      maker.join();
      jobs.settle();
    }
    assertThat(thrown.get()).isNotNull().isNotInstanceOf(NoDataException.class);
    assertThat(drafted).as("the control: it was writing").hasPositiveValue();
    assertThat(below(cache.resolve("tiny"), 1)).isEmpty();
    assertThat(rows(open(7))).hasSize(3);
  }

  @Test
  void aMakerThatFailsTriesOnceMore() throws Exception {
    AtomicInteger started = new AtomicInteger();
    try (Listening jobs =
        new Listening(
            () -> {
              if (started.incrementAndGet() == 1) {
                spark.sparkContext().cancelAllJobs();
              }
            })) {
      GeneratedData<Double> data = open(7);
      jobs.settle();
      assertThat(started).as("jobs started").hasValueGreaterThan(2);
      assertThat(rows(data)).hasSize(3);
    }
    assertThat(drafts()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsToldWithWhatToDo() throws IOException {
    Files.writeString(cache.resolve("tiny"), "a file, not a folder");
    assertThatThrownBy(() -> open(7))
        .isInstanceOf(NoDataException.class)
        .hasMessage(
            "The dataset 'tiny' cannot be kept in '%s': '%<s' is a file and no folder; move it away, then run this again.",
            cache.resolve("tiny"));
    Files.delete(cache.resolve("tiny"));
    assertThat(rows(open(7))).as("nothing is remembered").hasSize(3);
  }

  /** Does something whenever a job starts. */
  private final class Listening extends SparkListener implements AutoCloseable {

    private final Runnable reaction;

    Listening(Runnable reaction) {
      this.reaction = reaction;
      spark.sparkContext().addSparkListener(this);
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      reaction.run();
    }

    void settle() throws Exception {
      spark.sparkContext().listenerBus().waitUntilEmpty();
    }

    @Override
    public void close() {
      spark.sparkContext().removeSparkListener(this);
    }
  }

  private List<Path> drafts() {
    try {
      return below(cache.resolve("tiny"), 1).stream()
          .filter(entry -> entry.getFileName().toString().startsWith("draft-"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anEntryThatLostBytesIsIgnored() throws IOException {
    open(7);
    Path entry = below(cache.resolve("tiny"), 1).get(0);
    Path file =
        below(entry).stream()
            .filter(f -> f.getFileName().toString().endsWith(".parquet") && Files.isRegularFile(f))
            .findFirst()
            .orElseThrow();
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(rows(open(7))).hasSize(3);
  }

  private GeneratedData<Double> open(long seed) {
    return new GeneratedData<>(new DataContext(spark, seed, cache), new TinyGenerator());
  }

  private static List<List<Object>> rows(GeneratedData<Double> data) {
    return data.frame(TinyGenerator.POINTS, "points").collectAsList().stream()
        .map(row -> List.of(row.get(0), row.get(1)))
        .toList();
  }

  private static List<Path> below(Path folder) throws IOException {
    return below(folder, Integer.MAX_VALUE);
  }

  private static List<Path> below(Path folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> !file.equals(folder)).toList();
    }
  }
}
