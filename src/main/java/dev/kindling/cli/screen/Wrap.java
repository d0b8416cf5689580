package dev.kindling.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces. */
public final class Wrap {

  private Wrap() {}

  /**
   * The lines of {@code text}, each at most {@code width} columns. Line ends in the text stay; a
   * word that is longer than a line stays whole, so that paths remain clickable, and so do words
   * with a {@linkplain Console#KEEP kept} space between them.
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

  /** Spaces at the start stay, and move the following lines in too: a hint may hold code. */
  private static void wrap(String paragraph, int width, List<String> lines) {
    int start = 0;
    while (start < paragraph.length() && paragraph.charAt(start) == ' ') {
      start++;
    }
    String margin = " ".repeat(start < width / 2 ? start : 0);
    StringBuilder line = new StringBuilder(margin);
    int used = margin.length();
    int gap = 0;
    int at = start;
    while (at < paragraph.length()) {
      int space = paragraph.indexOf(' ', at);
      int end = space < 0 ? paragraph.length() : space;
      String word = paragraph.substring(at, end);
      at = end + 1;
      if (!word.isEmpty()) {
        int needed = Cells.width(word);
        if (used > margin.length() && used + gap + needed > width) {
          lines.add(line.toString());
          line = new StringBuilder(margin);
          used = margin.length();
          gap = 0;
        }
        line.append(" ".repeat(gap)).append(word);
        used += gap + needed;
        gap = 0;
      }
      gap++;
    }
    lines.add(line.toString().stripTrailing());
  }
}
