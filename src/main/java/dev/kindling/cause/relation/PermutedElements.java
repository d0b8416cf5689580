package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.CellText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.linalg.Vector;

/** Each vector of a column has the elements that were expected, all in the same other order. */
final class PermutedElements implements Relation {

  private static final int SHOWN = 4;

  @Override
  public Optional<Cause> of(Paired paired) {
    if (paired.differing().size() != 1) {
      return Optional.empty();
    }
    int column = paired.differing().get(0);
    List<Paired.Two> rows = paired.values(column);
    int size = rows.isEmpty() ? 0 : elements(rows.get(0).expected()).length;
    boolean comparable =
        size > 1
            && rows.stream()
                .allMatch(
                    two ->
                        elements(two.expected()).length == size
                            && elements(two.actual()).length == size);
    if (!comparable || !distinct(rows, size)) {
      return Optional.empty();
    }
    int[] from = permutation(rows, size);
    if (Arrays.stream(from).anyMatch(place -> place < 0)
        || Arrays.stream(from).distinct().count() < size) {
      return Optional.empty();
    }
    Paired.Two first = rows.get(0);
    String in = paired.name(column).isEmpty() ? "" : " in " + paired.name(column);
    return Optional.of(
        new Cause(
            "elements-in-another-order",
            "Each vector%s has the elements of ours in another order: in the first, ours begin with %s and yours with %s. Look at the order in which the columns are assembled."
                .formatted(in, begin(first.expected()), begin(first.actual()))));
  }

  /** Where each element of what came stands in what was expected, the same for all rows. */
  private static int[] permutation(List<Paired.Two> rows, int size) {
    int[] from = new int[size];
    Arrays.fill(from, -1);
    for (int actual = 0; actual < size; actual++) {
      for (int expected = 0; expected < size && from[actual] < 0; expected++) {
        if (same(rows, expected, actual)) {
          from[actual] = expected;
        }
      }
    }
    return from;
  }

  private static boolean same(List<Paired.Two> rows, int expected, int actual) {
    return rows.stream()
        .allMatch(
            two ->
                new Numbers.Pair(0, elements(two.actual())[actual])
                    .near(elements(two.expected())[expected]));
  }

  /** Two places that always hold the same number could be told apart by nothing. */
  private static boolean distinct(List<Paired.Two> rows, int size) {
    HashSet<List<Double>> seen = new HashSet<>();
    for (int place = 0; place < size; place++) {
      int at = place;
      seen.add(rows.stream().map(two -> elements(two.expected())[at]).toList());
    }
    return seen.size() == size && (rows.size() > 1 || size > 2);
  }

  private static double[] elements(Object value) {
    return value instanceof Vector vector ? vector.toArray() : new double[0];
  }

  private static String begin(Object value) {
    double[] elements = elements(value);
    return CellText.of(Arrays.copyOf(elements, Math.min(SHOWN, elements.length)));
  }
}
