package dev.kindling.cli.screen;

import dev.kindling.result.ShownPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A table in columns: types below the headings, numbers to the right, long cells cut. */
public final class TableView {

  private static final int GAP = 2;
  private static final Set<String> NUMBERS =
      Set.of("tinyint", "smallint", "int", "bigint", "float", "double", "long", "short", "byte");

  private final Look look;

  public TableView(Look look) {
    this.look = look;
  }

  /** The lines of the table, with {@code indent} spaces before each. */
  public List<String> lines(ShownPart part, int indent) {
    TableWidths widths = TableWidths.fit(part, look.inside(indent), GAP);
    String margin = " ".repeat(indent);
    List<String> lines = new ArrayList<>();
    lines.add(margin + look.style().bold(row(part.columns(), part, widths)));
    if (!part.types().isEmpty()) {
      lines.add(margin + look.style().dim(row(part.types(), part, widths)));
    }
    for (List<String> row : part.rows()) {
      lines.add((margin + row(row, part, widths)).stripTrailing());
    }
    int hidden = part.columns().size() - widths.shown();
    if (hidden > 0) {
      lines.add(
          margin
              + look.style()
                  .dim(
                      look.glyphs().ellipsis()
                          + " and "
                          + Figures.count(hidden, "more column")
                          + ": "
                          + String.join(", ", clean(part.columns(), widths.shown()))));
    }
    return lines;
  }

  private List<String> clean(List<String> names, int from) {
    return names.subList(from, names.size()).stream().map(CleanText::line).toList();
  }

  private String row(List<String> cells, ShownPart part, TableWidths widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.shown(); i++) {
      String cell = i < cells.size() ? CleanText.line(cells.get(i)) : "";
      String cut = Cells.cut(cell, widths.of(i), look.glyphs().ellipsis());
      line.append(number(part, i) ? Cells.right(cut, widths.of(i)) : Cells.left(cut, widths.of(i)))
          .append(" ".repeat(GAP));
    }
    return line.toString().stripTrailing();
  }

  private static boolean number(ShownPart part, int column) {
    if (column >= part.types().size()) {
      return false;
    }
    String type = part.types().get(column).toLowerCase(Locale.ROOT);
    return NUMBERS.contains(type) || type.startsWith("decimal");
  }
}
