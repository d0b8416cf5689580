package dev.kindling.run;

import dev.kindling.cause.Cause;
import dev.kindling.cause.CauseFinder;
import dev.kindling.cause.Judged;
import dev.kindling.cause.Observation;
import dev.kindling.cause.Observations;
import dev.kindling.cause.Replayer;
import dev.kindling.cause.Suspect;
import dev.kindling.cause.Suspects;
import dev.kindling.cause.relation.Relations;
import dev.kindling.run.protocol.WorkerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds causes with what is remembered of a lab's known answers, and observes those that are not.
 * Memories outlive answers: the same known answer comes out the same for the same lab, build and
 * seed.
 */
final class CauseSearch {

  /** The lab at work and the one before it. */
  private static final int LABS = 2;

  /** What changed inputs may cost while somebody waits; a task's mistakes are always run. */
  private static final Duration MOST_WORK = Duration.ofSeconds(3);

  /** Says that something would have to be run. */
  private static final class NotRemembered extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotRemembered() {
      super("not observed yet", null, false, false);
    }
  }

  private record Key(String lab, String known, long seed) {}

  private final Map<Key, Observations> memories =
      new LinkedHashMap<>(LABS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Observations> eldest) {
          return size() > LABS;
        }
      };

  /**
   * The causes that need no more runs; empty when there may be others.
   *
   * @param outcomes of the task's checks, in the order in which they ran
   */
  Optional<Map<String, Cause>> remembered(
      WorkerRequest.Open answer,
      Lineup known,
      WorkerRequest.TaskChecks task,
      Map<String, Observation> outcomes)
      throws Exception {
    Replayer none =
        (check, suspect) -> {
          throw new NotRemembered();
        };
    try {
      return Optional.of(
          new CauseFinder(known.suspects(task), memory(answer, known), none, Relations::cause)
              .find(new Judged(outcomes)));
    } catch (NotRemembered somethingToRun) {
      return Optional.empty();
    }
  }

  /** The causes; runs what is not remembered, as long as it does not take too long. */
  Map<String, Cause> find(
      WorkerRequest.Open answer,
      Lineup known,
      WorkerRequest.TaskChecks task,
      Map<String, Observation> outcomes)
      throws Exception {
    Patience patience = new Patience(MOST_WORK);
    Replayer runs =
        (check, suspect) ->
            suspect instanceof Suspect.Changed
                ? patience.spend(() -> observe(known, task, check, suspect))
                : Optional.of(observe(known, task, check, suspect));
    return new CauseFinder(known.suspects(task), memory(answer, known), runs, Relations::cause)
        .find(new Judged(outcomes));
  }

  /**
   * Observes one thing that is not remembered yet.
   *
   * @return whether there was one
   */
  boolean ahead(WorkerRequest.Open answer, Lineup known, List<WorkerRequest.TaskChecks> tasks)
      throws Exception {
    Observations memory = memory(answer, known);
    for (boolean mistakes : new boolean[] {true, false}) {
      for (WorkerRequest.TaskChecks task : tasks) {
        Suspects suspects = known.suspects(task);
        List<Suspect> all = new ArrayList<>(mistakes ? suspects.known() : suspects.changed());
        for (String check : task.checks()) {
          for (Suspect suspect : all) {
            if (!memory.settled(suspect, check)) {
              memory.remember(suspect, check, observe(known, task, check, suspect));
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static Observation observe(
      Lineup known, WorkerRequest.TaskChecks task, String check, Suspect suspect)
      throws InterruptedException {
    return observation(known.run(check, task, suspect));
  }

  /** How a run ended; one that took too long says nothing. */
  static Observation observation(TimedCall.Ended<Throwable> ended) {
    return ended.cut() ? new Observation.Unclear() : Observation.of(thrown(ended));
  }

  /** What a check threw, or null when it passed; nothing is known of one that was cut. */
  static @Nullable Throwable thrown(TimedCall.Ended<Throwable> ended) {
    return ended.error() == null ? ended.value() : ended.error();
  }

  /** What is remembered of the known answers of this lab, with this seed. */
  synchronized Observations memory(WorkerRequest.Open answer, Lineup known) {
    Key key = new Key(answer.labClasses(), known.known().classes(), answer.seed());
    return memories.computeIfAbsent(key, fresh -> new Observations());
  }
}
