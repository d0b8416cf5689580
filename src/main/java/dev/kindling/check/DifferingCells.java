package dev.kindling.check;

import dev.kindling.check.compare.Pairing;
import dev.kindling.check.compare.RowPair;
import dev.kindling.check.compare.RowSet;
import dev.kindling.check.compare.Same;
import dev.kindling.check.compare.Tolerances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the cells that are not as expected, in rows that are recognised by their key. */
final class DifferingCells {

  private DifferingCells() {}

  /** All of them; none where rows are missing, too many, or cannot be recognised. */
  static List<DifferingCell> of(RowSet wantedRows, RowSet found, Tolerances tolerances) {
    // Rows that are there twice would leave no column that names a row; copies differ alike.
    RowSet expected = wantedRows.distinct();
    RowSet actual = found.inOrderOf(expected.columns()).distinct();
    Pairing pairing = Pairing.of(expected, actual, tolerances);
    boolean whole =
        pairing.isByKey()
            && pairing.pairs().stream().noneMatch(pair -> pair.isMissing() || pair.isExtra());
    List<DifferingCell> cells = new ArrayList<>();
    for (RowPair pair : whole ? pairing.pairs() : List.<RowPair>of()) {
      Map<String, Object> wanted = named(expected, pair.expected());
      Map<String, Object> row = named(actual, pair.actual());
      for (String column : expected.columns()) {
        if (!Same.values(wanted.get(column), row.get(column), tolerances.of(column))) {
          cells.add(new DifferingCell(wanted, row, column));
        }
      }
    }
    return cells;
  }

  private static Map<String, Object> named(RowSet rows, int index) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      named.put(rows.columns().get(i), rows.rows().get(index).get(i));
    }
    return named;
  }
}
