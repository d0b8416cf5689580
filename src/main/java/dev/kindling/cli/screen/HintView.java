package dev.kindling.cli.screen;

import dev.kindling.cli.course.HintLadder.Hint;
import java.util.ArrayList;
import java.util.List;

/** One rung of a task's hints. */
public final class HintView {

  private final Look look;

  public HintView(Look look) {
    this.look = look;
  }

  public List<String> lines(Hint hint) {
    List<String> lines = new ArrayList<>();
    String heading = "Task " + hint.task().number() + ", " + hint.task().title();
    for (String line : Wrap.lines(heading, look.textWidth())) {
      lines.add(look.style().bold(line));
    }
    lines.add(look.style().dim("Hint " + hint.rung() + " of " + hint.rungs()));
    lines.addAll(Wrap.indented(hint.text(), 2, look.textWidth()));
    return lines;
  }
}
