package dev.kindling.profile.scan;

import dev.kindling.profile.report.ProfileSettings;
import dev.kindling.profile.stat.Moments;
import dev.kindling.profile.stat.NumberSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads a frame for its profile: one job for {@link #scan}, one for {@link #recount}, one for
 * {@link #series}, whatever the number of columns.
 */
public final class Scanner {

  /** So many hashes fit into one task's memory with ease: 8 MB. */
  private static final long HASHES_PER_TASK = 1_000_000;

  private final FrameColumns columns;
  private final List<Reading> readings;
  private final ProfileSettings settings;

  /**
   * @param frame is read once by each call; nothing is cached
   */
  public Scanner(Dataset<Row> frame, ProfileSettings settings) {
    this.columns = new FrameColumns(frame);
    this.readings = columns.readings();
    this.settings = settings;
  }

  /** The first pass: everything but what takes too much memory to do at once. */
  public FrameScan scan() {
    List<Integer> all = IntStream.range(0, readings.size()).boxed().toList();
    List<Integer> numeric =
        all.stream()
            .filter(column -> readings.get(column).numeric())
            .limit(settings.correlatedColumns())
            .toList();
    ScanPlan plan = new ScanPlan(readings, numeric, settings.sampleRows(), settings.seed());
    return Parts.of(columns.read(all).javaRDD(), (part, rows) -> FrameScan.of(plan, part, rows))
        .merge(
            new FrameScan(plan, -1),
            (one, other) -> {
              one.merge(other);
              return one;
            });
  }

  /**
   * The second pass: different rows, and for columns with more values than the first could count
   * their number, their histogram and their most frequent ones. Hashes of the cells are spread over
   * tasks and sorted there, so memory does not grow with the rows.
   */
  public Recount recount(FrameScan scan) {
    List<Recounted> items = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      if (!scan.columns().get(i).values().complete()) {
        items.add(item(scan, i));
      }
    }
    int buckets = (int) Math.max(1, scan.rows() / HASHES_PER_TASK);
    long hashes = scan.rows() * (items.size() + 1);
    int tasks =
        (int) Math.max(1, Math.min((items.size() + 1L) * buckets, hashes / HASHES_PER_TASK + 1));
    List<Recounted> columnsToCount = List.copyOf(items);
    JavaPairRDD<Integer, Object> chunks =
        columns
            .readWithRowHash(items.stream().map(Recounted::column).toList())
            .javaRDD()
            .mapPartitionsToPair(rows -> new HashChunks(rows, columnsToCount, buckets));
    List<BucketCounts> found =
        chunks
            .partitionBy(new HashPartitioner(tasks))
            .mapPartitions(
                part -> List.of(BucketCounts.of(part, columnsToCount, buckets)).iterator())
            .collect();
    BucketCounts all =
        new BucketCounts(new long[items.size() + 1], new RecountTally(columnsToCount));
    found.forEach(all::merge);
    return Recount.of(items, all);
  }

  private Recounted item(FrameScan scan, int column) {
    ColumnScan scanned = scan.columns().get(column);
    NumberSketch numbers = scanned.numbers();
    Moments moments = numbers == null ? new Moments() : numbers.moments();
    boolean drawn = moments.count() > 0;
    return new Recounted(
        column,
        scanned.reading(),
        drawn ? moments.min() : 0,
        drawn ? moments.max() : 0,
        drawn ? settings.bins() : 0,
        Candidates.of(scan.sample(), column, settings.mostFrequent()));
  }

  /**
   * The third pass: the mean of each numeric column at each time.
   *
   * @param timeColumn the number of a column of dates, timestamps or numbers
   */
  public SeriesScan series(FrameScan scan, int timeColumn) {
    List<Integer> numeric =
        IntStream.range(0, readings.size())
            .filter(column -> readings.get(column).numeric() && column != timeColumn)
            .boxed()
            .toList();
    SeriesPlan plan =
        SeriesPlan.of(scan.columns().get(timeColumn), readings.get(timeColumn), numeric, readings);
    List<Integer> read = new ArrayList<>(List.of(timeColumn));
    read.addAll(numeric);
    return Parts.of(columns.read(read).javaRDD(), (part, rows) -> SeriesScan.of(plan, rows))
        .merge(
            new SeriesScan(plan),
            (one, other) -> {
              one.merge(other);
              return one;
            });
  }
}
