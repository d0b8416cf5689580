package dev.kindling.cause.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Finds the columns whose nulls are what some of the expected rows have in common. */
final class NullColumns {

  private NullColumns() {}

  /**
   * The columns of which each null lies in a chosen row, if each chosen row has one; otherwise
   * none.
   *
   * @param chosen positions of expected rows
   * @param among whether a column may be named
   */
  static List<Integer> of(Paired paired, Set<Integer> chosen, IntPredicate among) {
    List<List<Object>> rows = paired.expected().rows();
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < paired.expected().columns().size(); column++) {
      int at = column;
      boolean some = chosen.stream().anyMatch(row -> rows.get(row).get(at) == null);
      boolean others = false;
      for (int i = 0; i < rows.size() && !others; i++) {
        others = !chosen.contains(i) && rows.get(i).get(at) == null;
      }
      if (some && !others && among.test(column)) {
        columns.add(column);
      }
    }
    boolean all =
        chosen.stream()
            .allMatch(
                row -> columns.stream().anyMatch(column -> rows.get(row).get(column) == null));
    return all ? columns : List.of();
  }

  /** The names of columns as a sentence has them: {@code `a`, `b` or `c`}. */
  static String names(Paired paired, List<Integer> columns) {
    List<String> names = columns.stream().map(paired::name).toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
