package dev.kindling.workbench;

import dev.kindling.compile.CompiledAnswer;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Judges the mistakes of a lab, each by the checks of its own task, in one session. */
final class Rehearsal {

  private final Workers workers;
  private final KnownKit known;
  private final @Nullable String tracking;
  private final GradeRequest request;
  private final Consumer<GradeEvent> events;

  Rehearsal(
      Workers workers,
      KnownKit known,
      @Nullable String tracking,
      GradeRequest request,
      Consumer<GradeEvent> events) {
    this.workers = workers;
    this.known = known;
    this.tracking = tracking;
    this.request = request;
    this.events = events;
  }

  /** The checks, by the class of the mistake; the caller has the worker to itself. */
  Map<String, List<CheckResult>> run(CompiledAnswer solution)
      throws InterruptedException, WorkerFault, WorkerDiedException {
    WorkerSession session =
        new WorkerSession(
            workers,
            known.kit(),
            solution,
            request.seed(),
            tracking,
            text -> events.accept(new GradeEvent.Working(text)));
    try {
      Map<String, List<CheckResult>> results = new TreeMap<>();
      for (TaskInfo task : known.kit().entry().info().tasks()) {
        events.accept(new GradeEvent.Working("the mistakes of task " + task.number()));
        WorkerRequest.Rehearse rehearse =
            new WorkerRequest.Rehearse(known.checks(task), known.known());
        results.putAll(((WorkerReply.Rehearsed) session.ask(rehearse)).results());
      }
      events.accept(new GradeEvent.Rehearsed(results));
      return results;
    } finally {
      session.close();
    }
  }
}
