package dev.kindling.cli.screen;

/** A grid of characters in which single dots can be set. */
final class DotGrid {

  private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
  private static final char BRAILLE = '\u2800';

  private final boolean braille;
  private final int columns;
  private final int rows;
  private final int[][] cells;

  DotGrid(boolean braille, int columns, int rows) {
    this.braille = braille;
    this.columns = columns;
    this.rows = rows;
    cells = new int[rows][columns];
  }

  private int across() {
    return braille ? columns * 2 : columns;
  }

  private int down() {
    return braille ? rows * 4 : rows;
  }

  /** Sets the dot at these shares, from the left and from the bottom. */
  void dot(double x, double y) {
    set(place(x, across()), down() - 1 - place(y, down()));
  }

  /** Sets the dots between two places. */
  void line(double x0, double y0, double x1, double y1) {
    int steps =
        (int) Math.ceil(Math.max(Math.abs(x1 - x0) * across(), Math.abs(y1 - y0) * down())) + 1;
    for (int i = 0; i <= steps; i++) {
      double share = i / (double) steps;
      int x = place(x0 + (x1 - x0) * share, across());
      int y = down() - 1 - place(y0 + (y1 - y0) * share, down());
      if (braille || cells[y][x] == 0) {
        set(x, y);
      }
    }
  }

  private static int place(double share, int size) {
    return (int) Math.max(0, Math.min(size - 1, Math.floor(share * size)));
  }

  private void set(int x, int y) {
    if (braille) {
      cells[y / 4][x / 2] |= BITS[y % 4][x % 2];
    } else {
      cells[y][x]++;
    }
  }

  /** One row of characters, from the top. */
  String row(int row) {
    StringBuilder text = new StringBuilder(columns);
    for (int cell : cells[row]) {
      text.append(cell == 0 ? ' ' : braille ? (char) (BRAILLE + cell) : plain(cell));
    }
    return text.toString();
  }

  /** The more dots share a character, the heavier it is. */
  private static char plain(int dots) {
    return dots == 1 ? '.' : dots <= 3 ? ':' : '*';
  }
}
