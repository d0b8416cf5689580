package dev.kindling.check;

import dev.kindling.data.DataContext;
import dev.kindling.data.Draws;
import dev.kindling.data.Frame;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a check or an example is given to make inputs with: frames from tables, in the order and the
 * partitions that the check wants, and seeds. Ask for it as a parameter. What is random comes from
 * the seed of the run: with another one, an assessment sees other numbers.
 */
public final class Given {

  private static final String STREAM = "given";

  /** Seeds that a message can show; a model does not care how large one is. */
  private static final int SEEDS = 1_000_000;

  private final DataContext context;

  public Given(DataContext context) {
    this.context = context;
  }

  /** The session of the answer under judgement. */
  public SparkSession spark() {
    return context.spark();
  }

  /**
   * A table as a frame, with the types that it declares, or else those of its values; every column
   * may be null. The optimizer knows these rows: for a function that must run on executors, take
   * {@link #repartitioned}.
   *
   * @throws IllegalArgumentException if nothing tells the type of a column
   */
  public Dataset<Row> frame(Table table) {
    Frame frame = Frame.of(STREAM, table);
    return spark().createDataFrame(frame.rows(), frame.schema());
  }

  /** The frame of a table that is written down; see {@link Table#parse}. */
  public Dataset<Row> frame(String text) {
    return frame(Table.parse(text));
  }

  /** The rows of a frame as a table, as Spark gives their values; for frames of a few rows. */
  public Table table(Dataset<Row> frame) {
    return new Table(
        List.of(frame.columns()),
        frame.collectAsList().stream()
            .map(row -> IntStream.range(0, row.size()).mapToObj(row::get).toList())
            .toList());
  }

  /** A frame of one column of vectors, one row each. */
  public Dataset<Row> vectors(String column, double[]... rows) {
    TableBuilder table = Table.builder(column + ":vector");
    for (double[] row : rows) {
      table.row(Arrays.stream(row).boxed().toList());
    }
    return frame(table.build());
  }

  /**
   * The rows of a frame dealt to so many partitions like cards: row i goes to partition i modulo
   * {@code partitions}, counted from 0. So neighbours are apart, the first row of a partition is
   * not the first of all, and with more partitions than rows some are empty. Starts a job, and the
   * optimizer knows none of the rows.
   */
  public Dataset<Row> repartitioned(Dataset<Row> frame, int partitions) {
    List<Row> rows = frame.collectAsList();
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(spark().sparkContext());
    JavaRDD<Row> dealt =
        IntStream.range(0, partitions)
            .mapToObj(partition -> executors.parallelize(hand(rows, partition, partitions), 1))
            .reduce(JavaRDD::union)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Rows cannot be dealt to '%d' partitions: give at least 1."
                            .formatted(partitions)));
    return spark().createDataFrame(dealt, frame.schema());
  }

  private static List<Row> hand(List<Row> rows, int partition, int partitions) {
    return IntStream.range(0, rows.size())
        .filter(row -> row % partitions == partition)
        .mapToObj(rows::get)
        .toList();
  }

  /** The rows of a frame in a random order of this seed. Starts a job. */
  public Dataset<Row> shuffled(Dataset<Row> frame, long seed) {
    List<Row> rows = frame.collectAsList();
    int[] order = new Draws(seed).permutation(rows.size());
    return spark()
        .createDataFrame(IntStream.of(order).mapToObj(rows::get).toList(), frame.schema());
  }

  /** A seed, the same throughout the run: from 1 to a million. */
  public long seed() {
    return seeds(1).get(0);
  }

  /** So many seeds that differ. The first ones are the same however many are asked for. */
  public List<Long> seeds(int count) {
    Draws draws = draws("seeds");
    Set<Long> seeds = new LinkedHashSet<>();
    while (seeds.size() < count) {
      seeds.add(1L + draws.below(SEEDS));
    }
    return List.copyOf(seeds);
  }

  /** Random numbers for inputs; the same purpose gives the same numbers again. */
  public Draws draws(String purpose) {
    return new Streams(STREAM, context.seed()).draws(purpose);
  }
}
