package dev.kindling.check.compare;

import dev.kindling.data.Lookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a task leaves open in the columns of a frame: the sign of a whole column of numbers, or of
 * each place of a column of vectors; what the labels of a column are called.
 *
 * @param byColumn for the columns in which something is open
 */
public record Freedoms(Map<String, Freedom> byColumn) {

  /** Nothing is open. */
  public static final Freedoms NONE = new Freedoms(Map.of());

  public Freedoms {
    byColumn = Map.copyOf(byColumn);
  }

  /** These and another one. */
  public Freedoms and(String column, Freedom freedom) {
    Map<String, Freedom> more = new HashMap<>(byColumn);
    more.put(column, freedom);
    return new Freedoms(more);
  }

  /**
   * Makes sure that every freedom has its column.
   *
   * @throws IllegalArgumentException if a name is misspelt, and its freedom would do nothing
   */
  public void requireNamesOf(List<String> columns) {
    for (String name : byColumn.keySet()) {
      if (!columns.contains(name)) {
        throw new IllegalArgumentException(
            "Something is left open in '%s', but the expected columns are %s: correct the name."
                .formatted(name, ColumnWords.quoted(columns)));
      }
    }
  }

  /**
   * The form of the expected rows that is nearest to what was found. Rows are paired by the columns
   * in which nothing is open, and by their places if there are none.
   */
  public RowSet nearest(RowSet expected, RowSet actual) {
    List<String> open =
        expected.columns().stream()
            .filter(byColumn::containsKey)
            .filter(actual.columns()::contains)
            .toList();
    if (open.isEmpty()) {
      return expected;
    }
    List<RowPair> pairs = pairs(without(open, expected), without(open, actual));
    List<List<Object>> rows = new ArrayList<>();
    expected.rows().forEach(row -> rows.add(new ArrayList<>(row)));
    for (String column : open) {
      List<Object> wanted = column(expected, column);
      List<Object> found = column(actual, column);
      UnaryOperator<Object> change = change(Lookup.of(byColumn, column), wanted, found, pairs);
      int place = expected.columns().indexOf(column);
      rows.forEach(row -> row.set(place, change.apply(row.get(place))));
    }
    return new RowSet(expected.columns(), expected.types(), rows);
  }

  private static UnaryOperator<Object> change(
      Freedom freedom, List<Object> wanted, List<Object> found, List<RowPair> pairs) {
    List<Object> expected = new ArrayList<>();
    List<Object> actual = new ArrayList<>();
    for (RowPair pair : pairs) {
      expected.add(wanted.get(pair.expected()));
      actual.add(found.get(pair.actual()));
    }
    if (freedom == Freedom.LABELS) {
      return new Relabelling(expected, actual, wanted, found)::of;
    }
    Signs signs = new Signs(false);
    for (int i = 0; i < expected.size(); i++) {
      signs.see(expected.get(i), actual.get(i));
    }
    return freedom == Freedom.SIGN ? signs.turning() : UnaryOperator.identity();
  }

  private static List<RowPair> pairs(RowSet expected, RowSet actual) {
    if (expected.columns().isEmpty()) {
      return IntStream.range(0, Math.min(expected.size(), actual.size()))
          .mapToObj(row -> new RowPair(row, row))
          .toList();
    }
    return Pairing.of(expected, actual, Tolerances.DEFAULT).pairs().stream()
        .filter(pair -> !pair.isMissing() && !pair.isExtra())
        .toList();
  }

  private static List<Object> column(RowSet rows, String column) {
    int place = rows.columns().indexOf(column);
    List<Object> values = new ArrayList<>(rows.size());
    rows.rows().forEach(row -> values.add(row.get(place)));
    return values;
  }

  private static RowSet without(List<String> columns, RowSet rows) {
    return rows.inOrderOf(
        rows.columns().stream().filter(column -> !columns.contains(column)).toList());
  }
}
