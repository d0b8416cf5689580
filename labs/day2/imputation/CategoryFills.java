package day2.imputation;

import dev.kindling.data.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Filling text columns in plain Java: as it should be, and as known mistakes have it. */
record CategoryFills(Table train, Table df, List<String> asLevel, List<String> byMode) {

  private static final String LEVEL = "Missing";

  Table right() {
    return fill(column -> LEVEL, modes(train));
  }

  /** The modes of the rows to fill. */
  Table ownModes() {
    return fill(column -> LEVEL, modes(df));
  }

  /** The modes of train and the rows to fill together. */
  Table modesOfAll() {
    return fill(column -> LEVEL, modes(NamedRows.union(train, df)));
  }

  /** Nothing learned: every gap is the level. */
  Table levelForMode() {
    return fill(column -> LEVEL, column -> LEVEL);
  }

  /** No level: every gap is the mode. */
  Table modeForLevel() {
    return fill(modes(train), modes(train));
  }

  private static Function<String, Object> modes(Table table) {
    return column -> table.values(column).mode();
  }

  private Table fill(Function<String, Object> level, Function<String, Object> mode) {
    List<Map<String, Object>> rows = NamedRows.of(df);
    Map<String, Object> fills = new LinkedHashMap<>();
    asLevel.forEach(column -> fills.put(column, level.apply(column)));
    byMode.forEach(column -> fills.put(column, mode.apply(column)));
    for (Map<String, Object> row : rows) {
      row.replaceAll((column, value) -> value == null ? fills.get(column) : value);
    }
    return NamedRows.table(rows);
  }
}
