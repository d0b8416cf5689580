package dev.kindling.cli.screen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was expected and what the answer gave: side by side where there is room. */
public final class ComparisonView {

  private static final int GAP = 4;
  private static final String EXPECTED = "expected";
  private static final String YOURS = "yours";

  private final Look look;

  public ComparisonView(Look look) {
    this.look = look;
  }

  /** The lines, with {@code indent} spaces before each; either side may be null. */
  public List<String> lines(@Nullable String expected, @Nullable String yours, int indent) {
    List<String> left = split(expected);
    List<String> right = split(yours);
    List<String> lines = new ArrayList<>();
    String margin = " ".repeat(indent);
    if (left.size() <= 1 && right.size() <= 1) {
      single(EXPECTED, left, indent, lines);
      single(YOURS, right, indent, lines);
      return lines;
    }
    int wide = Math.max(width(left), EXPECTED.length());
    if (!left.isEmpty() && !right.isEmpty() && wide + GAP + width(right) <= look.inside(indent)) {
      lines.add(margin + dim(Cells.left(EXPECTED, wide + GAP)) + dim(YOURS));
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        String row = Cells.left(at(left, i), wide + GAP) + at(right, i);
        lines.add((margin + row).stripTrailing());
      }
      return lines;
    }
    block(EXPECTED, left, indent, lines);
    block(YOURS, right, indent, lines);
    return lines;
  }

  private void single(String label, List<String> text, int indent, List<String> lines) {
    if (text.isEmpty()) {
      return;
    }
    String margin = " ".repeat(indent);
    int start = EXPECTED.length() + 2;
    List<String> wrapped = Wrap.lines(text.get(0), look.inside(indent + start));
    lines.add(margin + dim(Cells.left(label, start)) + wrapped.get(0));
    for (String rest : wrapped.subList(1, wrapped.size())) {
      lines.add(margin + " ".repeat(start) + rest);
    }
  }

  private void block(String label, List<String> text, int indent, List<String> lines) {
    if (text.isEmpty()) {
      return;
    }
    String margin = " ".repeat(indent);
    lines.add(margin + dim(label));
    for (String line : text) {
      String cut = Cells.cut(line, look.inside(indent + 2), look.glyphs().ellipsis());
      lines.add((margin + "  " + cut).stripTrailing());
    }
  }

  private String dim(String text) {
    return look.style().dim(text);
  }

  private static List<String> split(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    return CleanText.of(text).stripTrailing().lines().toList();
  }

  private static int width(List<String> lines) {
    return lines.stream().mapToInt(Cells::width).max().orElse(0);
  }

  private static String at(List<String> lines, int i) {
    return i < lines.size() ? lines.get(i) : "";
  }
}
