package dev.kindling.cause;

import dev.kindling.check.compare.Compared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds why the checks of a task failed, the most specific way first: a known mistake that fails at
 * the same step with the same value; what the check itself recognised; the solution on changed
 * inputs; a relation between what was expected and what came. What does not fit exactly is not
 * named.
 */
public final class CauseFinder {

  /** Below this, a value is too poor for one equal value to mean the same mistake. */
  private static final int POOR = 6;

  /** From this on, an equal value that nobody wrote down is no coincidence. */
  private static final int RICH = 10;

  private final Suspects suspects;
  private final Observations observations;
  private final Replayer replayer;
  private final Function<Compared, Optional<Cause>> relations;

  /**
   * @param suspects those of the task
   * @param observations what is remembered of them
   * @param replayer makes the observations that are missing
   * @param relations looks for a relation between what was expected and what came
   */
  public CauseFinder(
      Suspects suspects,
      Observations observations,
      Replayer replayer,
      Function<Compared, Optional<Cause>> relations) {
    this.suspects = suspects;
    this.observations = observations;
    this.replayer = replayer;
    this.relations = relations;
  }

  /**
   * The causes of those checks that failed, by check; a check without one is left out.
   *
   * @throws InterruptedException when a request comes in between
   */
  public Map<String, Cause> find(Judged judged) throws InterruptedException {
    Map<String, Cause> causes = new LinkedHashMap<>();
    for (Map.Entry<String, Observation> outcome : judged.outcomes().entrySet()) {
      if (outcome.getValue() instanceof Observation.Failed failed) {
        cause(outcome.getKey(), failed, judged)
            .ifPresent(cause -> causes.put(outcome.getKey(), cause));
      }
    }
    return causes;
  }

  private Optional<Cause> cause(String check, Observation.Failed failed, Judged judged)
      throws InterruptedException {
    Optional<Cause> known = known(check, failed, judged);
    if (known.isPresent() || failed.named().isPresent()) {
      return known.or(failed::named);
    }
    boolean rich = failed.evidence().compared().telling() >= RICH;
    Optional<Cause> changed = rich ? changed(check, failed) : Optional.empty();
    return changed.isPresent() ? changed : relations.apply(failed.evidence().compared());
  }

  private Optional<Cause> known(String check, Observation.Failed failed, Judged judged)
      throws InterruptedException {
    List<Suspect.Known> fitting = new ArrayList<>();
    for (Suspect.Known suspect : suspects.known()) {
      if (observe(suspect, check).sameAs(failed)) {
        fitting.add(suspect);
      }
    }
    boolean poor = failed.evidence().compared().telling() < POOR;
    if (poor || diagnoses(fitting).size() > 1) {
      fitting = mostAlike(fitting, judged, poor);
    }
    return fitting.isEmpty() ? Optional.empty() : Optional.of(said(fitting, failed.facts()));
  }

  /**
   * Those that came out the same in most checks of the task.
   *
   * @param all whether in all of them, or not at all
   */
  private List<Suspect.Known> mostAlike(List<Suspect.Known> fitting, Judged judged, boolean all)
      throws InterruptedException {
    int most = all ? judged.outcomes().size() : 0;
    List<Suspect.Known> best = new ArrayList<>();
    for (Suspect.Known suspect : fitting) {
      int alike = 0;
      for (Map.Entry<String, Observation> outcome : judged.outcomes().entrySet()) {
        if (observe(suspect, outcome.getKey()).sameAs(outcome.getValue())) {
          alike++;
        }
      }
      if (alike > most) {
        most = alike;
        best.clear();
      }
      if (alike == most) {
        best.add(suspect);
      }
    }
    return best;
  }

  private static Set<String> diagnoses(List<Suspect.Known> suspects) {
    return suspects.stream()
        .map(suspect -> suspect.mistake().diagnosis())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** One mistake's words; of two that cannot be told apart, both. */
  private static Cause said(List<Suspect.Known> fitting, Map<String, String> facts) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Suspect.Known suspect : fitting) {
      words.putIfAbsent(
          suspect.mistake().diagnosis(), new Says(suspect.mistake().says()).with(facts));
    }
    return new Cause(String.join(" or ", words.keySet()), String.join(" Or: ", words.values()));
  }

  private Optional<Cause> changed(String check, Observation.Failed failed)
      throws InterruptedException {
    Map<String, Cause> fitting = new LinkedHashMap<>();
    for (Suspect.Changed suspect : suspects.changed()) {
      if (observe(suspect, check).sameAs(failed)) {
        fitting.putIfAbsent(suspect.perturbation().id(), suspect.perturbation().cause());
      }
    }
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Cause(
                String.join(" or ", fitting.keySet()),
                fitting.values().stream().map(Cause::text).collect(Collectors.joining(" Or: "))));
  }

  private Observation observe(Suspect suspect, String check) throws InterruptedException {
    Optional<Observation> remembered = observations.of(suspect, check);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    Optional<Observation> observation = replayer.replay(check, suspect);
    observation.ifPresent(seen -> observations.remember(suspect, check, seen));
    return observation.orElseGet(Observation.Unclear::new);
  }
}
