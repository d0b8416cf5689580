package dev.kindling.profile.scan;

import dev.kindling.profile.stat.Moments;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How rows become a series: by their time, or by their place among equal steps when there are too
 * many times.
 *
 * @param time how the time column is read
 * @param columns the numeric columns, by their numbers
 * @param readings how these are read
 * @param low the first time
 * @param step the width of a step; 0 when each time is a step of its own
 */
record SeriesPlan(
    Reading time, List<Integer> columns, List<Reading> readings, double low, double step)
    implements Serializable {

  /** The longest series; the first pass counts times one by one up to here. */
  static final int MOST = 2_000;

  SeriesPlan {
    columns = List.copyOf(columns);
    readings = List.copyOf(readings);
  }

  static SeriesPlan of(ColumnScan time, Reading reading, List<Integer> columns, List<Reading> all) {
    Moments moments =
        Objects.requireNonNull(time.numbers(), "A time is sketched as a number.").moments();
    boolean few = time.values().complete();
    return new SeriesPlan(
        reading,
        columns,
        columns.stream().map(all::get).toList(),
        few ? 0 : moments.min(),
        few ? 0 : (moments.max() - moments.min()) / MOST);
  }

  /** The step of a time; NaN if the time is not finite. */
  double step(Object cell) {
    double at = time.asNumber(cell);
    return step == 0 || !Double.isFinite(at)
        ? at
        : Math.min(MOST - 1.0, Math.floor((at - low) / step));
  }
}
