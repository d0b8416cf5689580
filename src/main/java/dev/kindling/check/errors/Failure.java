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
 * @param faults the deepest cause first, then outwards to the error itself, then suppressed errors
 */
record Failure(List<Fault> faults) {

  /** Chains are short; one that is not is a loop that somebody built. */
  private static final int DEEPEST = 100;

  Failure {
    faults = List.copyOf(faults);
  }

  static Failure of(Throwable error) {
    List<Fault> faults = new ArrayList<>();
    collect(error, faults, Collections.newSetFromMap(new IdentityHashMap<>()));
    return new Failure(faults);
  }

  private static void collect(Throwable error, List<Fault> faults, Set<Throwable> seen) {
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
        collect(suppressed, faults, seen);
      }
    }
  }

  /** Whether the error came out of a function of the learner's that Spark was running. */
  boolean insideFunction() {
    return faults.stream()
        .anyMatch(
            fault ->
                fault.has("FAILED_EXECUTE_UDF")
                    || fault.passedThrough("org.apache.spark.executor.Executor"));
  }

  /** The stage of Spark ML that was at work, such as {@code VectorAssembler}. */
  Optional<String> stage() {
    return faults.stream().flatMap(fault -> MlStage.in(fault.frames()).stream()).findFirst();
  }
}
