package dev.kindling.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** A finding of {@code doctor}, with the next step below it. */
public final class FindingView {

  private static final int NAME = 12;

  private final Look look;

  public FindingView(Look look) {
    this.look = look;
  }

  public List<String> lines(Finding finding) {
    int indent = look.narrow() ? 4 : NAME + 4;
    List<String> lines = new ArrayList<>();
    String head = mark(finding) + " " + look.style().bold(Cells.left(finding.name(), NAME));
    List<String> said = Wrap.lines(finding.message(), look.inside(indent));
    if (look.narrow()) {
      lines.add(head.stripTrailing());
    } else {
      lines.add(head + "  " + said.get(0));
    }
    for (String line : look.narrow() ? said : said.subList(1, said.size())) {
      lines.add(" ".repeat(indent) + line);
    }
    if (!finding.next().isEmpty()) {
      for (String line : Wrap.lines(finding.next(), look.inside(indent))) {
        lines.add(" ".repeat(indent) + look.style().cyan(line));
      }
    }
    return lines;
  }

  private String mark(Finding finding) {
    Glyphs glyphs = look.glyphs();
    return switch (finding.level()) {
      case OK -> look.style().green(glyphs.pass());
      case WARNING -> look.style().yellow(glyphs.warn());
      case PROBLEM -> look.style().red(glyphs.fail());
    };
  }
}
