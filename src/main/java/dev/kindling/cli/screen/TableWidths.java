package dev.kindling.cli.screen;

import dev.kindling.result.ShownPart;
import java.util.Arrays;
import java.util.List;

/**
 * How wide the columns of a table are.
 *
 * @param widths by column; only the first so many are shown as fit
 */
record TableWidths(List<Integer> widths) {

  private static final int LONGEST_CELL = 40;
  private static final int SHORTEST_CELL = 8;

  int of(int column) {
    return widths.get(column);
  }

  int shown() {
    return widths.size();
  }

  /** As wide as the cells ask for; the widest give way first, then the last columns go. */
  static TableWidths fit(ShownPart part, int room, int gap) {
    int columns = part.columns().size();
    int[] widths = new int[columns];
    for (int i = 0; i < columns; i++) {
      widths[i] = Math.min(LONGEST_CELL, natural(part, i));
    }
    int shown = columns;
    while (shown > 1 && total(widths, shown, gap, true) > room) {
      shown--;
    }
    while (total(widths, shown, gap, false) > room && shrinkWidest(widths, shown)) {
      // Each turn takes a column's width by one.
    }
    return new TableWidths(Arrays.stream(widths).limit(shown).boxed().toList());
  }

  private static int natural(ShownPart part, int column) {
    int width = Cells.width(CleanText.line(part.columns().get(column)));
    if (column < part.types().size()) {
      width = Math.max(width, Cells.width(CleanText.line(part.types().get(column))));
    }
    for (List<String> row : part.rows()) {
      if (column < row.size()) {
        width = Math.max(width, Cells.width(CleanText.line(row.get(column))));
      }
    }
    return Math.max(1, width);
  }

  private static int total(int[] widths, int shown, int gap, boolean shortest) {
    int total = gap * (shown - 1);
    for (int i = 0; i < shown; i++) {
      total += shortest ? Math.min(SHORTEST_CELL, widths[i]) : widths[i];
    }
    return total;
  }

  private static boolean shrinkWidest(int[] widths, int shown) {
    int widest = 0;
    for (int i = 1; i < shown; i++) {
      if (widths[i] > widths[widest]) {
        widest = i;
      }
    }
    if (widths[widest] <= SHORTEST_CELL) {
      return false;
    }
    widths[widest]--;
    return true;
  }
}
