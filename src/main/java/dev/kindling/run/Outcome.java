package dev.kindling.run;

import dev.kindling.cause.Cause;
import dev.kindling.cause.Observation;
import dev.kindling.result.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * How one check came out for the answer that is open.
 *
 * @param result its verdict
 * @param error what it threw, or null
 * @param notice what the answer left behind, a sentence or an empty text
 * @param observation the same for comparing with other answers
 */
record Outcome(
    CheckResult result, @Nullable Throwable error, String notice, Observation observation) {

  /** The verdict with a cause. */
  CheckResult explained(Verdicts verdicts, Cause cause) {
    CheckResult explained = verdicts.explained(result, error, cause);
    return notice.isEmpty() ? explained : explained.noticing(notice);
  }
}
