package dev.kindling.profile.scan;

import dev.kindling.profile.stat.NumberSketch;
import dev.kindling.profile.stat.ValueCounts;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the first pass keeps of a column. */
public final class ColumnScan implements Serializable {

  private final Reading reading;
  private final @Nullable NumberSketch numbers;
  private final @Nullable TextScan texts;
  private final ValueCounts values = new ValueCounts();
  private long count;
  private long missing;

  ColumnScan(Reading reading) {
    this.reading = reading;
    this.numbers = reading.numeric() || reading.time() ? new NumberSketch() : null;
    this.texts = reading == Reading.TEXT ? new TextScan() : null;
  }

  /** Takes in a cell and returns its key; null for a missing one. */
  @Nullable Object add(Object cell) {
    if (cell == null) {
      missing++;
      return null;
    }
    count++;
    Object key = reading.key(cell);
    if (reading != Reading.NONE) {
      values.add(key);
    }
    if (numbers != null) {
      numbers.add(reading.asNumber(cell));
    } else if (texts != null) {
      texts.add((String) cell);
    }
    return key;
  }

  void close() {
    if (numbers != null) {
      numbers.close();
    }
  }

  void merge(ColumnScan other) {
    count += other.count;
    missing += other.missing;
    values.merge(other.values);
    if (numbers != null && other.numbers != null) {
      numbers.merge(other.numbers);
    } else if (texts != null && other.texts != null) {
      texts.merge(other.texts);
    }
  }

  public Reading reading() {
    return reading;
  }

  /** Null unless the column holds numbers or times. */
  public @Nullable NumberSketch numbers() {
    return numbers;
  }

  /** Null unless the column holds texts. */
  public @Nullable TextScan texts() {
    return texts;
  }

  /** Nothing is counted of columns that cannot be read. */
  public ValueCounts values() {
    return values;
  }

  /** Cells with a value; NaN is one. */
  public long count() {
    return count;
  }

  /** Cells that are null. */
  public long missing() {
    return missing;
  }
}
