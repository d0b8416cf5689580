package dev.kindling.check.compare;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found.
 *
 * @param rationale what differs, in one sentence
 * @param expected short text or a small table; null if the rationale says it all
 * @param actual the same for what was found; null likewise
 */
public record Mismatch(String rationale, @Nullable String expected, @Nullable String actual) {

  public Mismatch {
    Objects.requireNonNull(rationale, "rationale");
  }

  public static Mismatch of(String rationale) {
    return new Mismatch(rationale, null, null);
  }
}
