package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Shows rows that differ as two small tables, expected and actual, line by line: at most eight rows
 * and eight columns, the differing cells marked with {@code *}.
 */
final class DifferenceTables {

  private static final int ROWS = 8;
  private static final int COLUMNS = 8;
  private static final String NOTHING = "(no such row)";

  private final RowSet expected;
  private final RowSet actual;
  private final Tolerances tolerances;
  private final List<RowPair> pairs;
  private final List<Integer> columns;
  private final boolean numbered;

  /** With {@code numbered}, each line begins with the position of the row, counted from 1. */
  DifferenceTables(
      RowSet expected,
      RowSet actual,
      Tolerances tolerances,
      List<RowPair> pairs,
      boolean numbered) {
    this.expected = expected;
    this.actual = actual;
    this.tolerances = tolerances;
    this.pairs = pairs;
    this.numbered = numbered;
    this.columns = columns();
  }

  String expectedText() {
    return text(true);
  }

  String actualText() {
    return text(false);
  }

  /**
   * Columns that differ have a place; the first columns, which often name the row, fill the rest.
   */
  private List<Integer> columns() {
    int count = expected.columns().size();
    TreeSet<Integer> chosen = new TreeSet<>();
    for (int column = 0; column < count && chosen.size() < COLUMNS; column++) {
      int candidate = column;
      if (shown().stream().anyMatch(pair -> differs(pair, candidate))) {
        chosen.add(column);
      }
    }
    for (int column = 0; column < count && chosen.size() < COLUMNS; column++) {
      chosen.add(column);
    }
    return List.copyOf(chosen);
  }

  private List<RowPair> shown() {
    return pairs.subList(0, Math.min(ROWS, pairs.size()));
  }

  private boolean differs(RowPair pair, int column) {
    if (pair.isMissing() || pair.isExtra()) {
      return false;
    }
    Tolerance tolerance = tolerances.of(expected.columns().get(column));
    return !Cell.of(value(expected, pair.expected(), column), tolerance)
        .matches(Cell.of(value(actual, pair.actual(), column), tolerance));
  }

  private static Object value(RowSet frame, int row, int column) {
    return frame.rows().get(row).get(column);
  }

  private String text(boolean wanted) {
    TextTable table = new TextTable();
    List<String> header = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    if (numbered) {
      header.add("row");
      right.add(true);
    }
    for (int column : columns) {
      header.add(CellText.of(expected.columns().get(column)));
      right.add(isNumber(column));
    }
    table.header(header, right);
    for (RowPair pair : shown()) {
      addLine(table, pair, wanted);
    }
    StringBuilder text = new StringBuilder(table.toString());
    int moreRows = pairs.size() - shown().size();
    if (moreRows > 0) {
      text.append("… and ").append(moreRows).append(" more\n");
    }
    int moreColumns = expected.columns().size() - columns.size();
    if (moreColumns > 0) {
      text.append("(").append(moreColumns).append(" more columns are not shown)\n");
    }
    return text.toString().stripTrailing();
  }

  private void addLine(TextTable table, RowPair pair, boolean wanted) {
    if (wanted ? pair.isExtra() : pair.isMissing()) {
      table.line(NOTHING);
      return;
    }
    List<String> cells = new ArrayList<>();
    if (numbered) {
      cells.add(Integer.toString((wanted ? pair.expected() : pair.actual()) + 1));
    }
    for (int column : columns) {
      cells.add(cell(pair, column, wanted));
    }
    table.row(cells);
  }

  private String cell(RowPair pair, int column, boolean wanted) {
    if (differs(pair, column)) {
      Object left = value(expected, pair.expected(), column);
      Object right = value(actual, pair.actual(), column);
      return "*" + CellText.distinct(left, right).get(wanted ? 0 : 1);
    }
    return CellText.of(
        wanted ? value(expected, pair.expected(), column) : value(actual, pair.actual(), column));
  }

  private boolean isNumber(int column) {
    return shown().stream()
        .map(
            pair ->
                pair.isExtra()
                    ? value(actual, pair.actual(), column)
                    : value(expected, pair.expected(), column))
        .anyMatch(Number.class::isInstance);
  }
}
