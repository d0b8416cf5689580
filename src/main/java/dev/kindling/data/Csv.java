package dev.kindling.data;

import java.util.ArrayList;
import java.util.List;

/** Tables as CSV: a header line, {@code \n} line ends, a missing value is an empty cell. */
public final class Csv {

  private Csv() {}

  /** The whole table as text. */
  public static String text(Table table) {
    StringBuilder text = new StringBuilder();
    line(text, new ArrayList<>(table.columns()));
    for (List<Object> row : table.rows()) {
      line(text, row);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    text.append('\n');
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String plain = value instanceof Double number ? Decimals.text(number) : value.toString();
    boolean quotes =
        plain.isEmpty() || plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n');
    return quotes ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}
