package dev.kindling.cli.screen;

import dev.kindling.cli.course.Standing;

/** Where a lab stands, as a mark and in words. */
final class StandingWords {

  private final Look look;

  StandingWords(Look look) {
    this.look = look;
  }

  String mark(Standing standing) {
    Glyphs glyphs = look.glyphs();
    Style style = look.style();
    return switch (standing.state()) {
      case UNTOUCHED -> style.dim(glyphs.todo());
      case STARTED -> style.yellow(glyphs.part());
      case PASSED -> style.green(glyphs.pass());
      case CHANGED -> style.yellow(glyphs.changed());
    };
  }

  /** A few words; empty for a lab that nobody touched. */
  String note(Standing standing) {
    return switch (standing.state()) {
      case UNTOUCHED -> "";
      case STARTED -> standing.passedTasks() + " of " + Figures.count(standing.tasks(), "task");
      case PASSED -> "passed";
      case CHANGED -> "changed since";
    };
  }

  /** What the marks mean. */
  String legend() {
    Glyphs glyphs = look.glyphs();
    return item(glyphs.pass(), "passed")
        + "  "
        + item(glyphs.changed(), "passed, changed since")
        + "  "
        + item(glyphs.part(), "started")
        + "  "
        + item(glyphs.todo(), "not started");
  }

  private static String item(String mark, String meaning) {
    return (mark + " " + meaning).replace(' ', Console.KEEP);
  }
}
