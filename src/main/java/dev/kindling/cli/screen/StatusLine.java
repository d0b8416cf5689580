package dev.kindling.cli.screen;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The last line of a terminal: what is being done, rewritten in place with a spinner, or what can
 * be done while nothing is. Not safe for threads by itself; the console guards it.
 */
final class StatusLine {

  private static final String ERASE = "\r\u001b[2K";
  private static final long SHOW_SECONDS_AFTER_MILLIS = 2_000;

  private final Consumer<String> write;
  private final LongSupplier clock;
  private String footer = "";
  private String working = "";
  private long since;
  private int frame;
  private boolean drawn;

  /**
   * @param write takes raw text without a line end
   * @param clock milliseconds, for how long the present step takes
   */
  StatusLine(Consumer<String> write, LongSupplier clock) {
    this.write = write;
    this.clock = clock;
  }

  /** What stands there while nothing is done; empty for nothing. */
  void footer(String text) {
    footer = text;
  }

  /** What is being done; empty when it is done. */
  void working(String text) {
    if (!text.equals(working)) {
      working = text;
      since = clock.getAsLong();
    }
  }

  boolean spinning() {
    return !working.isEmpty();
  }

  void tick() {
    frame++;
  }

  void erase() {
    if (drawn) {
      write.accept(ERASE);
      drawn = false;
    }
  }

  void draw(Look look) {
    if (footer.isEmpty() && working.isEmpty()) {
      erase();
      return;
    }
    String text = working.isEmpty() ? footer : spinner(look) + " " + working + elapsed();
    // The last column stays free: a full line would scroll on some terminals.
    String cut = Cells.cut(text, look.width() - 1, look.glyphs().ellipsis());
    write.accept(ERASE + (working.isEmpty() ? look.style().dim(cut) : look.style().cyan(cut)));
    drawn = true;
  }

  private String spinner(Look look) {
    return look.glyphs().spinner().get(frame % look.glyphs().spinner().size());
  }

  private String elapsed() {
    long millis = clock.getAsLong() - since;
    return millis < SHOW_SECONDS_AFTER_MILLIS ? "" : " (" + millis / 1000 + " s)";
  }
}
