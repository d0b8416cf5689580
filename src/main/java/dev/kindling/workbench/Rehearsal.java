package dev.kindling.workbench;

import dev.kindling.compile.CompiledAnswer;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.RehearsalRequest;
import dev.kindling.result.Rehearsed;
import dev.kindling.run.protocol.WorkerReply;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has a worker judge known answers of a lab, with its solution as the answer that is open. */
final class Rehearsal {

  private final Workers workers;
  private final KnownKit known;
  private final @Nullable String tracking;
  private final RehearsalRequest request;
  private final Consumer<GradeEvent> events;

  Rehearsal(
      Workers workers,
      KnownKit known,
      @Nullable String tracking,
      RehearsalRequest request,
      Consumer<GradeEvent> events) {
    this.workers = workers;
    this.known = known;
    this.tracking = tracking;
    this.request = request;
    this.events = events;
  }

  /** How they came out; the caller has the worker to itself. */
  List<Rehearsed> run(CompiledAnswer solution)
      throws InterruptedException, WorkerFault, WorkerDiedException {
    Consumer<String> working = text -> events.accept(new GradeEvent.Working(text));
    WorkerSession session =
        new WorkerSession(workers, known.kit(), solution, request.seed(), tracking, working);
    try {
      working.accept("%d known answers".formatted(request.parts().size()));
      WorkerRequest.Rehearse rehearse =
          new WorkerRequest.Rehearse(
              request.parts(),
              known.kit().entry().info().tasks().stream().map(known::checks).toList(),
              known.known());
      List<Rehearsed> parts = ((WorkerReply.AllRehearsed) session.ask(rehearse)).parts();
      events.accept(new GradeEvent.AllRehearsed(parts));
      return parts;
    } finally {
      session.close();
    }
  }
}
