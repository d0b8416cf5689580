package dev.kindling.profile.scan;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What a pass needs to know of a frame.
 *
 * @param readings one per column
 * @param correlated the numbers of the columns of which correlations are taken
 * @param sampleRows how many rows to keep
 * @param seed of the sample
 */
record ScanPlan(List<Reading> readings, List<Integer> correlated, int sampleRows, long seed)
    implements Serializable {

  ScanPlan {
    readings = List.copyOf(readings);
    correlated = List.copyOf(correlated);
  }

  Reading reading(int column) {
    return readings.get(column);
  }

  int[] correlatedColumns() {
    return correlated.stream().mapToInt(Integer::intValue).toArray();
  }

  ColumnScan[] columns() {
    return readings.stream().map(ColumnScan::new).toArray(ColumnScan[]::new);
  }

  @Override
  public String toString() {
    return Arrays.toString(readings.toArray());
  }
}
