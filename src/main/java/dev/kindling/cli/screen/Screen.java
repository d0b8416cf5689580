package dev.kindling.cli.screen;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the output can do.
 *
 * @param width its columns
 * @param live whether a line can be rewritten in place
 * @param colour whether it shows colours
 * @param charset what its bytes mean
 */
public record Screen(int width, boolean live, boolean colour, Charset charset) {

  private static final int DEFAULT_WIDTH = 80;
  private static final int NARROWEST = 20;
  private static final int WIDEST = 400;

  /**
   * Reads {@code NO_COLOR}, {@code TERM} and {@code COLUMNS}.
   *
   * @param terminal whether the output is a terminal
   */
  public static Screen of(Map<String, String> environment, boolean terminal, Charset charset) {
    boolean live = terminal && !"dumb".equals(environment.get("TERM")) && understood(environment);
    boolean colour = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Screen(width(environment.get("COLUMNS")), live, colour, charset);
  }

  /** The same output with another width, as a terminal reports it; 0 changes nothing. */
  public Screen withWidth(int columns) {
    return columns <= 0 ? this : new Screen(clamp(columns), live, colour, charset);
  }

  public Look look() {
    return new Look(width, new Style(colour), Glyphs.of(charset));
  }

  private static int width(@Nullable String columns) {
    if (columns == null) {
      return DEFAULT_WIDTH;
    }
    try {
      int width = Integer.parseInt(columns.strip());
      return width <= 0 ? DEFAULT_WIDTH : clamp(width);
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }

  private static int clamp(int width) {
    return Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  /** The old Windows console prints escape sequences instead of obeying them. */
  private static boolean understood(Map<String, String> environment) {
    return !environment.getOrDefault("OS", "").startsWith("Windows")
        || environment.containsKey("WT_SESSION")
        || environment.containsKey("TERM")
        || environment.containsKey("ANSICON")
        || "ON".equals(environment.get("ConEmuANSI"));
  }
}
