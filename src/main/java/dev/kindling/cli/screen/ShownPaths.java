package dev.kindling.cli.screen;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths as the user can click or type them: relative to where the user is, when they lie below,
 * otherwise absolute.
 */
public final class ShownPaths {

  private final Path root;
  private final Path directory;

  /**
   * @param root the checkout
   * @param directory where the user is
   */
  public ShownPaths(Path root, Path directory) {
    this.root = root.toAbsolutePath().normalize();
    this.directory = directory.toAbsolutePath().normalize();
  }

  public String of(Path path) {
    Path absolute = root.resolve(path).normalize();
    return absolute.startsWith(directory) && !absolute.equals(directory)
        ? directory.relativize(absolute).toString()
        : absolute.toString();
  }

  /** A location relative to the checkout, with line and column if it has them. */
  public String location(String location) {
    String clean = CleanText.line(location);
    int end = clean.length();
    while (end > 0 && (Character.isDigit(clean.charAt(end - 1)) || clean.charAt(end - 1) == ':')) {
      end--;
    }
    // Digits that no colon parts from the name belong to the name.
    int colon = clean.indexOf(':', end);
    int file = colon < 0 ? clean.length() : colon;
    try {
      return of(Path.of(clean.substring(0, file))) + clean.substring(file);
    } catch (InvalidPathException notAPath) {
      return clean;
    }
  }
}
