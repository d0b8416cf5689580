package dev.kindling.cli.screen;

/**
 * Colours and weights of a terminal, or none of them.
 *
 * @param on whether escape sequences may be written
 */
public record Style(boolean on) {

  private static final String ESC = "\u001b[";

  public String bold(String text) {
    return with("1", text);
  }

  public String dim(String text) {
    return with("2", text);
  }

  public String red(String text) {
    return with("31", text);
  }

  public String green(String text) {
    return with("32", text);
  }

  public String yellow(String text) {
    return with("33", text);
  }

  public String cyan(String text) {
    return with("36", text);
  }

  private String with(String code, String text) {
    return on && !text.isEmpty() ? ESC + code + "m" + text + ESC + "0m" : text;
  }
}
