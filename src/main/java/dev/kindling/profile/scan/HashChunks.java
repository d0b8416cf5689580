package dev.kindling.profile.scan;

import dev.kindling.profile.stat.Hash64;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Reads rows and hands out hashes of their cells in chunks, each for one bucket of one column, and
 * at the end the tally. It never holds more than one unfinished chunk per bucket.
 */
final class HashChunks implements Iterator<Tuple2<Integer, Object>> {

  private static final int CHUNK = 1024;

  private final Iterator<Row> rows;
  private final List<Recounted> columns;
  private final int buckets;
  private final RecountTally tally;
  private final long[][] chunks;
  private final int[] sizes;
  private final Deque<Tuple2<Integer, Object>> ready = new ArrayDeque<>();
  private boolean ended;

  /**
   * @param rows the hash of each row, and then its cells
   * @param columns what the cells are
   * @param buckets into how many the hashes of one column are spread
   */
  HashChunks(Iterator<Row> rows, List<Recounted> columns, int buckets) {
    this.rows = rows;
    this.columns = columns;
    this.buckets = buckets;
    this.tally = new RecountTally(columns);
    this.chunks = new long[(columns.size() + 1) * buckets][];
    this.sizes = new int[chunks.length];
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && rows.hasNext()) {
      read(rows.next());
    }
    if (ready.isEmpty() && !ended) {
      ended = true;
      for (int i = 0; i < chunks.length; i++) {
        if (sizes[i] > 0) {
          ready.add(new Tuple2<>(i, Arrays.copyOf(chunks[i], sizes[i])));
        }
        chunks[i] = null;
      }
      ready.add(new Tuple2<>(0, tally));
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Integer, Object> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("All rows have been read.");
    }
    return ready.poll();
  }

  private void read(Row row) {
    add(0, row.getLong(0));
    for (int i = 0; i < columns.size(); i++) {
      Object cell = row.get(i + 1);
      if (cell != null) {
        Recounted column = columns.get(i);
        Object key = column.reading().key(cell);
        add(i + 1, Hash64.of(key));
        tally.add(i, column, cell, key);
      }
    }
  }

  private void add(int item, long hash) {
    int at = item * buckets + (int) Long.remainderUnsigned(hash, buckets);
    if (chunks[at] == null) {
      chunks[at] = new long[CHUNK];
    }
    chunks[at][sizes[at]++] = hash;
    if (sizes[at] == CHUNK) {
      ready.add(new Tuple2<>(at, chunks[at]));
      chunks[at] = null;
      sizes[at] = 0;
    }
  }
}
