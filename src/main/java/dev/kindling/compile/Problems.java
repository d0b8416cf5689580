package dev.kindling.compile;

import dev.kindling.result.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Turns the compiler's errors into problems: where, what, and the line itself. */
final class Problems {

  private static final int SHOWN = 10;

  private Problems() {}

  /** The first errors, with files relative to {@code root} where they are below it. */
  static List<Problem> of(Path root, List<Diagnostic<? extends JavaFileObject>> errors) {
    List<Problem> problems = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> error : errors) {
      if (problems.size() == SHOWN) {
        problems.add(
            new Problem(
                problems.get(0).location().replaceFirst(":.*", ""),
                "… and %d more errors; mend the first ones first.".formatted(errors.size() - SHOWN),
                null));
        break;
      }
      problems.add(of(root, error));
    }
    return problems;
  }

  private static Problem of(Path root, Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ENGLISH).strip();
    if (!(error.getSource() instanceof SourceFile source)) {
      return new Problem("", message, null);
    }
    String location = shown(root, source.path());
    if (error.getLineNumber() == Diagnostic.NOPOS) {
      return new Problem(location, message, null);
    }
    String line =
        source
            .getCharContent(true)
            .toString()
            .lines()
            .skip(error.getLineNumber() - 1)
            .findFirst()
            .orElse("");
    return new Problem(
        "%s:%d:%d".formatted(location, error.getLineNumber(), Math.max(1, error.getColumnNumber())),
        message,
        line.strip());
  }

  /** A path as people read it: relative to the checkout when below it, with forward slashes. */
  static String shown(Path root, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = root.toAbsolutePath().normalize();
    String text =
        absolute.startsWith(base) ? base.relativize(absolute).toString() : absolute.toString();
    return text.replace('\\', '/');
  }
}
