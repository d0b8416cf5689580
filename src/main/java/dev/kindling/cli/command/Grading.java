package dev.kindling.cli.command;

import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.ShownTask;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.ServiceLostException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Has one answer judged; once more when the workbench dies on the way. */
public final class Grading {

  private final Context context;
  private final Connection connection;

  public Grading(Context context, Connection connection) {
    this.context = context;
    this.connection = connection;
  }

  /** What a run asks of the service. */
  @FunctionalInterface
  private interface Call<T> {
    T on(KindlingService service, Consumer<GradeEvent> events) throws InterruptedException;
  }

  /**
   * Judges an answer.
   *
   * @param loud whether verdicts are printed as they come
   */
  public LabResult grade(GradeRequest request, boolean loud) throws InterruptedException {
    return call(
        (service, events) -> service.grade(request, events),
        () -> loud ? new RunReport(context) : ignored -> {});
  }

  /** Calls a task's example, with progress on the status line. */
  public ShownTask show(GradeRequest request) throws InterruptedException {
    return call((service, events) -> service.show(request, events), () -> new RunReport(context));
  }

  private <T> T call(Call<T> call, Supplier<Consumer<GradeEvent>> reports)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      KindlingService service = connection.service();
      FaultCatcher events = new FaultCatcher(reports.get());
      try {
        T result = call.on(service, events);
        context.console().working("");
        events.rethrow();
        if (result == null) {
          throw new IllegalStateException("The service gave neither a result nor a reason.");
        }
        return result;
      } catch (ServiceLostException lost) {
        connection.lost(service);
        context.console().working("");
        if (attempt > 1) {
          throw lost;
        }
        context.console().notice("The workbench went away; starting it again.");
      }
    }
  }
}
