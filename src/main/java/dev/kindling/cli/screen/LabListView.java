package dev.kindling.cli.screen;

import dev.kindling.cli.course.LabNames;
import dev.kindling.cli.course.Standing;
import java.util.ArrayList;
import java.util.List;

/** All labs by day: marks, names, titles, minutes. */
public final class LabListView {

  private final Look look;
  private final LabNames names;
  private final StandingWords words;

  public LabListView(Look look, LabNames names) {
    this.look = look;
    this.names = names;
    words = new StandingWords(look);
  }

  /** The lines; none when there are no labs. */
  public List<String> lines(List<Standing> standings) {
    List<String> lines = new ArrayList<>();
    if (standings.isEmpty()) {
      return lines;
    }
    int nameWidth = 0;
    int noteWidth = 0;
    for (Standing standing : standings) {
      nameWidth = Math.max(nameWidth, Cells.width(names.of(standing.lab())));
      noteWidth = Math.max(noteWidth, Cells.width(words.note(standing)));
    }
    int day = -1;
    for (Standing standing : standings) {
      if (standing.lab().info().day() != day) {
        day = standing.lab().info().day();
        if (!lines.isEmpty()) {
          lines.add("");
        }
        lines.add(look.style().bold(DayName.of(day)));
      }
      if (look.narrow()) {
        narrow(standing, lines);
      } else {
        lines.add(wide(standing, nameWidth, noteWidth));
      }
    }
    lines.add("");
    for (String line : Wrap.lines(words.legend(), look.width())) {
      lines.add(look.style().dim(line));
    }
    return lines;
  }

  private String wide(Standing standing, int nameWidth, int noteWidth) {
    String minutes = Cells.right(standing.lab().info().minutes() + " min", 7);
    int room = look.width() - 4 - nameWidth - 2 - 2 - minutes.length() - 2 - noteWidth;
    int titleWidth = Math.max(10, Math.min(48, room));
    String title = Cells.cut(standing.lab().info().title(), titleWidth, look.glyphs().ellipsis());
    String line =
        Cells.left(names.of(standing.lab()), nameWidth)
            + "  "
            + Cells.left(title, titleWidth)
            + "  "
            + look.style().dim(minutes)
            + "  "
            + words.note(standing);
    return ("  " + words.mark(standing) + " " + line).stripTrailing();
  }

  private void narrow(Standing standing, List<String> lines) {
    String note = words.note(standing);
    lines.add(words.mark(standing) + " " + names.of(standing.lab()));
    lines.addAll(Wrap.indented(standing.lab().info().title(), 2, look.width()));
    String facts = standing.lab().info().minutes() + " min" + (note.isEmpty() ? "" : ", " + note);
    lines.add("  " + look.style().dim(facts));
  }
}
