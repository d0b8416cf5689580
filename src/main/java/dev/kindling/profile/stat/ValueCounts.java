package dev.kindling.profile.stat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often each value occurs, as long as there are few different ones. With more than {@link
 * #MOST} it gives up and forgets all, so a column of ids takes no memory.
 */
public final class ValueCounts implements Serializable {

  /** The most different values that are counted one by one. */
  public static final int MOST = 2_000;

  private @Nullable Map<Object, long[]> counts = new HashMap<>();

  /** A value and how often it occurs. */
  public record Counted(Object value, long count) {}

  /** Counts one occurrence; the value is a text, number or boolean. */
  public void add(Object value) {
    add(value, 1);
  }

  private void add(Object value, long times) {
    if (counts == null) {
      return;
    }
    long[] count = counts.get(value);
    if (count != null) {
      count[0] += times;
    } else if (counts.size() < MOST) {
      counts.put(value, new long[] {times});
    } else {
      counts = null;
    }
  }

  public void merge(ValueCounts other) {
    if (other.counts == null) {
      counts = null;
    } else {
      for (Map.Entry<Object, long[]> entry : other.counts.entrySet()) {
        add(entry.getKey(), entry.getValue()[0]);
      }
    }
  }

  /** Whether there were few enough to count them. */
  public boolean complete() {
    return counts != null;
  }

  private Map<Object, long[]> all() {
    return Objects.requireNonNull(counts, "There were too many different values to count them.");
  }

  /** The number of different values; only when {@link #complete}. */
  public int distinct() {
    return all().size();
  }

  /** All values, the most frequent first, ties by their text; only when {@link #complete}. */
  public List<Counted> byFrequency() {
    List<Counted> all = new ArrayList<>();
    all().forEach((value, count) -> all.add(new Counted(value, count[0])));
    all.sort(order());
    return all;
  }

  /** The order of {@link #byFrequency}. */
  public static Comparator<Counted> order() {
    return Comparator.comparingLong(Counted::count)
        .reversed()
        .thenComparing(counted -> counted.value().toString());
  }
}
