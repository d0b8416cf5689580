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
import org.jspecify.annotations.Nullable;

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

  KnownAnswers(WorkerRequest.Known known, AnswerSession session, WorkerCheckContext context)
      throws Exception {
    this.known = known;
    this.session = session;
    this.context = context;
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
  public @Nullable Throwable run(String check, String task, Suspect suspect) {
    if (suspect instanceof Suspect.Known mistake) {
      return run(check, mistake.mistake().className());
    }
    Perturbation perturbation = ((Suspect.Changed) suspect).perturbation();
    return run(
        check,
        contract -> {
          Object solution = Answers.create(contract, session.load(known.solution()));
          return Answers.wrap(
              contract, PerturbedSolution.of(contract, solution, task, perturbation));
        });
  }

  /** What a check throws for any class among the known ones; null when it passes. */
  @Nullable Throwable run(String check, String className) {
    return run(check, contract -> Answers.create(contract, session.load(className)));
  }

  private @Nullable Throwable run(String check, WorkerCheckContext.AnswerMaker maker) {
    context.answerWith(maker);
    return runner.run(check);
  }

  @Override
  public void close() {
    runner.close();
  }
}
