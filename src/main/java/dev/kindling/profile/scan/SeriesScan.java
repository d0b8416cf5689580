package dev.kindling.profile.scan;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Sums and counts of the numeric columns at each time. */
public final class SeriesScan implements Serializable {

  private final SeriesPlan plan;
  private final Map<Double, double[]> sums = new TreeMap<>();

  SeriesScan(SeriesPlan plan) {
    this.plan = plan;
  }

  static SeriesScan of(SeriesPlan plan, Iterator<Row> rows) {
    SeriesScan scan = new SeriesScan(plan);
    while (rows.hasNext()) {
      scan.add(rows.next());
    }
    return scan;
  }

  private void add(Row row) {
    double step = row.isNullAt(0) ? Double.NaN : plan.step(row.get(0));
    if (!Double.isFinite(step)) {
      return;
    }
    double[] at = sums.computeIfAbsent(step, key -> new double[2 * plan.columns().size()]);
    for (int i = 0; i < plan.columns().size(); i++) {
      Object cell = row.get(i + 1);
      double value = cell == null ? Double.NaN : plan.readings().get(i).asNumber(cell);
      if (Double.isFinite(value)) {
        at[2 * i] += value;
        at[2 * i + 1]++;
      }
    }
  }

  void merge(SeriesScan other) {
    other.sums.forEach(
        (step, theirs) -> {
          double[] ours = sums.computeIfAbsent(step, key -> new double[theirs.length]);
          for (int i = 0; i < theirs.length; i++) {
            ours[i] += theirs[i];
          }
        });
  }

  /** The columns that have a series, by their numbers. */
  public List<Integer> columns() {
    return plan.columns();
  }

  /** Whether times were put together into equal steps because there were too many. */
  public boolean stepped() {
    return plan.step() > 0;
  }

  /** The means of a column in the order of time; times at which it has no value are left out. */
  public double[] series(int column) {
    int at = plan.columns().indexOf(column);
    return sums.values().stream()
        .filter(sum -> sum[2 * at + 1] > 0)
        .mapToDouble(sum -> sum[2 * at] / sum[2 * at + 1])
        .toArray();
  }
}
