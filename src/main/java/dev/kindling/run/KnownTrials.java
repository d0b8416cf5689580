package dev.kindling.run;

import dev.kindling.cause.Cause;
import dev.kindling.cause.Observation;
import dev.kindling.cause.Suspect;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.RehearsalRequest.Part;
import dev.kindling.result.Rehearsed;
import dev.kindling.run.protocol.WorkerRequest;
import dev.kindling.run.protocol.WorkerRequest.TaskChecks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Judges known answers as if each were a learner's, as many at a time as there are lanes: first
 * their checks, which may serve as causes of each other, then the causes.
 */
final class KnownTrials {

  private final WorkerRequest.Open answer;
  private final WorkerRequest.Rehearse request;
  private final CauseSearch causes;
  private final Verdicts verdicts;
  private final Map<Part, Map<String, Outcome>> outcomes = new ConcurrentHashMap<>();
  private final Map<Part, List<CheckResult>> results = new ConcurrentHashMap<>();

  KnownTrials(
      WorkerRequest.Open answer,
      WorkerRequest.Rehearse request,
      CauseSearch causes,
      Verdicts verdicts) {
    this.answer = answer;
    this.request = request;
    this.causes = causes;
    this.verdicts = verdicts;
  }

  @FunctionalInterface
  private interface Step {
    void of(Part part, KnownAnswers known) throws Exception;
  }

  /** In the order of the request; what a lane could not finish is left out. */
  List<Rehearsed> in(Lanes<KnownAnswers> lanes) throws Exception {
    each(lanes, this::judge);
    each(lanes, this::explain);
    return request.parts().stream()
        .filter(results::containsKey)
        .map(part -> new Rehearsed(part, Objects.requireNonNull(results.get(part), "filtered")))
        .toList();
  }

  private void each(Lanes<KnownAnswers> lanes, Step step) throws Exception {
    Queue<Part> waiting = new ConcurrentLinkedQueue<>(request.parts());
    lanes.work(
        known -> {
          for (Part part = waiting.poll(); part != null; part = waiting.poll()) {
            step.of(part, known);
          }
        });
  }

  private TaskChecks task(Part part) {
    return request.tasks().stream()
        .filter(task -> task.number() == part.task())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No checks of task " + part.task()));
  }

  private void judge(Part part, KnownAnswers known) throws InterruptedException {
    TaskChecks task = task(part);
    Map<String, Outcome> judged = new LinkedHashMap<>();
    for (String check : task.checks()) {
      long start = System.nanoTime();
      TimedCall.Ended<Throwable> ended = known.run(check, task, part.answer());
      CheckResult result =
          verdicts.of(
              new WorkerRequest.Judge(check, 0, task.method(), task.seconds()),
              ended,
              (System.nanoTime() - start) / 1_000_000);
      Outcome outcome =
          new Outcome(result, CauseSearch.thrown(ended), "", CauseSearch.observation(ended));
      judged.put(check, outcome);
      for (AnswerInfo mistake : request.known().mistakes()) {
        if (mistake.className().equals(part.answer()) && mistake.task() == part.task()) {
          causes
              .memory(answer, known)
              .remember(new Suspect.Known(mistake), check, outcome.observation());
        }
      }
    }
    outcomes.put(part, judged);
  }

  private void explain(Part part, KnownAnswers known) throws Exception {
    Map<String, Outcome> judged = outcomes.get(part);
    if (judged == null) {
      return;
    }
    Map<String, Observation> observed = new LinkedHashMap<>();
    judged.forEach((check, outcome) -> observed.put(check, outcome.observation()));
    Map<String, Cause> found = causes.find(answer, known, task(part), observed);
    List<CheckResult> explained = new ArrayList<>();
    judged.forEach(
        (check, outcome) -> {
          Cause cause = found.get(check);
          explained.add(cause == null ? outcome.result() : outcome.explained(verdicts, cause));
        });
    results.put(part, explained);
  }
}
