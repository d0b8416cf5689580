package dev.kindling.cli.screen;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;

/**
 * The marks of the screen, in what the output's charset can say.
 *
 * @param pass a task or lab that passed
 * @param fail one that did not
 * @param todo one that is not written, or not touched
 * @param part a lab that is begun
 * @param changed a lab that passed and was edited since
 * @param skip a task that waits
 * @param warn something that is not the learner's doing
 * @param ellipsis what stands for text that was cut away
 * @param dot what parts short facts on one line
 * @param rule what lines are drawn with
 * @param spinner the frames of the status line
 */
public record Glyphs(
    String pass,
    String fail,
    String todo,
    String part,
    String changed,
    String skip,
    String warn,
    String ellipsis,
    String dot,
    String rule,
    List<String> spinner) {

  private static final Glyphs UNICODE =
      new Glyphs(
          "✓", "✗", "○", "◐", "±", "·", "!", "…", "·", "─", List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴"));
  private static final Glyphs ASCII =
      new Glyphs("+", "x", "o", "/", "~", ".", "!", "...", "-", "-", List.of("|", "/", "-", "\\"));

  /** Whether these are more than ASCII: then blocks and braille can be drawn too. */
  public boolean unicode() {
    return equals(UNICODE);
  }

  /** The finest marks that {@code charset} can encode. */
  public static Glyphs of(Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    return encoder.canEncode("✓✗○◐±·…─⠋▏█░▓├┤┃│└") ? UNICODE : ASCII;
  }
}
