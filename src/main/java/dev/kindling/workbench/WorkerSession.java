package dev.kindling.workbench;

import dev.kindling.compile.CompiledAnswer;
import dev.kindling.compile.LabKit;
import dev.kindling.compile.MethodFacts;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One answer in a worker; opened again in a new worker whenever the old one died. */
final class WorkerSession {

  private static final int TRIES = 3;

  private final Workers workers;
  private final WorkerRequest.Open open;
  private final Consumer<String> working;
  private @Nullable WorkerProcess worker;

  /**
   * @param tracking where the lab's tracking server is, or null when it uses none
   */
  WorkerSession(
      Workers workers,
      LabKit kit,
      CompiledAnswer answer,
      long seed,
      @Nullable String tracking,
      Consumer<String> working) {
    this.workers = workers;
    this.open = open(kit, answer, seed, tracking);
    this.working = working;
  }

  private static WorkerRequest.Open open(
      LabKit kit, CompiledAnswer answer, long seed, @Nullable String tracking) {
    LabFolder folder = kit.entry().folder();
    Map<String, Integer> methodLines = new HashMap<>();
    for (Map.Entry<String, MethodFacts> method : answer.methods().entrySet()) {
      methodLines.put(method.getKey(), method.getValue().line());
    }
    return new WorkerRequest.Open(
        kit.classes().toString(),
        Objects.requireNonNull(answer.classes(), "Only what compiles is run.").toString(),
        Objects.requireNonNull(answer.className(), "Only what compiles is run."),
        kit.entry().info().contract(),
        folder.judgeName("Checks"),
        folder.judgeName("Examples"),
        folder.id().packageName(),
        methodLines,
        answer.files(),
        seed,
        tracking);
  }

  /** Asks a worker that holds the answer. */
  WorkerReply ask(WorkerRequest request)
      throws InterruptedException, WorkerDiedException, WorkerFault {
    return judged(holder().call(request));
  }

  /**
   * Has tasks judged side by side.
   *
   * @param passed told of each check that passed; of the others nothing is known then
   */
  WorkerReply.Settled sideBySide(List<WorkerRequest.TaskBeside> tasks, Consumer<CheckResult> passed)
      throws InterruptedException, WorkerDiedException, WorkerFault {
    return (WorkerReply.Settled) judged(holder().call(new WorkerRequest.SideBySide(tasks), passed));
  }

  private WorkerReply judged(WorkerReply reply) throws WorkerFault {
    if (reply instanceof WorkerReply.Failed failed) {
      throw new WorkerFault(failed.message(), failed.ours());
    }
    boolean tainted =
        (reply instanceof WorkerReply.Judged judged && judged.tainted())
            || (reply instanceof WorkerReply.Settled settled && settled.tainted())
            || (reply instanceof WorkerReply.Showed showed && showed.tainted());
    if (tainted) {
      workers.replace();
      worker = null;
    }
    return reply;
  }

  /** Asks the worker about what it did for this answer; one that was replaced knows nothing. */
  WorkerReply askOpen(WorkerRequest request)
      throws InterruptedException, WorkerDiedException, WorkerFault {
    if (worker == null || !worker.alive()) {
      return new WorkerReply.Explained(List.of(), true);
    }
    WorkerReply reply = worker.call(request);
    if (reply instanceof WorkerReply.Failed failed) {
      throw new WorkerFault(failed.message(), failed.ours());
    }
    return reply;
  }

  /** The worker that holds the answer; a worker killed while opening is replaced. */
  private WorkerProcess holder() throws InterruptedException, WorkerDiedException, WorkerFault {
    for (int attempt = 1; worker == null || !worker.alive(); attempt++) {
      try {
        WorkerProcess fresh = workers.ready(working);
        WorkerReply reply = fresh.call(open);
        if (reply instanceof WorkerReply.Failed failed) {
          throw new WorkerFault(failed.message(), failed.ours());
        }
        worker = fresh;
      } catch (WorkerDiedException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
    return worker;
  }

  /**
   * Lets the worker put away what the answer left behind, and look ahead while nobody asks.
   *
   * @param known what it looks at; empty for nothing
   * @param tasks the most wanted first
   */
  void rest(Optional<KnownKit> known, List<TaskInfo> tasks) throws InterruptedException {
    if (known.isEmpty()) {
      close();
    } else if (worker != null && worker.alive()) {
      try {
        worker.call(
            new WorkerRequest.Rest(
                tasks.stream().map(known.get()::checks).toList(), known.get().known()));
      } catch (WorkerDiedException e) {
        workers.start();
      }
    }
  }

  /** Lets go of the answer, so that what it left behind is gone before the next. */
  void close() throws InterruptedException {
    if (worker != null && worker.alive()) {
      try {
        worker.call(new WorkerRequest.Close());
      } catch (WorkerDiedException e) {
        workers.start();
      }
    }
  }
}
