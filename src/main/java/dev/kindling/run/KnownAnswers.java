package dev.kindling.run;

import dev.kindling.cause.Perturbation;
import dev.kindling.cause.Perturbations;
import dev.kindling.cause.PerturbedSolution;
import dev.kindling.cause.Suspect;
import dev.kindling.cause.Suspects;
import dev.kindling.check.Answers;
import dev.kindling.run.protocol.WorkerRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a lab's known answers in the session of the answer that is open: its mistakes, and its
 * solution on changed inputs. They have a check runner of their own, so that what checks share
 * between themselves is not shared with them.
 */
final class KnownAnswers implements Lineup, AutoCloseable {

  private final WorkerRequest.Known known;
  private final AnswerSession session;
  private final WorkerCheckContext context;
  private final CheckRunner runner;
  private final Calls calls;

  /**
   * @param session of the answer that is open, or one beside it
   * @param context hands the known answers to the checks
   * @param calls makes the calls
   */
  KnownAnswers(
      WorkerRequest.Known known, AnswerSession session, WorkerCheckContext context, Calls calls)
      throws Exception {
    this.known = known;
    this.session = session;
    this.context = context;
    this.calls = calls;
    session.show(Path.of(known.classes()));
    this.runner =
        session.within(() -> new CheckRunner(session.load(session.answer().checks()), context));
  }

  @Override
  public WorkerRequest.Known known() {
    return known;
  }

  @Override
  public Suspects suspects(WorkerRequest.TaskChecks task) throws ClassNotFoundException {
    Class<?> contract = session.load(session.answer().contract());
    List<Perturbation> perturbations =
        Arrays.stream(contract.getMethods())
            .filter(method -> method.getName().equals(task.method()))
            .findFirst()
            .map(Perturbations::of)
            .orElse(List.of());
    return Suspects.of(task.number(), known.mistakes(), perturbations);
  }

  @Override
  public TimedCall.Ended<Throwable> run(
      String check, WorkerRequest.TaskChecks task, Suspect suspect) throws InterruptedException {
    if (suspect instanceof Suspect.Known mistake) {
      return run(check, task, mistake.mistake().className());
    }
    Perturbation perturbation = ((Suspect.Changed) suspect).perturbation();
    return run(
        check,
        task,
        contract -> {
          Object solution = Answers.create(contract, session.load(known.solution()));
          return Answers.wrap(
              contract, PerturbedSolution.of(contract, solution, task.method(), perturbation));
        });
  }

  /** Runs a check with any class among the known ones, as {@link Lineup#run} does. */
  TimedCall.Ended<Throwable> run(String check, WorkerRequest.TaskChecks task, String className)
      throws InterruptedException {
    return run(check, task, contract -> Answers.create(contract, session.load(className)));
  }

  /** Nobody is told what a known answer leaves behind. */
  private TimedCall.Ended<Throwable> run(
      String check, WorkerRequest.TaskChecks task, WorkerCheckContext.AnswerMaker maker)
      throws InterruptedException {
    TimedCall.Ended<Throwable> ended =
        calls.make(
            check,
            task.seconds(),
            session,
            () -> {
              context.answerWith(maker);
              return runner.run(check);
            });
    if (ended.cut() && calls.isCancelled()) {
      throw new InterruptedException(check);
    }
    session.guard().restore();
    return ended;
  }

  /** Ends known answers in a session beside the answer's. */
  void leave() {
    close();
    session.leave();
  }

  @Override
  public void close() {
    runner.close();
  }
}
