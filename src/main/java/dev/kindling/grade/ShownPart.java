package dev.kindling.grade;

import java.util.List;

/**
 * One thing to show: a table or a text.
 *
 * @param title what it is, such as {@code 7,200 rows × 4 columns}
 * @param columns the headings of a table; empty for a text
 * @param types the types beneath the headings, such as {@code double}; empty for a text
 * @param rows the first rows of a table, as text
 * @param text the text, or null for a table
 */
public record ShownPart(
    String title, List<String> columns, List<String> types, List<List<String>> rows, String text) {

  public ShownPart {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
    rows = rows.stream().map(List::copyOf).toList();
  }

  public static ShownPart text(String title, String text) {
    return new ShownPart(title, List.of(), List.of(), List.of(), text);
  }
}
