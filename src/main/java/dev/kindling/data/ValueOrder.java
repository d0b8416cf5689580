package dev.kindling.data;

import java.util.Comparator;
import java.util.List;

/**
 * The order in which Spark sorts values upwards: null first, NaN last among numbers, lists element
 * by element.
 */
final class ValueOrder implements Comparator<Object> {

  @Override
  public int compare(Object one, Object other) {
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    if (one instanceof Number left && other instanceof Number right) {
      return left instanceof Long && right instanceof Long
          ? Long.compare(left.longValue(), right.longValue())
          : Double.compare(left.doubleValue(), right.doubleValue());
    }
    if (one instanceof List<?> left && other instanceof List<?> right) {
      return lists(left, right);
    }
    return comparable(one, other);
  }

  private int lists(List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  @SuppressWarnings("unchecked")
  private static int comparable(Object one, Object other) {
    if (one instanceof Comparable<?> && one.getClass() == other.getClass()) {
      return ((Comparable<Object>) one).compareTo(other);
    }
    throw new IllegalArgumentException(
        "'%s' (%s) and '%s' (%s) have no order: sort by a column of one type."
            .formatted(
                one, one.getClass().getSimpleName(), other, other.getClass().getSimpleName()));
  }
}
