package dev.kindling.reference;

import dev.kindling.data.Lookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

/**
 * How often each level of one category comes with each level of another.
 *
 * @param counts one list per level of the first, one number per level of the second, in the order
 *     in which the levels turn up
 */
public record Contingency(List<List<Long>> counts) {

  /**
   * Counts pairs.
   *
   * @param first the level of each row
   * @param second the level of each row in another category, in the same order
   */
  public static Contingency of(List<?> first, List<?> second) {
    if (first.size() != second.size() || first.isEmpty()) {
      throw new IllegalArgumentException(
          "There are %d and %d levels: give each row one of both."
              .formatted(first.size(), second.size()));
    }
    Map<Object, Integer> rows = places(first);
    Map<Object, Integer> columns = places(second);
    long[][] counts = new long[rows.size()][columns.size()];
    for (int i = 0; i < first.size(); i++) {
      counts[Lookup.of(rows, first.get(i))][Lookup.of(columns, second.get(i))]++;
    }
    List<List<Long>> lists = new ArrayList<>();
    for (long[] row : counts) {
      lists.add(IntStream.range(0, row.length).mapToObj(j -> row[j]).toList());
    }
    return new Contingency(lists);
  }

  private static Map<Object, Integer> places(List<?> levels) {
    Map<Object, Integer> places = new LinkedHashMap<>();
    levels.forEach(level -> places.putIfAbsent(level, places.size()));
    return places;
  }

  /**
   * Pearson's χ² test of independence, without a correction for few rows, as Spark's {@code
   * ChiSquareTest}. With a single level there is nothing to depend on: 0, and p is 1.
   */
  public SignificanceTest test() {
    if (counts.size() < 2 || counts.get(0).size() < 2) {
      return new SignificanceTest(0, 1);
    }
    long[][] table =
        counts.stream()
            .map(row -> row.stream().mapToLong(count -> count).toArray())
            .toArray(long[][]::new);
    ChiSquareTest test = new ChiSquareTest();
    return new SignificanceTest(test.chiSquare(table), test.chiSquareTest(table));
  }

  /**
   * Cramér's V, from 0 to 1: the root of χ² / (n (k - 1)), k being the smaller number of levels
   * (Cramér, Mathematical Methods of Statistics, 1946, p. 282).
   *
   * @return NaN if a category has a single level
   */
  public double cramersV() {
    int smaller = Math.min(counts.size(), counts.get(0).size());
    return Math.sqrt(test().statistic() / (total() * (smaller - 1)));
  }

  /** The mutual information in bits: Σ p(a,b) log2 (p(a,b) / (p(a) p(b))). */
  public double mutualInformation() {
    double n = total();
    double sum = 0;
    for (List<Long> row : counts) {
      double ofRow = row.stream().mapToDouble(count -> count).sum();
      for (int j = 0; j < row.size(); j++) {
        int column = j;
        double ofColumn = counts.stream().mapToDouble(other -> other.get(column)).sum();
        double both = row.get(j);
        sum += both == 0 ? 0 : both / n * Math.log(both * n / (ofRow * ofColumn));
      }
    }
    return sum / Math.log(2);
  }

  private double total() {
    return counts.stream().flatMap(List::stream).mapToDouble(count -> count).sum();
  }
}
