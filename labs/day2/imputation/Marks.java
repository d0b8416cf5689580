package day2.imputation;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Marking gaps in plain Java: as it should be, and as known mistakes have it.
 *
 * @param columns the columns to mark
 * @param sentinels by column, the numbers that mean "not known" in it
 */
record Marks(List<String> columns, Map<String, List<Integer>> sentinels) {

  Table right(Table df) {
    return mark(df, this::isSentinel, this::isSentinel, 1.0);
  }

  /** Sentinels stay numbers. */
  Table sentinelsKept(Table df) {
    return mark(df, (column, value) -> false, (column, value) -> false, 1.0);
  }

  /** The indicators were made while the sentinels were still numbers. */
  Table markedTooEarly(Table df) {
    return mark(df, this::isSentinel, (column, value) -> false, 1.0);
  }

  /** A sentinel of one column is taken for a gap in all of them. */
  Table sentinelsEverywhere(Table df) {
    BiPredicate<String, Object> anywhere =
        (column, value) -> columns.stream().anyMatch(other -> isSentinel(other, value));
    return mark(df, anywhere, anywhere, 1.0);
  }

  /** 1 where there is a value. */
  Table inverted(Table df) {
    return mark(df, this::isSentinel, this::isSentinel, 0.0);
  }

  private boolean isSentinel(String column, Object value) {
    return value instanceof Number number
        && sentinels.getOrDefault(column, List.of()).stream()
            .anyMatch(sentinel -> sentinel == number.doubleValue());
  }

  private Table mark(
      Table df,
      BiPredicate<String, Object> removed,
      BiPredicate<String, Object> seenAsGap,
      double gap) {
    List<Map<String, Object>> marked = new ArrayList<>();
    for (Map<String, Object> row : NamedRows.of(df)) {
      Map<String, Object> cells = new LinkedHashMap<>(row);
      for (String column : columns) {
        Object value = row.get(column);
        boolean isGap = value == null || seenAsGap.test(column, value);
        boolean isNull = value == null || removed.test(column, value);
        cells.put(column, isNull ? null : ((Number) value).doubleValue());
        cells.put(column + "_na", isGap ? gap : 1 - gap);
      }
      marked.add(cells);
    }
    return NamedRows.table(marked);
  }
}
