package dev.kindling.cli;

import dev.kindling.cli.command.Engine;
import dev.kindling.lab.Catalogue;
import dev.kindling.result.Problem;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.WorkbenchStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An engine that replays what a test wrote into its service. */
final class FakeEngine implements Engine {

  private final Path root;
  private final FakeCourse course;
  final FakeService service = new FakeService();
  WorkbenchStatus status;
  String notice = "";
  int connections;
  List<Problem> problems = List.of();

  FakeEngine(Path root) {
    this.root = root;
    try {
      course = new FakeCourse(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Catalogue catalogue() {
    return course.catalogue();
  }

  @Override
  public List<Problem> labProblems() {
    return problems;
  }

  @Override
  public KindlingService connect(boolean noWorkbench, Consumer<String> told) {
    connections++;
    if (!notice.isEmpty()) {
      told.accept(notice);
    }
    return service;
  }

  @Override
  public Optional<WorkbenchStatus> status() {
    return Optional.ofNullable(status);
  }

  @Override
  public boolean stop() {
    boolean ran = status != null;
    status = null;
    return ran;
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public Path state() {
    return root.resolve(".kindling");
  }
}
