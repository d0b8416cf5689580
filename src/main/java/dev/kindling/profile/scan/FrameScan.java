package dev.kindling.profile.scan;

import dev.kindling.profile.stat.CoMoments;
import dev.kindling.profile.stat.RowSample;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** What the first pass over a frame, or over a part of it, brings home. */
public final class FrameScan implements Serializable {

  private final ColumnScan[] columns;
  private final int[] correlated;
  private final CoMoments coMoments;
  private final RowSample sample;
  private long rows;

  /** A scan that has seen nothing. */
  FrameScan(ScanPlan plan, int part) {
    this.columns = plan.columns();
    this.correlated = plan.correlatedColumns();
    this.coMoments = new CoMoments(correlated.length);
    this.sample = new RowSample(plan.sampleRows(), plan.seed(), part);
  }

  /** Reads a part to its end. */
  static FrameScan of(ScanPlan plan, int part, Iterator<Row> rows) {
    FrameScan scan = new FrameScan(plan, part);
    Object[] keys = new Object[scan.columns.length];
    double[] numbers = new double[scan.correlated.length];
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int i = 0; i < keys.length; i++) {
        keys[i] = scan.columns[i].add(row.get(i));
      }
      for (int i = 0; i < numbers.length; i++) {
        Object key = keys[scan.correlated[i]];
        numbers[i] = key == null ? Double.NaN : plan.reading(scan.correlated[i]).asNumber(key);
      }
      scan.coMoments.add(numbers);
      scan.sample.offer(keys);
      scan.rows++;
    }
    for (ColumnScan column : scan.columns) {
      column.close();
    }
    return scan;
  }

  void merge(FrameScan other) {
    rows += other.rows;
    for (int i = 0; i < columns.length; i++) {
      columns[i].merge(other.columns[i]);
    }
    coMoments.merge(other.coMoments);
    sample.merge(other.sample);
  }

  public long rows() {
    return rows;
  }

  public List<ColumnScan> columns() {
    return Arrays.asList(columns);
  }

  /** The columns of {@link #coMoments}, by their numbers. */
  public List<Integer> correlated() {
    return Arrays.stream(correlated).boxed().toList();
  }

  public CoMoments coMoments() {
    return coMoments;
  }

  /** Rows drawn at random; all of them if there are no more than asked for. Null is missing. */
  public List<Object[]> sample() {
    return sample.rows();
  }
}
