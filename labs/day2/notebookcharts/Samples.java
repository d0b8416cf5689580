package day2.notebookcharts;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.AnswerError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Samples of many points, sorted by {@code x}, of which two fifths lack their {@code y}.
 *
 * @param spark makes the points
 */
record Samples(SparkSession spark) {

  private static final int POINTS = 60_000;
  private static final int MOST = 1_000;
  private static final int FEW = 100;

  private static final String UNSAMPLED =
      "The sample has all 36,000 points that can be drawn. A browser draws each of them, and most hide below others. Take at most `maxPoints`.";

  /**
   * The x of a sample of 1,000 from 0 to 60,000 has a mean of 30,000 with a standard error of
   * 60,000 / √12 / √1,000 = 548. A sample of about 1,000 that is cut at 1,000 loses at most a tenth
   * at its end, which moves the mean by at most 3,000. Six standard errors more are 6,300.
   */
  private static final double OFF = 6_300;

  /**
   * Whole data are more than 570,000 bytes that cannot be made smaller (36,000 rows with 16 random
   * ones each); a sample of 1,000 rows from each of two partitions stays below 200,000.
   */
  private static final long MOST_BYTES = 350_000;

  Dataset<Row> points() {
    return spark
        .range(0, POINTS, 1, 2)
        .selectExpr(
            "cast(id as double) + (pmod(xxhash64(id), 1000003) / 1000003d) as x",
            "if(id % 5 < 2, null, xxhash64(id, 7) / 1e13d) as y",
            "'a note that nobody draws' as note");
  }

  void judge(NotebookChartsLab lab) {
    DriverBytes<List<Row>> sampled =
        DriverBytes.of(
            "the sample",
            spark.sparkContext(),
            () -> lab.scatterSample(points(), "x", "y", MOST, 7).collectAsList());
    List<Row> rows = sampled.value();
    expect(rows.size())
        .as("the number of points")
        .toBeAtMost(MOST)
        .diagnose("unsampled", size -> size > POINTS / 2, UNSAMPLED)
        .diagnose(
            "about-not-at-most",
            size -> size < MOST * 1.2,
            size ->
                "The sample has %.0f points, more than %d: `sample(fraction, seed)` tosses a coin for each row, so the number is only about right. Cut it with `limit` afterwards."
                    .formatted(size, MOST));
    expect(nulls(rows))
        .as("the points without a value")
        .toBe(0)
        .diagnose(
            "nulls-kept",
            nulls -> nulls > 0,
            nulls ->
                "%.0f of %d points have a null and cannot be drawn. Drop them before you sample, with `na().drop()` on the two columns."
                    .formatted(nulls, rows.size()));
    Set<Row> distinct = new HashSet<>(rows);
    expect(distinct.size())
        .as("the number of different points")
        .toBe(rows.size())
        .diagnose(
            "with-replacement",
            size -> size < rows.size(),
            size ->
                "Of %d points, %.0f are copies of others: the sample was drawn with replacement. Without it (`withReplacement` false, which is the default) no row comes twice."
                    .formatted(rows.size(), rows.size() - size));
    expect(rows.stream().mapToDouble(row -> row.getDouble(0)).average().orElse(0))
        .as("the mean of `x`, whose values go evenly from 0 to %,d,".formatted(POINTS))
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
            size ->
                "Only %.0f of %d points are left: two fifths of the rows have a null, and they were dropped after the sample was taken. Drop them first, and take the share of the rows that remain."
                    .formatted(size, MOST));
    expect(sampled.bytes())
        .as("the bytes that came to the driver")
        .toBeAtMost(MOST_BYTES)
        .diagnose(
            "collects-everything",
            bytes -> bytes > MOST_BYTES,
            bytes ->
                "%,.0f bytes came to the driver for a sample of %d points: the whole table was collected and thinned out afterwards. A large table does not fit there. Sample in Spark, and let only the sample come."
                    .formatted(bytes, rows.size()));
  }

  void judgeSeeds(NotebookChartsLab lab) {
    Set<Row> first = sample(lab, 7);
    expect(first.size())
        .as("the number of different points")
        .toBeAtMost(FEW)
        .diagnose("unsampled", size -> size > POINTS / 2, UNSAMPLED);
    expect(sample(lab, 7).equals(first))
        .as("whether seed 7 gives the same points twice")
        .toBe(true)
        .diagnose(
            "seed-ignored",
            false,
            "The same seed gave other points: the chart of tomorrow will not be the one of today. Pass `seed` to `sample` or to `rand`.");
    expect(sample(lab, 8).equals(first))
        .as("whether seed 8 gives the same points as seed 7")
        .toBe(false)
        .diagnose(
            "seed-fixed",
            true,
            "Two seeds gave the same points, so `seed` is not used: pass it to `sample` or to `rand`.");
  }

  private Set<Row> sample(NotebookChartsLab lab, long seed) {
    return compute(
        "the sample",
        () -> new HashSet<>(lab.scatterSample(points(), "x", "y", FEW, seed).collectAsList()));
  }

  /** Fewer points than may be drawn. */
  void judgeFew(NotebookChartsLab lab) {
    Dataset<Row> few = points().where("x < 500");
    List<Row> rows;
    try {
      rows = compute("the sample", () -> lab.scatterSample(few, "y", "x", MOST, 7).collectAsList());
    } catch (AnswerError e) {
      String message = String.valueOf(e.getCause() == null ? null : e.getCause().getMessage());
      if (!message.contains("fraction")) {
        throw e;
      }
      expect(message)
          .as("what came of 300 points")
          .toBe("300 points")
          .diagnose(
              "fraction-above-one",
              told -> true,
              "`sample` was asked for more than all rows: %d of 300 is a share of 3.3, and Spark refuses shares above 1. Use `Math.min(1.0, …)`."
                  .formatted(MOST));
      return;
    }
    expect(rows.size())
        .as("the sample of 300 points")
        .toBe(300)
        .diagnose(
            "nulls-kept",
            size -> size > 300,
            "Rows with a null were kept. They cannot be drawn: drop them before you sample.");
    expect(rows.isEmpty() ? 0 : rows.get(0).length())
        .as("the columns of the sample")
        .toBe(2)
        .diagnose(
            "every-column",
            columns -> columns > 2,
            "The sample has every column of the table. Two are drawn: select `x` and `y`.");
  }

  private static long nulls(List<Row> rows) {
    return rows.stream().filter(row -> row.isNullAt(0) || row.isNullAt(1)).count();
  }
}
