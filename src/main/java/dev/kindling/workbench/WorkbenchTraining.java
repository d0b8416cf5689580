package dev.kindling.workbench;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
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
      if (Registration.read(file).isEmpty()) {
        throw new IllegalStateException("'%s' cannot be read back.".formatted(file));
      }
      Files.delete(file);
      try (RemoteWorkbench remote = new RemoteWorkbench(self)) {
        remote.status();
        unknownLab(remote);
      }
      Json.read(Json.line(new GradeEvent.Working("")), GradeEvent.class);
    } finally {
      workbench.close();
    }
  }

  private static void unknownLab(RemoteWorkbench remote) throws InterruptedException {
    try {
      remote.grade(GradeRequest.of("none", AnswerRef.LEARNER, GradeRequest.HOME_SEED), event -> {});
    } catch (RunFailedException expected) {
      // There is no such lab; the call went all the way.
    }
  }
}
