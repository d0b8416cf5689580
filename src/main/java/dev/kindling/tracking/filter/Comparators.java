package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import java.util.Set;

/** Which comparators may be used with what, and what MLflow says about others. */
final class Comparators {

  static final Set<String> OF_NUMBERS = Set.of("=", "!=", ">", ">=", "<", "<=");
  static final Set<String> OF_TEXTS = Set.of("=", "!=", "LIKE", "ILIKE");
  static final Set<String> OF_NAMES = Set.of("=", "!=", "LIKE", "ILIKE", "IN", "NOT IN");
  static final Set<String> OF_TAGS = Set.of("=", "!=", "LIKE", "ILIKE", "IS NULL", "IS NOT NULL");

  private Comparators() {}

  /** Checks a comparator in a filter of runs or experiments. */
  static void check(String comparator, Set<String> known, Set<String> told, String end) {
    if (!known.contains(comparator)) {
      // The real messages lack the closing quote in some places.
      throw TrackingException.invalid(
          "Invalid comparator '%s' not one of '%s%s", comparator, PythonValues.set(told), end);
    }
  }

  /** Checks a comparator in the words of the model registry. */
  static void check(String comparator, Set<String> known, String what) {
    if (!known.contains(comparator)) {
      throw TrackingException.invalid("Invalid comparator for %s: %s", what, comparator);
    }
  }

  /** The error for an order that names something twice. */
  static TrackingException duplicate(List<String> orderBy) {
    return new TrackingException(
        ErrorCode.INTERNAL_ERROR,
        "`order_by` contains duplicate fields: " + PythonValues.list(orderBy));
  }
}
