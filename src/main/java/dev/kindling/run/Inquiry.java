package dev.kindling.run;

import dev.kindling.cause.Cause;
import dev.kindling.cause.Observation;
import dev.kindling.cause.Suspect;
import dev.kindling.data.Truths;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.Explanation;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks why checks failed: those of the answer that is open, and those of its lab's mistakes, as if
 * each were a learner's answer. It ends with the answer; what was observed outlives it.
 */
final class Inquiry implements AutoCloseable {

  private final AnswerSession session;
  private final Path cache;
  private final Truths truths;
  private final CauseSearch causes;
  private final CauseSearch.Runner runner;
  private final Verdicts verdicts;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private @Nullable KnownAnswers known;

  /**
   * @param session of the answer that is open
   * @param cache the folder of generated data
   * @param truths those that this process has made so far
   * @param causes what is remembered of known answers
   * @param runner runs them
   */
  Inquiry(
      AnswerSession session,
      Path cache,
      Truths truths,
      CauseSearch causes,
      CauseSearch.Runner runner) {
    this.session = session;
    this.cache = cache;
    this.truths = truths;
    this.causes = causes;
    this.runner = runner;
    this.verdicts = new Verdicts(session.lines());
  }

  /** Takes note of how a check came out for the answer. */
  void judged(Outcome outcome) {
    outcomes.put(outcome.result().name(), outcome);
  }

  /** Finds why the checks of a task failed, of which was taken note. */
  WorkerReply.Explained explain(WorkerRequest.Explain explain) throws Exception {
    Map<String, Observation> judged = new LinkedHashMap<>();
    for (String check : explain.task().checks()) {
      Outcome outcome = outcomes.get(check);
      if (outcome != null) {
        judged.put(check, outcome.observation());
      }
    }
    KnownAnswers suspects = known(explain.known());
    if (explain.remembered()) {
      return causes
          .remembered(session.answer(), suspects, explain.task(), judged)
          .map(found -> new WorkerReply.Explained(explained(found), true))
          .orElse(new WorkerReply.Explained(List.of(), false));
    }
    return new WorkerReply.Explained(
        explained(causes.find(session.answer(), suspects, explain.task(), judged)), true);
  }

  private List<Explanation> explained(Map<String, Cause> found) {
    return found.entrySet().stream()
        .map(
            cause ->
                new Explanation(
                    Objects.requireNonNull(outcomes.get(cause.getKey()), "judged")
                        .explained(verdicts, cause.getValue()),
                    cause.getValue().text()))
        .toList();
  }

  /** Runs the checks of a task for its mistakes, each as if it were a learner's answer. */
  WorkerReply.Rehearsed rehearse(WorkerRequest.Rehearse rehearse) throws Exception {
    KnownAnswers suspects = known(rehearse.known());
    Map<String, Map<String, Outcome>> rehearsed = new LinkedHashMap<>();
    for (AnswerInfo mistake : rehearse.known().mistakes()) {
      if (mistake.task() == rehearse.task().number()) {
        rehearsed.put(mistake.className(), rehearse(suspects, rehearse.task(), mistake));
      }
    }
    Map<String, List<CheckResult>> results = new LinkedHashMap<>();
    for (Map.Entry<String, Map<String, Outcome>> one : rehearsed.entrySet()) {
      results.put(one.getKey(), withCauses(suspects, rehearse.task(), one.getValue()));
    }
    return new WorkerReply.Rehearsed(results);
  }

  private Map<String, Outcome> rehearse(
      KnownAnswers suspects, WorkerRequest.TaskChecks task, AnswerInfo mistake)
      throws InterruptedException {
    Map<String, Outcome> rehearsed = new LinkedHashMap<>();
    for (String check : task.checks()) {
      long start = System.nanoTime();
      TimedCall.Ended<Throwable> ended =
          runner.run(check, task.seconds(), () -> suspects.run(check, mistake.className()));
      WorkerRequest.Judge judge = new WorkerRequest.Judge(check, 0, task.method(), task.seconds());
      CheckResult result = verdicts.of(judge, ended, (System.nanoTime() - start) / 1_000_000);
      Outcome outcome =
          new Outcome(result, CauseSearch.thrown(ended), "", CauseSearch.observation(ended));
      rehearsed.put(check, outcome);
      causes
          .memory(session.answer(), suspects)
          .remember(new Suspect.Known(mistake), check, outcome.observation());
    }
    return rehearsed;
  }

  private List<CheckResult> withCauses(
      KnownAnswers suspects, WorkerRequest.TaskChecks task, Map<String, Outcome> rehearsed)
      throws Exception {
    Map<String, Observation> judged = new LinkedHashMap<>();
    rehearsed.forEach((check, outcome) -> judged.put(check, outcome.observation()));
    Map<String, Cause> found = causes.find(session.answer(), suspects, task, judged);
    List<CheckResult> results = new ArrayList<>();
    rehearsed.forEach(
        (check, outcome) ->
            results.add(
                found.containsKey(check)
                    ? outcome.explained(verdicts, found.get(check))
                    : outcome.result()));
    return results;
  }

  /**
   * Observes one thing that may be asked for later.
   *
   * @return whether there was one
   */
  boolean ahead(WorkerRequest.Rest plan) throws Exception {
    return causes.ahead(session.answer(), known(plan.known()), plan.tasks());
  }

  private KnownAnswers known(WorkerRequest.Known wanted) throws Exception {
    if (known == null || !known.known().equals(wanted)) {
      close();
      known =
          new KnownAnswers(
              wanted, session, new WorkerCheckContext(session, cache, truths, wanted.tracking()));
    }
    return known;
  }

  /** Lets go of the known answers. */
  @Override
  public void close() {
    if (known != null) {
      known.close();
      known = null;
    }
  }
}
