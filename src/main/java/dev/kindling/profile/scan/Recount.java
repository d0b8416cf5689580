package dev.kindling.profile.scan;

import dev.kindling.profile.stat.ValueCounts.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the second pass found.
 *
 * @param distinctRows how many different rows there are
 * @param columns what it counted of columns with many different values, by their numbers
 */
public record Recount(long distinctRows, Map<Integer, ColumnRecount> columns) {

  /**
   * Of a column.
   *
   * @param distinct how many different values it has
   * @param bins the counts of its histogram; empty without one
   * @param candidates the counts of the values that may be frequent
   */
  public record ColumnRecount(long distinct, List<Long> bins, List<Counted> candidates) {

    public ColumnRecount {
      bins = List.copyOf(bins);
      candidates = List.copyOf(candidates);
    }
  }

  public Recount {
    columns = Map.copyOf(columns);
  }

  static Recount of(List<Recounted> items, BucketCounts counts) {
    Map<Integer, ColumnRecount> columns = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      List<Long> bins = new ArrayList<>();
      for (long count : counts.tally().bins(i)) {
        bins.add(count);
      }
      List<Counted> candidates = new ArrayList<>();
      counts
          .tally()
          .candidates(i)
          .forEach((value, count) -> candidates.add(new Counted(value, count[0])));
      columns.put(
          items.get(i).column(), new ColumnRecount(counts.distinct()[i + 1], bins, candidates));
    }
    return new Recount(counts.distinct()[0], columns);
  }
}
