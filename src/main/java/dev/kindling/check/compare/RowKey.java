package dev.kindling.check.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;

/**
 * The columns that tell the expected rows apart, and by which the actual rows can be recognised.
 *
 * <p>A result is a poor key, even where all results differ: so an id is the first choice, then what
 * names or dates a row, then whole numbers, and fractions only where there is nothing else. Within
 * one of these kinds one column is better than two, and two are better than three.
 *
 * @param columns the names, one to three
 */
record RowKey(List<String> columns) {

  private static final int MOST_COLUMNS = 3;

  /** More than this many columns are not combined. */
  private static final int MOST_COMBINED = 8;

  private static final Pattern ID = Pattern.compile("(?i:id)|.*(Id|ID|[_ ]id)");

  /** Fractions that are this near are one key: they may have been computed in two ways. */
  private static final MathContext DIGITS = new MathContext(9);

  private enum Kind {
    ID,
    NAME,
    WHOLE,
    FRACTION
  }

  private record Candidate(Kind kind, List<Integer> places) {}

  /**
   * The best key; empty if no columns are one, or hardly any actual row has a key that is known.
   */
  static Optional<RowKey> of(RowSet expected, RowSet actual) {
    if (expected.size() == 0 || actual.size() == 0) {
      return Optional.empty();
    }
    return candidates(expected, actual).stream()
        .map(
            candidate ->
                new RowKey(candidate.places().stream().map(expected.columns()::get).toList()))
        .filter(key -> key.tellsApart(expected) && key.isKnownTo(expected, actual))
        .findFirst();
  }

  /** The key of each row, in order. */
  List<List<Object>> values(RowSet rows) {
    return stream(rows).toList();
  }

  private Stream<List<Object>> stream(RowSet rows) {
    List<Integer> places = columns.stream().map(rows.columns()::indexOf).toList();
    return rows.rows().stream().map(row -> value(row, places));
  }

  private static List<Object> value(List<Object> row, List<Integer> places) {
    List<Object> key = new ArrayList<>(places.size());
    places.forEach(place -> key.add(comparable(row.get(place))));
    return key;
  }

  private boolean tellsApart(RowSet expected) {
    Set<Object> seen = new HashSet<>();
    return stream(expected).allMatch(seen::add);
  }

  /** At least half of the fewer rows are recognised: otherwise the key itself went wrong. */
  private boolean isKnownTo(RowSet expected, RowSet actual) {
    Set<Object> known = stream(expected).collect(Collectors.toSet());
    long met = stream(actual).filter(known::contains).distinct().count();
    return 2 * met >= Math.min(expected.size(), actual.size());
  }

  private static @Nullable Object comparable(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isNaN(number) || Double.isInfinite(number)
          ? (Object) number
          : new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    }
    return Cell.of(value, Tolerance.DEFAULT).key();
  }

  private static List<Candidate> candidates(RowSet expected, RowSet actual) {
    List<Kind> kinds = new ArrayList<>();
    List<Integer> usable = new ArrayList<>();
    for (int i = 0; i < expected.columns().size(); i++) {
      Kind kind = kind(expected, i, actual);
      kinds.add(kind);
      if (kind != null) {
        usable.add(i);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (List<Integer> places : combinations(usable)) {
      Kind worst = places.stream().map(kinds::get).max(Comparator.naturalOrder()).orElseThrow();
      candidates.add(new Candidate(worst, places));
    }
    candidates.sort(
        Comparator.comparing(Candidate::kind)
            .thenComparing(candidate -> candidate.places().size()));
    return candidates;
  }

  /** All sets of one to three places, in the order of the columns. */
  private static List<List<Integer>> combinations(List<Integer> usable) {
    List<List<Integer>> sets =
        usable.stream().map(List::of).collect(Collectors.toCollection(ArrayList::new));
    List<Integer> combined = usable.subList(0, Math.min(MOST_COMBINED, usable.size()));
    List<List<Integer>> grown = combined.stream().map(List::of).toList();
    for (int size = 2; size <= MOST_COLUMNS; size++) {
      grown = grown.stream().flatMap(set -> larger(set, combined)).toList();
      sets.addAll(grown);
    }
    return sets;
  }

  private static Stream<List<Integer>> larger(List<Integer> set, List<Integer> combined) {
    int last = set.get(set.size() - 1);
    return combined.stream()
        .filter(place -> place > last)
        .map(place -> Stream.concat(set.stream(), Stream.of(place)).toList());
  }

  /** Null if the column can be no key. */
  private static @Nullable Kind kind(RowSet expected, int place, RowSet actual) {
    String column = expected.columns().get(place);
    int there = actual.columns().indexOf(column);
    Kind kind = kind(expected.types().get(place));
    if (kind == null || there < 0 || kind != kind(actual.types().get(there))) {
      return null;
    }
    return kind != Kind.FRACTION && ID.matcher(column).matches() ? Kind.ID : kind;
  }

  private static @Nullable Kind kind(DataType type) {
    if (type.equals(DataTypes.StringType)
        || type.equals(DataTypes.BooleanType)
        || type.equals(DataTypes.DateType)
        || type.equals(DataTypes.TimestampType)
        || type.equals(DataTypes.TimestampNTZType)) {
      return Kind.NAME;
    }
    if (type.equals(DataTypes.IntegerType)
        || type.equals(DataTypes.LongType)
        || type.equals(DataTypes.ShortType)
        || type.equals(DataTypes.ByteType)) {
      return Kind.WHOLE;
    }
    return type.equals(DataTypes.DoubleType)
            || type.equals(DataTypes.FloatType)
            || type instanceof DecimalType
        ? Kind.FRACTION
        : null;
  }
}
