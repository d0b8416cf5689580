package dev.kindling.check.errors;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the learner's own line in a failure. */
final class AnswerLine {

  private final Predicate<String> isAnswerClass;

  AnswerLine(Predicate<String> isAnswerClass) {
    this.isAnswerClass = isAnswerClass;
  }

  /**
   * The first call of the answer, searched from the deepest cause outwards. Where the failing
   * expression was written counts before where it was run: Spark runs a query lines later, often
   * called by someone else.
   */
  Optional<SourceLine> in(Failure failure) {
    return Stream.concat(failure.faults().stream(), failure.suppressed().stream())
        .flatMap(fault -> Stream.of(fault.origins(), fault.frames()))
        .flatMap(List::stream)
        .map(this::own)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private @Nullable SourceLine own(StackTraceElement frame) {
    String name = frame.getClassName();
    if (frame.getLineNumber() < 1 || !isOwn(name)) {
      return null;
    }
    String file = frame.getFileName();
    return new SourceLine(
        name, file == null ? outermost(name) + ".java" : file, frame.getLineNumber());
  }

  private boolean isOwn(String className) {
    for (int end = className.length(); end > 0; end = className.lastIndexOf('$', end - 1)) {
      if (isAnswerClass.test(className.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static String outermost(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    int nested = name.indexOf('$');
    return nested > 0 ? name.substring(0, nested) : name;
  }
}
