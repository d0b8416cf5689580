package dev.kindling.profile.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Brings what was found in the partitions home in one job, merged in the order of the partitions,
 * so that the same partitions always give the same result. Of many partitions, groups are merged
 * first where they are, so the driver holds only a few at a time.
 *
 * @param <T> what is found in a partition
 */
final class Parts<T> {

  private static final int FEW = 16;

  private final JavaRDD<Tuple2<Integer, T>> parts;

  private Parts(JavaRDD<Tuple2<Integer, T>> parts) {
    this.parts = parts;
  }

  /** What {@code find} makes of each partition; nothing runs yet. */
  static <T> Parts<T> of(JavaRDD<Row> rows, Function2<Integer, Iterator<Row>, T> find) {
    return new Parts<>(
        rows.mapPartitionsWithIndex(
            (index, part) -> List.of(new Tuple2<>(index, find.call(index, part))).iterator(),
            false));
  }

  /**
   * Runs the job.
   *
   * @param none what to begin with
   * @param merge puts two together
   */
  T merge(T none, Merge<T> merge) {
    int partitions = parts.getNumPartitions();
    List<Tuple2<Integer, T>> found;
    if (partitions <= FEW) {
      found = parts.collect();
    } else {
      int size = (int) Math.ceil(Math.sqrt(partitions));
      int groups = (partitions + size - 1) / size;
      found =
          parts
              .mapToPair(part -> new Tuple2<>(part._1() / size, part))
              .groupByKey(groups)
              .map(
                  group ->
                      new Tuple2<>(
                          group._1(), inOrder(group._2()).reduce(merge::apply).orElseThrow()))
              .collect();
    }
    return inOrder(found).reduce(none, merge::apply);
  }

  private static <T> Stream<T> inOrder(Iterable<Tuple2<Integer, T>> parts) {
    List<Tuple2<Integer, T>> sorted = new ArrayList<>();
    parts.forEach(sorted::add);
    sorted.sort(Comparator.comparing(Tuple2::_1));
    return sorted.stream().map(Tuple2::_2);
  }
}
