package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Shows rows that differ as two small tables, expected and actual, line by line: at most eight rows
 * and as many columns as a terminal has room for, the differing cells marked with {@code *}.
 */
final class DifferenceTables {

  private static final int ROWS = 8;
  private static final int COLUMNS = 8;

  /** What fits into a terminal of 80 characters, indented. */
  private static final int WIDTH = 72;

  private static final int BORDER = 3;

  private static final String NOTHING = "(no such row)";

  private final RowSet expected;
  private final RowSet actual;
  private final Tolerances tolerances;
  private final List<RowPair> pairs;

  /** The places of the columns that name a row. */
  private final List<Integer> names;

  private final List<Integer> columns;
  private final boolean numbered;

  /** With {@code numbered}, each line begins with the position of the row, counted from 1. */
  DifferenceTables(
      RowSet expected, RowSet actual, Tolerances tolerances, Pairing pairing, boolean numbered) {
    this.expected = expected;
    this.actual = actual;
    this.tolerances = tolerances;
    this.pairs = pairing.pairs();
    this.names =
        pairing.isByKey()
            ? pairing.key().stream().map(expected.columns()::indexOf).toList()
            : expected.columns().isEmpty() ? List.of() : List.of(0);
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
   * The columns that a screen has room for. Those that name the row come along, the first one where
   * none is known to; then those that differ have precedence, since the others only remind of what
   * the row is.
   */
  private List<Integer> columns() {
    int count = expected.columns().size();
    Set<Integer> wanted = new LinkedHashSet<>(names);
    IntStream.range(0, count).filter(this::differs).forEach(wanted::add);
    boolean namesFit =
        wanted.stream().limit(names.size() + 1L).mapToInt(this::width).sum() <= WIDTH;
    if (!namesFit && wanted.size() > names.size()) {
      names.stream().filter(name -> !differs(name)).forEach(wanted::remove);
    }
    IntStream.range(0, count).forEach(wanted::add);
    TreeSet<Integer> chosen = new TreeSet<>();
    int room = WIDTH;
    for (int column : wanted) {
      int width = width(column);
      if (chosen.isEmpty() || (width <= room && chosen.size() < COLUMNS)) {
        chosen.add(column);
        room -= width;
      }
    }
    return List.copyOf(chosen);
  }

  /** How many characters a column takes in the wider of the two tables, with its border. */
  private int width(int column) {
    int widest = CellText.of(expected.columns().get(column)).length();
    for (RowPair pair : shown()) {
      if (!pair.isExtra()) {
        widest = Math.max(widest, cell(pair, column, true).length());
      }
      if (!pair.isMissing()) {
        widest = Math.max(widest, cell(pair, column, false).length());
      }
    }
    return widest + BORDER;
  }

  private boolean differs(int column) {
    return shown().stream().anyMatch(pair -> differs(pair, column));
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
    text.append(moreColumns());
    return text.toString().stripTrailing();
  }

  private String moreColumns() {
    List<Integer> hidden =
        IntStream.range(0, expected.columns().size())
            .boxed()
            .filter(column -> !columns.contains(column))
            .toList();
    if (hidden.isEmpty()) {
      return "";
    }
    long differing = hidden.stream().filter(this::differs).count();
    String what =
        hidden.size() == 1
            ? "1 more column is not shown"
            : hidden.size() + " more columns are not shown";
    if (differing == 0) {
      return "(" + what + ")\n";
    }
    return "(%s, %s)\n"
        .formatted(
            what, hidden.size() == 1 ? "and differs too" : differing + " of them differ too");
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
