package dev.kindling.cli.screen;

import dev.kindling.result.ShownPart;
import dev.kindling.result.ShownTask;
import dev.kindling.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a task returned: tables, texts and charts, and what the answer printed on the way. */
public final class ShownTaskView {

  private static final int INDENT = 2;

  private final Look look;
  private final ShownPaths paths;
  private final VerdictWords words;

  public ShownTaskView(Look look, ShownPaths paths) {
    this.look = look;
    this.paths = paths;
    words = new VerdictWords(look);
  }

  /**
   * The lines.
   *
   * @param title the task's title
   */
  public List<String> lines(ShownTask shown, String title) {
    List<String> lines = new ArrayList<>();
    heading(shown, title, lines);
    if (shown.message() != null && !shown.message().isBlank()) {
      lines.addAll(Wrap.indented(CleanText.of(shown.message()).strip(), INDENT, look.textWidth()));
    }
    if (shown.location() != null) {
      lines.add("  " + look.style().cyan(paths.location(shown.location())));
    }
    for (ShownPart part : shown.parts()) {
      part(part, lines);
    }
    if (shown.output() != null && !shown.output().isBlank()) {
      lines.add("  " + look.style().dim("Your code printed:"));
      CleanText.of(shown.output())
          .stripTrailing()
          .lines()
          .forEach(line -> lines.add("    " + line));
    }
    return lines;
  }

  private void heading(ShownTask shown, String title, List<String> lines) {
    String word = words.word(shown.verdict());
    String text = shown.task() + " " + title + (word.isEmpty() ? "" : " (" + word + ")");
    boolean ran = shown.verdict() == Verdict.PASS;
    // A return value is not a verdict: no tick here.
    String mark = ran ? look.style().cyan(">") : words.mark(shown.verdict());
    for (String line : Wrap.lines(text, look.inside(INDENT))) {
      lines.add((lines.isEmpty() ? mark + " " : "  ") + look.style().bold(line));
    }
  }

  private void part(ShownPart part, List<String> lines) {
    if (part.title() != null && !part.title().isBlank()) {
      lines.addAll(Wrap.indented(CleanText.line(part.title()), INDENT, look.textWidth()));
    }
    if (!part.columns().isEmpty()) {
      lines.addAll(new TableView(look).lines(part, INDENT * 2));
    }
    if (part.text() != null) {
      CleanText.of(part.text()).stripTrailing().lines().forEach(line -> lines.add("    " + line));
    }
    if (part.chart() != null) {
      lines.addAll(new ChartView(look, INDENT * 2).lines(part.chart()));
    }
  }
}
