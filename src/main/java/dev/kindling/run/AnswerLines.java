package dev.kindling.run;

import dev.kindling.check.errors.SourceLine;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which stack frames are the answer's own, and where its methods lie. */
final class AnswerLines {

  private final WorkerRequest.Open answer;

  AnswerLines(WorkerRequest.Open answer) {
    this.answer = answer;
  }

  /**
   * Whether a class, nested classes included, belongs to the answer rather than to the lab or to
   * us. A lab has more classes than contract, checks and examples, so it is not enough to leave
   * those out: the answer's classes are those of its own files.
   */
  boolean isAnswer(String className) {
    if (!className.startsWith(answer.packageName() + ".")) {
      return false;
    }
    String outer = outermost(className);
    return outer.equals(outermost(answer.answerClass()))
        || answer.files().containsKey(outer + ".java");
  }

  /** The simple name of the class around all others, which the source file is named after. */
  private String outermost(String className) {
    String simple = className.substring(answer.packageName().length() + 1);
    return simple.contains("$") ? simple.substring(0, simple.indexOf('$')) : simple;
  }

  /** The first frame that is the answer's, as {@code file:line}. */
  Optional<String> first(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(frame -> isAnswer(frame.getClassName()) && frame.getLineNumber() > 0)
        .findFirst()
        .map(frame -> shown(frame.getFileName(), frame.getLineNumber()));
  }

  /** The first such frame of any thread. */
  Optional<String> anywhere() {
    return Thread.getAllStackTraces().values().stream()
        .map(this::first)
        .flatMap(Optional::stream)
        .findFirst();
  }

  String shown(SourceLine line) {
    return shown(line.file(), line.line());
  }

  private String shown(String file, int line) {
    return answer.files().getOrDefault(file, file) + ":" + line;
  }

  /** Where a method of the answer begins, or null when it is inherited from elsewhere. */
  @Nullable String ofMethod(String method) {
    Integer line = answer.methodLines().get(method);
    if (line == null || line == 0) {
      return null;
    }
    String file = outermost(answer.answerClass()) + ".java";
    if (!answer.files().containsKey(file) && answer.files().size() == 1) {
      file = answer.files().keySet().iterator().next();
    }
    return shown(file, line);
  }
}
