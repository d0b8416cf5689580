package dev.kindling.profile.scan;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import scala.Tuple2;

/**
 * What some buckets come to.
 *
 * @param distinct the number of different hashes of each item; 0 is the rows
 * @param tally the tallies that arrived here, merged
 */
record BucketCounts(long[] distinct, RecountTally tally) implements Serializable {

  private static final int FIRST = 1024;

  /** The hashes of a bucket, gathered. */
  private static final class Gathered {
    private long[] hashes = new long[FIRST];
    private int size;

    void add(long[] chunk) {
      if (size + chunk.length > hashes.length) {
        hashes = Arrays.copyOf(hashes, Math.max(size + chunk.length, hashes.length * 3 / 2));
      }
      System.arraycopy(chunk, 0, hashes, size, chunk.length);
      size += chunk.length;
    }

    long distinct() {
      Arrays.sort(hashes, 0, size);
      long distinct = size > 0 ? 1 : 0;
      for (int i = 1; i < size; i++) {
        distinct += hashes[i] == hashes[i - 1] ? 0 : 1;
      }
      return distinct;
    }
  }

  /** Counts the chunks of {@link HashChunks} that came together in one place. */
  static BucketCounts of(
      Iterator<Tuple2<Integer, Object>> chunks, List<Recounted> columns, int buckets) {
    Map<Integer, Gathered> gathered = new HashMap<>();
    RecountTally tally = new RecountTally(columns);
    while (chunks.hasNext()) {
      Tuple2<Integer, Object> chunk = chunks.next();
      if (chunk._2() instanceof RecountTally part) {
        tally.merge(part);
      } else {
        gathered.computeIfAbsent(chunk._1(), key -> new Gathered()).add((long[]) chunk._2());
      }
    }
    long[] distinct = new long[columns.size() + 1];
    gathered.forEach((key, hashes) -> distinct[key / buckets] += hashes.distinct());
    return new BucketCounts(distinct, tally);
  }

  void merge(BucketCounts other) {
    for (int i = 0; i < distinct.length; i++) {
      distinct[i] += other.distinct[i];
    }
    tally.merge(other.tally);
  }
}
