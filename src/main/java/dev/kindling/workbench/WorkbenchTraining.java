package dev.kindling.workbench;

import dev.kindling.result.GradeEvent;
import dev.kindling.result.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Starts and stops a workbench's parts, so that the archive of loaded classes knows them. */
public final class WorkbenchTraining {

  private WorkbenchTraining() {}

  /** Serves one call of its own on a free port. */
  public static void run(Path root) throws IOException, InterruptedException {
    Workbench workbench = new Workbench(Home.of(root));
    workbench.labs().scan();
    try (WorkbenchServer server =
        new WorkbenchServer(
            workbench, "training", new IdleClock(Duration.ofMinutes(1)), () -> {})) {
      int port = server.start();
      Registration self =
          new Registration(ProcessHandle.current().pid(), port, "training", Home.build(), "");
      Path file = Files.createTempFile("kindling", ".json");
      self.write(file);
      Registration.read(file).orElseThrow();
      Files.delete(file);
      try (RemoteWorkbench remote = new RemoteWorkbench(self)) {
        remote.status();
        remote.grade(
            dev.kindling.result.GradeRequest.of("none", dev.kindling.result.AnswerRef.LEARNER, 42),
            event -> {});
      }
      Json.read(Json.line(new GradeEvent.Working("")), GradeEvent.class);
    } finally {
      workbench.close();
    }
  }
}
