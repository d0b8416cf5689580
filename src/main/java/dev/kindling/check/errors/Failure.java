package dev.kindling.check.errors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An error with all that it carries.
 *
 * @param faults the deepest cause first, then outwards to the error itself
 * @param suppressed what went wrong besides, in the same order; it tells lines, never the reason
 * @param stage the stage of Spark ML that was at work, such as {@code VectorAssembler}
 */
record Failure(List<Fault> faults, List<Fault> suppressed, Optional<String> stage) {

  /** Chains are short; one that is not is a loop that somebody built. */
  private static final int DEEPEST = 100;

  Failure {
    faults = List.copyOf(faults);
    suppressed = List.copyOf(suppressed);
  }

  static Failure of(Throwable error) {
    List<Fault> faults = new ArrayList<>();
    List<Fault> suppressed = new ArrayList<>();
    collect(error, faults, suppressed, Collections.newSetFromMap(new IdentityHashMap<>()));
    Optional<String> stage =
        faults.stream().flatMap(fault -> MlStage.in(fault.frames()).stream()).findFirst();
    return new Failure(faults, suppressed, stage);
  }

  private static void collect(
      Throwable error, List<Fault> faults, List<Fault> aside, Set<Throwable> seen) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable link = error; link != null && seen.add(link); link = link.getCause()) {
      if (seen.size() > DEEPEST) {
        break;
      }
      chain.add(link);
    }
    Collections.reverse(chain);
    for (Throwable link : chain) {
      Fault fault = Fault.of(link);
      List<Fault> told = new ArrayList<>(StackText.faults(fault.message()));
      told.addAll(StackText.faults(fault.parameters().getOrDefault("reason", "")));
      Collections.reverse(told);
      faults.addAll(told);
      faults.add(fault);
    }
    for (Throwable link : chain) {
      for (Throwable suppressed : link.getSuppressed()) {
        collect(suppressed, aside, aside, seen);
      }
    }
  }

  /** Whether the error came out of a function of the learner's that Spark was running. */
  boolean insideFunction() {
    List<Fault> calls = faults.stream().filter(fault -> fault.has("FAILED_EXECUTE_UDF")).toList();
    if (calls.isEmpty()) {
      return faults.stream()
          .anyMatch(fault -> fault.passedThrough("org.apache.spark.executor.Executor"));
    }
    // The stages of Spark ML are user-defined functions as well, and not the learner's.
    return calls.stream().anyMatch(fault -> fault.message().contains("ToScalaUDF"));
  }
}
