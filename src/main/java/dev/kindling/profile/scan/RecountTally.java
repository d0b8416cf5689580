package dev.kindling.profile.scan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The counts of a second pass that fit into a few numbers: bins, and candidates. */
final class RecountTally implements Serializable {

  private static final long[] NONE = {0};

  private final List<long[]> bins = new ArrayList<>();
  private final List<Map<Object, long[]>> candidates = new ArrayList<>();

  RecountTally(List<Recounted> columns) {
    for (Recounted column : columns) {
      bins.add(column.emptyBins());
      candidates.add(column.emptyCounts());
    }
  }

  void add(int item, Recounted column, Object cell, Object key) {
    int bin = column.bin(cell);
    if (bin >= 0) {
      bins.get(item)[bin]++;
    }
    if (!column.candidates().isEmpty()) {
      long[] count = candidates.get(item).get(key);
      if (count != null) {
        count[0]++;
      }
    }
  }

  void merge(RecountTally other) {
    for (int item = 0; item < bins.size(); item++) {
      for (int bin = 0; bin < bins.get(item).length; bin++) {
        bins.get(item)[bin] += other.bins.get(item)[bin];
      }
      Map<Object, long[]> theirs = other.candidates.get(item);
      for (Map.Entry<Object, long[]> own : candidates.get(item).entrySet()) {
        own.getValue()[0] += theirs.getOrDefault(own.getKey(), NONE)[0];
      }
    }
  }

  long[] bins(int item) {
    return bins.get(item);
  }

  Map<Object, long[]> candidates(int item) {
    return candidates.get(item);
  }
}
