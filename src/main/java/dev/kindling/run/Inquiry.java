package dev.kindling.run;

import dev.kindling.cause.Cause;
import dev.kindling.cause.Observation;
import dev.kindling.data.Truths;
import dev.kindling.result.Explanation;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
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
  private final Calls calls;
  private final Verdicts verdicts;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private @Nullable KnownAnswers known;

  /**
   * @param session of the answer that is open
   * @param cache the folder of generated data
   * @param truths those that this process has made so far
   * @param causes what is remembered of known answers
   * @param calls makes the calls of known answers
   */
  Inquiry(AnswerSession session, Path cache, Truths truths, CauseSearch causes, Calls calls) {
    this.session = session;
    this.cache = cache;
    this.truths = truths;
    this.causes = causes;
    this.calls = calls;
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

  /**
   * Judges known answers, as many at a time as there are sessions for.
   *
   * @param cores how many sessions are worth opening
   * @param another opens a session beside the answer's
   */
  WorkerReply.AllRehearsed rehearse(
      WorkerRequest.Rehearse rehearse, int cores, Callable<AnswerSession> another)
      throws Exception {
    KnownAnswers first = known(rehearse.known());
    try (Lanes<KnownAnswers> lanes =
        new Lanes<>(
            Lanes.count(cores, rehearse.parts().size()),
            first,
            () -> known(rehearse.known(), another.call()),
            KnownAnswers::leave)) {
      return new WorkerReply.AllRehearsed(
          new KnownTrials(session.answer(), rehearse, causes, verdicts).in(lanes));
    }
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
      known = known(wanted, session);
    }
    return known;
  }

  private KnownAnswers known(WorkerRequest.Known wanted, AnswerSession in) throws Exception {
    return new KnownAnswers(
        wanted, in, new WorkerCheckContext(in, cache, truths, wanted.tracking()), calls);
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
