package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A real workbench process over a sample checkout. */
final class LiveWorkbench implements AutoCloseable {

  private final SampleCheckout checkout;
  private final WorkbenchConnector connector;
  private final List<String> notices = new ArrayList<>();

  LiveWorkbench(Path root) {
    checkout = new SampleCheckout(root);
    connector = new WorkbenchConnector(checkout.home());
  }

  SampleCheckout checkout() {
    return checkout;
  }

  WorkbenchConnector connector() {
    return connector;
  }

  /** What was said while connecting, of late. */
  List<String> notices() {
    return notices;
  }

  KindlingService connect() {
    notices.clear();
    return connector.connect(notices::add);
  }

  Registration registration() {
    return Registration.read(checkout.home().registration()).orElseThrow();
  }

  /** The id of the workbench's worker; it is started with the workbench. */
  long worker() {
    return connector.status().orElseThrow().worker().pid();
  }

  /** Judges what is saved, over a new connection. */
  LabResult grade() throws InterruptedException {
    try (KindlingService service = connect()) {
      return grade(service);
    }
  }

  static LabResult grade(KindlingService service) throws InterruptedException {
    List<GradeEvent> events = new ArrayList<>();
    LabResult result =
        service.grade(GradeRequest.of("day9/sample", AnswerRef.LEARNER, 42), events::add);
    assertThat(result).as("%s", events).isNotNull();
    return result;
  }

  /** The command as a process of its own. */
  Process command(Path output, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.path());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(
        Home.toolClassPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("dev.kindling.cli.Main");
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(checkout.root().toFile())
        .redirectOutput(output.toFile())
        .redirectError(Path.of(output + ".err").toFile())
        .start();
  }

  @Override
  public void close() {
    connector.stop();
  }
}
