package dev.kindling.verify;

import dev.kindling.mutants.Mutant;
import dev.kindling.result.CheckResult;
import java.util.Optional;

/**
 * A mutant, and what became of it.
 *
 * @param mutant the mutant
 * @param noticed what the check said that did not pass, if there was one
 */
record JudgedMutant(Mutant mutant, Optional<CheckResult> noticed) {

  boolean survived() {
    return noticed.isEmpty();
  }
}
