package dev.kindling.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to show: a table, a text, a chart or a report.
 *
 * @param title what it is, such as {@code 7,200 rows × 4 columns}
 * @param columns the headings of a table; empty for a text
 * @param types the types beneath the headings, such as {@code double}; empty for a text
 * @param rows the first rows of a table, as text
 * @param text the text, or null
 * @param chart the chart's Vega-Lite specification, or null
 * @param page a page of HTML for the browser, or null
 */
public record ShownPart(
    String title,
    List<String> columns,
    List<String> types,
    List<List<String>> rows,
    @Nullable String text,
    @Nullable String chart,
    @Nullable String page) {

  public ShownPart {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table. */
  public static ShownPart table(
      String title, List<String> columns, List<String> types, List<List<String>> rows) {
    return new ShownPart(title, columns, types, rows, null, null, null);
  }

  /**
   * A chart.
   *
   * @param specification in Vega-Lite, as JSON
   */
  public static ShownPart chart(String title, String specification) {
    return new ShownPart(title, List.of(), List.of(), List.of(), null, specification, null);
  }

  /**
   * A report.
   *
   * @param text what it says in short
   * @param html the whole of it, for the browser
   */
  public static ShownPart report(String title, @Nullable String text, String html) {
    return new ShownPart(title, List.of(), List.of(), List.of(), text, null, html);
  }

  public static ShownPart text(String title, String text) {
    return new ShownPart(title, List.of(), List.of(), List.of(), text, null, null);
  }
}
