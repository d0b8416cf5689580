package day2.notebookcharts.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.notebookcharts.NotebookChartsLab;
import dev.kindling.check.KnownErrors;
import dev.kindling.check.ThrowingSupplier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Samples of many points, sorted by {@code x}, of which two fifths lack their {@code y}. */
record Samples(SparkSession spark) {

  private static final int POINTS = 60_000;
  private static final int MOST = 1_000;
  private static final int FEW = 100;

  static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "fraction-above-one",
              error -> error.says("(?i)fraction"),
              "`sample` was asked for more than all rows: 20 of 5 is a share of 4, and Spark refuses shares above 1. Use `Math.min(1.0, …)`.");

  private static final String ABOUT =
      "There are more points than `maxPoints`: `sample(fraction, seed)` tosses a coin for each row, so the number is only about right, with some seeds more and with others less. Cut it with `limit` afterwards.";

  /** Six standard errors of the mean, 60,000 / √12 / √1,000 = 548 each, and a tenth cut off. */
  private static final double OFF = 6_300;

  /** All 36,000 rows are more than 570,000 bytes, ordered samples of two partitions 200,000. */
  private static final long MOST_BYTES = 350_000;

  private Dataset<Row> points() {
    return spark
        .range(0, POINTS, 1, 2)
        .selectExpr(
            "cast(id as double) + (pmod(xxhash64(id), 1000003) / 1000003d) as x",
            "if(id % 5 < 2, null, xxhash64(id, 7) / 1e13d) as y",
            "'a note that nobody draws' as note");
  }

  void judge(NotebookChartsLab lab) {
    AtomicLong bytes = new AtomicLong();
    List<Row> rows =
        countingBytes(bytes, () -> lab.scatterSample(points(), "x", "y", MOST, 7).collectAsList());
    expect(rows.size())
        .as("the number of points")
        .toBeAtMost(MOST)
        .diagnose("about-not-at-most", size -> size < MOST * 1.3, ABOUT)
        .help("A browser draws each point, and most hide below others: take at most `maxPoints`.");
    expect(rows.stream().filter(row -> row.isNullAt(0) || row.isNullAt(1)).count())
        .as("the number of points without a value")
        .toBe(0)
        .help("Points with a null cannot be drawn. Drop them before you sample: `na().drop()`.");
    expect(new HashSet<>(rows).size())
        .as("the number of different points")
        .toBe(rows.size())
        .help(
            "Some points are copies of others: the sample was drawn with replacement. Without it (`withReplacement` false, which is the default) no row comes twice.");
    expect(rows.stream().mapToDouble(row -> row.getDouble(0)).average().orElse(0))
        .as("the mean of `x`, whose values go evenly from 0 to 60,000,")
        .within(OFF)
        .toBe(POINTS / 2.0)
        .diagnose(
            "first-rows",
            mean -> mean < POINTS * 0.4,
            "The points come from the start of the table, and it is sorted: `limit` keeps the first rows that it finds. Order by `rand(seed)` before the `limit`, or `sample` a share that gives no more than `maxPoints`, so that next to nothing is cut.");
    expect(rows.size())
        .as("the number of points")
        .toBeAtLeast(MOST * 0.9)
        .diagnose(
            "nulls-after-sampling",
            size -> size > MOST * 0.45 && size < MOST * 0.75,
            "Two fifths of the rows have a null, and they were dropped after the sample was taken. Drop them first, and take the share of the rows that remain.");
    expect(bytes.get())
        .as("the bytes that came to the driver")
        .toBeAtMost(MOST_BYTES)
        .diagnose(
            "collects-everything",
            many -> true,
            "The whole table was collected and thinned out afterwards. A large table does not fit into the driver. Sample in Spark, and let only the sample come.");
  }

  /** A sample that tosses coins is too large with every other seed, so some are tried. */
  void judgeSeeds(NotebookChartsLab lab) {
    Set<Row> first = sample(lab, 7);
    expect(sample(lab, 7).equals(first))
        .as("whether seed 7 gives the same points twice")
        .toBe(true)
        .diagnose(
            "seed-ignored",
            false,
            "The same seed gave other points: the chart of tomorrow will not be the one of today. Pass `seed` to `sample` or to `rand`.");
    for (long seed : new long[] {8, 42, 0, 1, 99, 1234}) {
      Set<Row> other = sample(lab, seed);
      expect(other.equals(first))
          .as("whether seed %d gives the same points as seed 7".formatted(seed))
          .toBe(false)
          .diagnose(
              "seed-fixed",
              true,
              "Two seeds gave the same points, so `seed` is not used: pass it to `sample` or to `rand`.");
      expect(other.size())
          .as("the number of different points with seed " + seed)
          .toBeAtMost(FEW)
          .diagnose("about-not-at-most", size -> size < FEW * 1.6, ABOUT);
    }
  }

  private Set<Row> sample(NotebookChartsLab lab, long seed) {
    return compute(
        "the sample",
        () -> new HashSet<>(lab.scatterSample(points(), "x", "y", FEW, seed).collectAsList()));
  }

  /** Adds up the bytes that Spark's tasks send to the driver meanwhile. */
  private <T> T countingBytes(AtomicLong bytes, ThrowingSupplier<T> call) {
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            bytes.addAndGet(end.taskMetrics() == null ? 0 : end.taskMetrics().resultSize());
          }
        };
    SparkContext context = spark.sparkContext();
    waitForEvents(context);
    context.addSparkListener(listener);
    try {
      T value = compute("the sample", call);
      waitForEvents(context);
      return value;
    } finally {
      context.removeSparkListener(listener);
    }
  }

  private static void waitForEvents(SparkContext context) {
    try {
      context.listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new IllegalStateException("Spark did not tell of its tasks.", e);
    }
  }
}
