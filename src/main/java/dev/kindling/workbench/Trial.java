package dev.kindling.workbench;

import dev.kindling.compile.CompiledAnswer;
import dev.kindling.compile.LabKit;
import dev.kindling.compile.MalformedLabException;
import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.LabInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.TrialRequest;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks check after check about a changed solution, up to the first that does not pass: more is not
 * wanted to know, neither why it fails nor what the others say.
 */
final class Trial {

  private final Workers workers;
  private final LabKit kit;
  private final @Nullable String tracking;
  private final TrialRequest request;
  private final Consumer<GradeEvent> events;

  Trial(
      Workers workers,
      LabKit kit,
      @Nullable String tracking,
      TrialRequest request,
      Consumer<GradeEvent> events) {
    this.workers = workers;
    this.kit = kit;
    this.tracking = tracking;
    this.request = request;
    this.events = events;
  }

  /** What the checks said; the caller has the worker to itself. */
  List<CheckResult> run(CompiledAnswer answer) throws InterruptedException, WorkerFault {
    WorkerSession session =
        new WorkerSession(
            workers,
            kit,
            answer,
            request.seed(),
            tracking,
            text -> events.accept(new GradeEvent.Working(text)));
    List<CheckResult> results = new ArrayList<>();
    try {
      for (String name : request.checks()) {
        CheckResult result = judge(session, check(name));
        results.add(result);
        if (!result.passed()) {
          break;
        }
      }
      return results;
    } finally {
      session.close();
    }
  }

  private CheckInfo check(String name) {
    LabInfo lab = kit.entry().info();
    return lab.checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new MalformedLabException("%s has no check '%s'.".formatted(lab.id(), name)));
  }

  private CheckResult judge(WorkerSession session, CheckInfo check)
      throws InterruptedException, WorkerFault {
    String method = kit.entry().info().task(check.task()).orElseThrow().method();
    int seconds = Grader.limit(check);
    WorkerRequest.Judge judge =
        new WorkerRequest.Judge(check.name(), check.points(), method, seconds);
    try {
      return ((WorkerReply.Judged) session.ask(judge)).result();
    } catch (WorkerDiedException e) {
      workers.start();
      if (e.death().fromOutside()) {
        throw new WorkerFault("the worker was ended from outside", false);
      }
      return Deaths.verdict(check, e.death());
    }
  }
}
