package dev.kindling.cause;

import java.util.Optional;

/** Runs checks with a suspect in the place of the answer. */
@FunctionalInterface
public interface Replayer {

  /**
   * Runs one check.
   *
   * @param check the method of the lab's checks
   * @return how it came out; empty when the search has taken so long that nobody waits for more
   * @throws InterruptedException when a request comes in between
   */
  Optional<Observation> replay(String check, Suspect suspect) throws InterruptedException;
}
