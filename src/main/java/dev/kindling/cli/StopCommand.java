package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import picocli.CommandLine.Command;

/** {@code lab stop}: ends the workbench and its worker. */
@Command(name = "stop", description = "Progress is on disk already; nothing is lost.")
final class StopCommand implements LabCommand {

  @Override
  public ExitCode run(Context context) {
    boolean stopped = context.engine().stop();
    context.console().text(stopped ? "The workbench has ended." : "No workbench was running.");
    return ExitCode.PASSED;
  }
}
