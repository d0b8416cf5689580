package day2.imputation;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * How often two columns have gaps together, counted in plain Java: as it should be, and as known
 * mistakes have it.
 */
record GapCounts(Table df, List<String> columns) {

  Table right() {
    return count(value -> value == null, (one, other) -> one && other);
  }

  /** Values instead of gaps, as {@code count(column)} counts. */
  Table ofValues() {
    return count(value -> value != null, (one, other) -> one && other);
  }

  /** A gap in at least one of the two columns. */
  Table ofEither() {
    return count(value -> value == null, (one, other) -> one || other);
  }

  /** Empty texts and zeros taken for gaps. */
  Table withEmptyValues() {
    return count(
        value ->
            value == null
                || value.equals("")
                || (value instanceof Number number && number.doubleValue() == 0),
        (one, other) -> one && other);
  }

  private Table count(Predicate<Object> gap, BinaryOperator<Boolean> together) {
    List<Map<String, Object>> rows = NamedRows.of(df);
    List<List<Object>> counts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i; j < columns.size(); j++) {
        String first = columns.get(i);
        String second = columns.get(j);
        long missing =
            rows.stream()
                .filter(row -> together.apply(gap.test(row.get(first)), gap.test(row.get(second))))
                .count();
        counts.add(List.of(first, second, missing, (double) missing / rows.size()));
      }
    }
    return new Table(List.of("first", "second", "missing", "share"), counts);
  }
}
