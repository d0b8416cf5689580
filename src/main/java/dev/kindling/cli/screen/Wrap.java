package dev.kindling.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces. */
public final class Wrap {

  private Wrap() {}

  /**
   * The lines of {@code text}, each at most {@code width} columns. Line ends in the text stay; a
   * word that is longer than a line stays whole, so that paths remain clickable.
   */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      String paragraph = text.substring(start, end < 0 ? text.length() : end);
      wrap(paragraph, width, lines);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return lines;
  }

  /** The same, each line with {@code indent} spaces before it that count towards {@code width}. */
  public static List<String> indented(String text, int indent, int width) {
    String margin = " ".repeat(indent);
    List<String> lines = new ArrayList<>();
    for (String line : lines(text, Math.max(16, width - indent))) {
      lines.add(line.isEmpty() ? line : margin + line);
    }
    return lines;
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    int at = 0;
    while (at < paragraph.length()) {
      int space = paragraph.indexOf(' ', at);
      int end = space < 0 ? paragraph.length() : space;
      String word = paragraph.substring(at, end);
      at = end + 1;
      if (word.isEmpty()) {
        continue;
      }
      int needed = Cells.width(word);
      if (used > 0 && used + 1 + needed > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += needed;
    }
    lines.add(line.toString());
  }
}
