package dev.kindling.cause;

import dev.kindling.check.AnswerError;
import dev.kindling.check.CheckFailure;
import dev.kindling.check.TodoError;
import dev.kindling.check.compare.Evidence;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a check came out for an answer, as far as it can be held against another answer. */
public sealed interface Observation {

  /** The check passed. */
  record Passed() implements Observation {}

  /**
   * The check found something wrong.
   *
   * @param evidence what it saw
   * @param facts numbers and names of the answer's result, for the words about its cause
   * @param named what the check itself recognised, where it did
   */
  record Failed(Evidence evidence, Map<String, String> facts, Optional<Cause> named)
      implements Observation {}

  /** The check came to nothing that can be compared: it did not end, or was not written yet. */
  record Unclear() implements Observation {}

  /** Reads what a check threw; null when it passed. */
  static Observation of(@Nullable Throwable thrown) {
    if (thrown == null) {
      return new Passed();
    }
    if (thrown instanceof CheckFailure failure && failure.evidence().isPresent()) {
      return new Failed(failure.evidence().get(), failure.facts(), named(failure));
    }
    if (thrown instanceof AnswerError error && !(error instanceof TodoError)) {
      return new Failed(error.evidence(), Map.of(), Optional.empty());
    }
    return new Unclear();
  }

  private static Optional<Cause> named(CheckFailure failure) {
    return Optional.ofNullable(failure.diagnosis())
        .map(id -> new Cause(id, failure.message() == null ? "" : failure.message()));
  }

  /** The same, without what need not be kept. */
  default Observation forMemory() {
    return this instanceof Failed failed
        ? new Failed(failed.evidence().withoutExpected(), Map.of(), Optional.empty())
        : this;
  }

  /** How many values it holds. */
  default long size() {
    return this instanceof Failed failed ? 1 + failed.evidence().compared().size() : 1;
  }

  /** Whether another answer came out the same. */
  default boolean sameAs(Observation other) {
    if (this instanceof Failed failed && other instanceof Failed otherFailed) {
      return failed.evidence().sameAs(otherFailed.evidence());
    }
    return this instanceof Passed && other instanceof Passed;
  }
}
