package dev.kindling.data;

import dev.kindling.data.Pieces.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of a table: see {@link Table#parse}. */
final class TableText {

  private static final char BAR = '|';

  private final List<String> header = new ArrayList<>();
  private final List<ColumnType> types = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable TableBuilder builder;

  private TableText() {}

  static Table parse(String text) {
    TableText reader = new TableText();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        reader.line(i + 1, lines[i]);
      }
    }
    if (reader.builder == null) {
      throw new IllegalArgumentException(
          "The text of a table is empty: begin with a line such as 'id:int | city:string'.");
    }
    return reader.builder.build();
  }

  private void line(int number, String line) {
    List<Piece> cells;
    try {
      cells = Pieces.of(line, BAR);
    } catch (Pieces.OpenQuote e) {
      throw wrong(number, e.start(), e);
    }
    if (builder == null) {
      cells.forEach(cell -> name(number, cell));
      builder = new TableBuilder(header);
    } else if (cells.size() == header.size()) {
      row(number, cells);
    } else {
      throw new IllegalArgumentException(
          "Line %d of the table has %d values, but there are %d columns: %s."
              .formatted(number, cells.size(), header.size(), line.strip()));
    }
  }

  private void name(int number, Piece cell) {
    try {
      ColumnHead head = ColumnHead.of(cell.text());
      if (!names.add(head.name())) {
        throw new IllegalArgumentException(
            "there is a column '%s' already: give each a name of its own.".formatted(head.name()));
      }
      header.add(cell.text());
      types.add(
          head.type()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "column '%s' has no type: write it like '%s:int'."
                              .formatted(head.name(), head.name()))));
    } catch (IllegalArgumentException e) {
      throw wrong(number, cell.start(), e);
    }
  }

  private void row(int number, List<Piece> cells) {
    Object[] values = new Object[cells.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = new Literal(cells.get(i).text()).value(types.get(i));
      } catch (IllegalArgumentException e) {
        throw wrong(number, cells.get(i).start(), e);
      }
    }
    Objects.requireNonNull(builder, "A header comes before the first row.").row(values);
  }

  private static IllegalArgumentException wrong(int line, int start, Exception cause) {
    return new IllegalArgumentException(
        "Line %d, column %d of the table: %s".formatted(line, start + 1, cause.getMessage()),
        cause);
  }
}
