package dev.kindling.cli;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.Engine;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.compile.LabScan;
import dev.kindling.compile.NoCompilerException;
import dev.kindling.lab.Catalogue;
import dev.kindling.result.Problem;
import dev.kindling.workbench.ClassArchives;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.Workbench;
import dev.kindling.workbench.WorkbenchConnector;
import dev.kindling.workbench.WorkbenchStatus;
import dev.kindling.workbench.WorkbenchUnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The engine of a checkout: labs from its folders, judging in its workbench. */
final class WorkbenchEngine implements Engine {

  private final Home home;
  private final WorkbenchConnector connector;
  private LabScan scan;

  WorkbenchEngine(Path root) {
    this.home = Home.of(root);
    this.connector = new WorkbenchConnector(home);
  }

  @Override
  public Catalogue catalogue() {
    return scan().catalogue();
  }

  @Override
  public List<Problem> labProblems() {
    return scan().problems();
  }

  private LabScan scan() {
    if (scan == null) {
      try (Labs labs = new Labs(home)) {
        scan = labs.scan();
      } catch (NoCompilerException e) {
        throw new CommandFailure(ExitCode.ENVIRONMENT, e.getMessage());
      }
    }
    return scan;
  }

  @Override
  public KindlingService connect(boolean noWorkbench, Consumer<String> notice) {
    if (noWorkbench) {
      Workbench inside = new Workbench(home);
      inside.warmUp();
      return inside;
    }
    try {
      return connector.connect(notice);
    } catch (WorkbenchUnavailableException e) {
      throw new CommandFailure(ExitCode.ENVIRONMENT, e.getMessage());
    }
  }

  @Override
  public Optional<WorkbenchStatus> status() {
    return connector.status();
  }

  @Override
  public boolean startsFast() {
    return new ClassArchives(home).workerIsCurrent();
  }

  @Override
  public boolean stop() {
    try {
      return connector.stop();
    } catch (WorkbenchUnavailableException e) {
      throw new CommandFailure(ExitCode.ENVIRONMENT, e.getMessage());
    }
  }

  @Override
  public Path root() {
    return home.root();
  }

  @Override
  public Path state() {
    return home.state();
  }
}
