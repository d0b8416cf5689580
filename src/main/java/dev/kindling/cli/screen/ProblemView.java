package dev.kindling.cli.screen;

import dev.kindling.result.CompileReport;
import dev.kindling.result.Problem;
import java.util.ArrayList;
import java.util.List;

/** Why a file did not compile: the first few problems, since one often causes the rest. */
public final class ProblemView {

  private static final int MOST = 5;

  private final Look look;
  private final ShownPaths paths;

  public ProblemView(Look look, ShownPaths paths) {
    this.look = look;
    this.paths = paths;
  }

  public List<String> lines(CompileReport report) {
    int count = report.problems().size();
    List<String> lines = new ArrayList<>();
    String heading =
        count < 2
            ? "The file does not compile yet:"
            : "The file does not compile yet (" + Figures.count(count, "problem") + "):";
    for (String line : Wrap.lines(heading, look.inside(2))) {
      lines.add(
          (lines.isEmpty() ? look.style().red(look.glyphs().fail()) + " " : "  ")
              + look.style().bold(line));
    }
    for (Problem problem : report.problems().subList(0, Math.min(MOST, count))) {
      if (problem.location() != null) {
        lines.add("  " + look.style().cyan(paths.location(problem.location())));
      }
      if (problem.source() != null && !problem.source().isBlank()) {
        String source = CleanText.line(problem.source()).strip();
        lines.add("    " + Cells.cut(source, look.inside(4), look.glyphs().ellipsis()));
      }
      lines.addAll(Wrap.indented(CleanText.of(problem.message()).strip(), 4, look.textWidth()));
    }
    if (count > MOST) {
      lines.add(
          look.style()
              .dim(
                  "  "
                      + look.glyphs().ellipsis()
                      + " and "
                      + (count - MOST)
                      + " more; they often go away with the first."));
    }
    return lines;
  }
}
