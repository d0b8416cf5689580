package dev.kindling.cli.screen;

/**
 * One line of {@code doctor}.
 *
 * @param level how bad it is
 * @param name what was looked at, in a word or two
 * @param message what was found
 * @param next what to do about it; empty when nothing
 */
public record Finding(Level level, String name, String message, String next) {

  /** How bad a finding is. */
  public enum Level {
    OK,
    /** It works, but not well. */
    WARNING,
    /** Something that is needed is missing. */
    PROBLEM
  }

  public static Finding ok(String name, String message) {
    return new Finding(Level.OK, name, message, "");
  }

  public static Finding warning(String name, String message, String next) {
    return new Finding(Level.WARNING, name, message, next);
  }

  public static Finding problem(String name, String message, String next) {
    return new Finding(Level.PROBLEM, name, message, next);
  }
}
