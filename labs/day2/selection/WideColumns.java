package day2.selection;

import dev.kindling.data.Table;
import dev.kindling.data.selection.Wide;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of the wide numbers as columns of their own, with an int label: none of them has anything to
 * do with it.
 */
record WideColumns(Table train, Table test) {

  static final String LABEL = "side";

  /** So many that about twelve of them pass a test at the level of 0.1 by chance. */
  private static final int COLUMNS = 120;

  static WideColumns of(Wide wide) {
    return new WideColumns(table(wide.train()), table(wide.test()));
  }

  static List<String> columns() {
    return IntStream.range(0, COLUMNS).mapToObj("w%03d"::formatted).toList();
  }

  private static Table table(Table wide) {
    List<String> names = new ArrayList<>(List.of("id"));
    names.addAll(columns());
    names.add(LABEL);
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : wide.rows()) {
      List<Object> cells = new ArrayList<>(List.of(row.get(0)));
      cells.addAll(((List<?>) row.get(1)).subList(0, COLUMNS));
      cells.add((int) Cells.number(row.get(2)));
      rows.add(cells);
    }
    return new Table(names, rows);
  }
}
