package dev.kindling.result;

/** What a check, or a task, came to. Only {@link #PASS} scores. */
public enum Verdict {
  /** As expected. */
  PASS,
  /** Not written yet: the starter's exception came back. */
  TODO,
  /** Not as expected. */
  FAIL,
  /** Not judged, because it waits for another task or for the file to compile. */
  SKIPPED,
  /** Did not end in time. */
  TIMEOUT,
  /** The answer ended the JVM. */
  EXITED,
  /** The JVM died: out of memory, or a native crash. */
  CRASHED,
  /** Our fault, never the learner's. */
  HARNESS
}
