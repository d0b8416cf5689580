package dev.kindling.cli.screen;

import dev.kindling.lab.CheckName;
import dev.kindling.result.CheckResult;
import dev.kindling.result.Explanation;
import dev.kindling.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** One check of a task that did not pass. */
final class CheckView {

  private static final int INDENT = 4;
  private static final int DETAIL = 6;

  private final Look look;
  private final ShownPaths paths;
  private final VerdictWords words;

  CheckView(Look look, ShownPaths paths) {
    this.look = look;
    this.paths = paths;
    words = new VerdictWords(look);
  }

  /** The check's name, its verdict and its points. */
  List<String> heading(CheckResult check) {
    String word = words.word(check.verdict());
    CheckName called = CheckName.of(CleanText.line(check.name()));
    String name =
        new CheckName(Sentence.of(called.method()), called.testCase())
            + (word.isEmpty() ? "" : ": " + word)
            + " ("
            + Figures.count(check.points(), "point")
            + ")";
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.lines(name, look.inside(INDENT + 2))) {
      String text = check.passed() ? look.style().dim(line) : line;
      lines.add(
          lines.isEmpty()
              ? " ".repeat(INDENT) + words.mark(check.verdict()) + " " + text
              : " ".repeat(INDENT + 2) + text);
    }
    return lines;
  }

  /** The cause of a failure that was told before. */
  List<String> cause(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    CheckResult check = explanation.result();
    String name = Sentence.of(CleanText.line(check.name()));
    for (String line : Wrap.indented("Why: " + name, INDENT, look.textWidth())) {
      lines.add(line);
    }
    lines.addAll(diagnosis(check));
    lines.addAll(
        Wrap.indented(CleanText.of(explanation.cause()).strip(), DETAIL, look.textWidth()));
    return lines;
  }

  /** What happened, what was expected, and where; empty for a check with nothing to say. */
  List<String> details(CheckResult check) {
    List<String> lines = new ArrayList<>();
    String margin = " ".repeat(DETAIL);
    lines.addAll(diagnosis(check));
    if (check.message() != null && !check.message().isBlank()) {
      lines.addAll(Wrap.indented(CleanText.of(check.message()).strip(), DETAIL, look.textWidth()));
    }
    if (check.verdict() != Verdict.SKIPPED) {
      lines.addAll(new ComparisonView(look).lines(check.expected(), check.actual(), DETAIL));
    }
    if (check.location() != null) {
      lines.add(margin + look.style().cyan(paths.location(check.location())));
    }
    return lines;
  }

  private List<String> diagnosis(CheckResult check) {
    return check.diagnosis() == null
        ? List.of()
        : List.of(
            " ".repeat(DETAIL) + look.style().dim("[" + CleanText.line(check.diagnosis()) + "]"));
  }
}
