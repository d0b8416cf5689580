package dev.kindling.data.segments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The adjusted Rand index: how well two groupings of the same things agree, whatever the groups are
 * called. 1 is full agreement, and 0 what chance would give.
 */
public final class AdjustedRand {

  private AdjustedRand() {}

  /**
   * The index of two groupings.
   *
   * @param first the group of each thing
   * @param second the group of each thing in another grouping, in the same order
   */
  public static double of(List<?> first, List<?> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "The first grouping has %d things and the second %d: give both the same."
              .formatted(first.size(), second.size()));
    }
    Map<Object, Long> left = new HashMap<>();
    Map<Object, Long> right = new HashMap<>();
    Map<List<?>, Long> both = new HashMap<>();
    for (int i = 0; i < first.size(); i++) {
      left.merge(first.get(i), 1L, Long::sum);
      right.merge(second.get(i), 1L, Long::sum);
      both.merge(List.of(first.get(i), second.get(i)), 1L, Long::sum);
    }
    double together = pairs(both);
    double leftPairs = pairs(left);
    double rightPairs = pairs(right);
    double byChance = leftPairs * rightPairs / pairs(first.size());
    double most = (leftPairs + rightPairs) / 2;
    return most == byChance ? 1 : (together - byChance) / (most - byChance);
  }

  private static double pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToDouble(AdjustedRand::pairs).sum();
  }

  private static double pairs(long size) {
    return size * (size - 1) / 2.0;
  }
}
