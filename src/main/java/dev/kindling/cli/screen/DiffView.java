package dev.kindling.cli.screen;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** Two files compared, as a unified diff. */
public final class DiffView {

  private static final int CONTEXT = 3;

  private final Look look;

  public DiffView(Look look) {
    this.look = look;
  }

  /** The lines of the diff; empty when the texts are the same. */
  public List<String> lines(
      String oldName, List<String> before, String newName, List<String> after) {
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            oldName, newName, before, DiffUtils.diff(before, after), CONTEXT);
    List<String> lines = new ArrayList<>();
    for (String line : diff) {
      String clean = CleanText.line(line);
      // The two names come first; further down, such a line is a removed or added one.
      lines.add(lines.size() < 2 ? look.style().bold(clean) : coloured(clean));
    }
    return lines;
  }

  private String coloured(String line) {
    Style style = look.style();
    if (line.startsWith("@@")) {
      return style.cyan(line);
    }
    if (line.startsWith("+")) {
      return style.green(line);
    }
    return line.startsWith("-") ? style.red(line) : line;
  }
}
