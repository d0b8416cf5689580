package dev.kindling.cli.screen;

import dev.kindling.result.Verdict;

/** Verdicts as marks and words. */
public final class VerdictWords {

  private final Look look;

  public VerdictWords(Look look) {
    this.look = look;
  }

  /** The mark, in its colour. */
  public String mark(Verdict verdict) {
    Glyphs glyphs = look.glyphs();
    Style style = look.style();
    return switch (verdict) {
      case PASS -> style.green(glyphs.pass());
      case FAIL, TIMEOUT, EXITED, CRASHED -> style.red(glyphs.fail());
      case TODO -> style.yellow(glyphs.todo());
      case SKIPPED -> style.dim(glyphs.skip());
      case HARNESS -> style.yellow(glyphs.warn());
    };
  }

  /** What to say where the mark alone is not enough; empty for a pass and a plain failure. */
  public String word(Verdict verdict) {
    return switch (verdict) {
      case PASS, FAIL -> "";
      case TODO -> "to do";
      case SKIPPED -> "waits";
      case TIMEOUT -> "took too long";
      case EXITED -> "ended the JVM";
      case CRASHED -> "the JVM died";
      case HARNESS -> "our fault, not yours";
    };
  }
}
