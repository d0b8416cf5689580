package dev.kindling.check.compare;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;

/**
 * How much a wrong value says about how it came about, in bits or so. Two answers that both give
 * {@code false} need have nothing in common; two that both give 0.3173915 do.
 */
final class Telling {

  private static final int FRACTION = 14;
  private static final int LARGE_NUMBER = 7;
  private static final int SMALL_NUMBER = 2;
  private static final int TEXT = 4;
  private static final int LITTLE = 1;

  private Telling() {}

  /** The bits of those values that are not as expected. */
  static int bits(Compared compared) {
    Optional<RowSet> expected = compared.expected().filter(rows -> sameShape(rows, compared));
    if (expected.isEmpty()) {
      return sum(compared.actual().rows());
    }
    RowSet actual = compared.actual().inOrderOf(expected.get().columns());
    RowMatcher matcher = new RowMatcher(expected.get(), actual, compared.tolerances());
    if (matcher.extra().isEmpty()) {
      return matcher.missing().isEmpty()
          ? sum(compared.actual().rows()) / 4 // another order
          : choices(expected.get().size(), matcher.missing().size());
    }
    int bits = 0;
    for (int column = 0; column < actual.columns().size(); column++) {
      Map<Object, Integer> wanted = counts(expected.get(), matcher.missing(), column);
      for (KeyedRow row : matcher.extra()) {
        Object value = actual.rows().get(row.index()).get(column);
        if (wanted.merge(plain(value), -1, Integer::sum) < 0) {
          bits += bits(value);
        }
      }
    }
    return bits;
  }

  /** How many ways there are to choose so many rows, as a power of two. */
  private static int choices(int rows, int chosen) {
    double bits = 0;
    for (int i = 0; i < Math.min(chosen, rows - chosen); i++) {
      bits += Math.log((double) (rows - i) / (i + 1)) / Math.log(2);
    }
    return (int) bits;
  }

  private static boolean sameShape(RowSet expected, Compared compared) {
    return ColumnWords.difference(expected.columns(), compared.actual().columns()).isEmpty();
  }

  private static Map<Object, Integer> counts(RowSet rows, List<KeyedRow> chosen, int column) {
    Map<Object, Integer> counts = new HashMap<>();
    for (KeyedRow row : chosen) {
      counts.merge(plain(rows.rows().get(row.index()).get(column)), 1, Integer::sum);
    }
    return counts;
  }

  private static Object plain(Object value) {
    return CellText.exact(value);
  }

  private static int sum(List<List<Object>> rows) {
    return rows.stream().flatMap(List::stream).mapToInt(Telling::bits).sum();
  }

  private static int bits(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return number == Math.rint(number) ? whole(number) : FRACTION;
    }
    if (value instanceof Number number) {
      return whole(number.doubleValue());
    }
    if (value instanceof String text) {
      return text.isEmpty() ? LITTLE : TEXT;
    }
    if (value instanceof Vector vector) {
      return elements(vector.toArray());
    }
    if (value instanceof Matrix matrix) {
      return elements(matrix.toArray());
    }
    if (value instanceof Collection<?> many) {
      return many.stream().mapToInt(Telling::bits).sum();
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().mapToInt(Telling::bits).sum();
    }
    if (value instanceof Record composed) {
      return Cell.components(composed).stream().mapToInt(Telling::bits).sum();
    }
    return value == null || value instanceof Boolean ? LITTLE : TEXT;
  }

  private static int elements(double[] numbers) {
    int bits = 0;
    for (double number : numbers) {
      bits += bits((Object) number);
    }
    return bits;
  }

  private static int whole(double number) {
    return Math.abs(number) > 20 ? LARGE_NUMBER : SMALL_NUMBER;
  }
}
