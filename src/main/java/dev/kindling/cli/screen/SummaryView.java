package dev.kindling.cli.screen;

import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.TaskResult;
import java.util.ArrayList;
import java.util.List;

/** The end of a run: the score, and how long it took. */
public final class SummaryView {

  private final Look look;

  public SummaryView(Look look) {
    this.look = look;
  }

  public List<String> lines(LabResult result) {
    long passed = result.tasks().stream().filter(TaskResult::passed).count();
    String dot = " " + look.glyphs().dot() + " ";
    String score = Figures.of(result.score(), result.max()) + " points";
    StringBuilder rest =
        new StringBuilder(dot + passed + " of " + Figures.count(result.tasks().size(), "task"));
    if (result.millis() != null && result.millis().total() > 0) {
      rest.append(dot).append(Figures.seconds(result.millis().total()));
    }
    if (result.environment() != null && result.environment().seed() != GradeRequest.HOME_SEED) {
      rest.append(dot).append("seed ").append(result.environment().seed());
    }
    List<String> lines = new ArrayList<>();
    String coloured = result.passed() ? look.style().green(score) : score;
    if (Cells.width(score + rest) <= look.width()) {
      lines.add(look.style().bold(coloured) + rest);
    } else {
      lines.add(look.style().bold(coloured));
      lines.addAll(Wrap.lines(rest.substring(dot.length()), look.width()));
    }
    return lines;
  }

  /** One line for a lab among several. */
  public String row(LabResult result, String name, int nameWidth) {
    String mark =
        result.passed()
            ? look.style().green(look.glyphs().pass())
            : look.style().red(look.glyphs().fail());
    return mark
        + " "
        + Cells.left(name, nameWidth)
        + "  "
        + Figures.of(result.score(), result.max());
  }
}
