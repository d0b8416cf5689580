package dev.kindling.cause;

/** Runs checks with a suspect in the place of the answer. */
@FunctionalInterface
public interface Replayer {

  /**
   * Runs one check.
   *
   * @param check the method of the lab's checks
   * @return how it came out
   * @throws InterruptedException when a request comes in between
   */
  Observation replay(String check, Suspect suspect) throws InterruptedException;
}
