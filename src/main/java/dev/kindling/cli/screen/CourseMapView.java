package dev.kindling.cli.screen;

import dev.kindling.cli.course.LabNames;
import dev.kindling.cli.course.Standing;
import java.util.ArrayList;
import java.util.List;

/** The whole course at a glance: a row of marked names per day. */
public final class CourseMapView {

  private static final int LABEL = 10;

  private final Look look;
  private final LabNames names;
  private final StandingWords words;

  public CourseMapView(Look look, LabNames names) {
    this.look = look;
    this.names = names;
    words = new StandingWords(look);
  }

  public List<String> lines(List<Standing> standings) {
    List<String> lines = new ArrayList<>();
    int day = -1;
    StringBuilder row = new StringBuilder();
    int used = 0;
    for (Standing standing : standings) {
      int here = standing.lab().info().day();
      String name = names.of(standing.lab());
      int needed = 2 + Cells.width(name) + 2;
      if (here != day || used + needed - 2 > look.width()) {
        flush(row, lines);
        row.append(look.style().bold(Cells.left(here == day ? "" : DayName.of(here), LABEL)));
        used = LABEL;
        day = here;
      }
      row.append(words.mark(standing)).append(' ').append(name).append("  ");
      used += needed;
    }
    flush(row, lines);
    return lines;
  }

  private static void flush(StringBuilder row, List<String> lines) {
    if (row.length() > 0) {
      lines.add(row.toString().stripTrailing());
      row.setLength(0);
    }
  }
}
