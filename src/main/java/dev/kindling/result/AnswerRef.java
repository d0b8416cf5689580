package dev.kindling.result;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which class is judged.
 *
 * @param kind where it comes from
 * @param value the file for {@link Kind#FILE}, the simple class name for {@link Kind#KNOWN},
 *     otherwise null
 */
public record AnswerRef(Kind kind, @Nullable String value) {

  /** Where an answer comes from. */
  public enum Kind {
    /** The learner's copy in {@code work/}. */
    LEARNER,
    /** The lab's solution. */
    SOLUTION,
    /** The lab's starter. */
    STARTER,
    /** A file anywhere. */
    FILE,
    /** A mistake or a variant, by its simple name. */
    KNOWN
  }

  public static final AnswerRef LEARNER = new AnswerRef(Kind.LEARNER, null);
  public static final AnswerRef SOLUTION = new AnswerRef(Kind.SOLUTION, null);
  public static final AnswerRef STARTER = new AnswerRef(Kind.STARTER, null);

  public static AnswerRef file(String file) {
    return new AnswerRef(Kind.FILE, file);
  }

  public static AnswerRef known(String simpleName) {
    return new AnswerRef(Kind.KNOWN, simpleName);
  }

  /** How a result names the answer. */
  public String label() {
    return switch (kind) {
      case LEARNER -> "learner";
      case SOLUTION -> "solution";
      case STARTER -> "starter";
      case FILE, KNOWN -> name();
    };
  }

  /** The file or the simple class name of an answer that has one. */
  public String name() {
    return Objects.requireNonNull(value, "An answer of this kind has a name.");
  }
}
