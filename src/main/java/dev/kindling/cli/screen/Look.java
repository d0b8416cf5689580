package dev.kindling.cli.screen;

/**
 * How lines are to look: what every view is handed.
 *
 * @param width the columns there are
 * @param style colours, or none
 * @param glyphs the marks
 */
public record Look(int width, Style style, Glyphs glyphs) {

  /** Narrower than this, facts that stand side by side go below each other. */
  private static final int NARROW = 60;

  /** Longer lines of prose are hard to read. */
  private static final int LONGEST_LINE = 96;

  public boolean narrow() {
    return width < NARROW;
  }

  /** The columns for prose: all there are, but never a line that is hard to read. */
  public int textWidth() {
    return Math.min(width, LONGEST_LINE);
  }

  /** The columns that are left after {@code indent}, and never fewer than a word needs. */
  public int inside(int indent) {
    return Math.max(16, width - indent);
  }
}
