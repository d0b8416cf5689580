package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.workbench.ClassArchives;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import picocli.CommandLine.Command;

/** {@code lab prepare}: what the launcher runs after a build, so that every later start is fast. */
@Command(
    name = "prepare",
    description = "Compile the labs and archive loaded classes; the launcher does it by itself.")
final class PrepareCommand implements LabCommand {

  @Override
  public ExitCode run(Context context) throws Exception {
    Home home = Home.of(context.engine().root());
    context.console().working("compiling the labs");
    try (Labs labs = new Labs(home)) {
      labs.scan();
    }
    ClassArchives archives = new ClassArchives(home);
    if (!archives.workerIsCurrent()) {
      context.console().notice("Preparing a fast start of Spark; once, for about half a minute.");
    }
    context.console().working("preparing a fast start");
    archives.make(ToolTraining.class.getName()).forEach(context.console()::notice);
    context.console().working("");
    return ExitCode.PASSED;
  }
}
