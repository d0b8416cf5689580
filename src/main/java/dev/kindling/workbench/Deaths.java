package dev.kindling.workbench;

import dev.kindling.lab.CheckInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the death of a worker means for the check that ran. Never a pass, whatever the exit code.
 */
final class Deaths {

  private Deaths() {}

  static CheckResult verdict(CheckInfo check, WorkerDeath death) {
    if (death.outOfMemory()) {
      return of(
          check,
          Verdict.CRASHED,
          "out-of-memory",
          "Java ran out of memory in a Spark task. Do not gather a whole partition or group in a list.",
          death.location());
    }
    if (death.fromOutside()) {
      return of(
          check,
          Verdict.CRASHED,
          null,
          "The JVM ended twice while this check ran (exit code %d). './lab doctor' tells whether memory is short."
              .formatted(death.exitCode()),
          death.location());
    }
    return of(
        check,
        Verdict.EXITED,
        "ended-the-jvm",
        "Your code ended the Java process, with System.exit or halt. Return the result instead; the process belongs to everything that runs after you too.",
        death.location());
  }

  private static CheckResult of(
      CheckInfo check,
      Verdict verdict,
      @Nullable String diagnosis,
      String message,
      @Nullable String location) {
    return CheckResult.notPassed(check.name(), verdict, check.points(), message, location, 0)
        .diagnosed(diagnosis);
  }
}
