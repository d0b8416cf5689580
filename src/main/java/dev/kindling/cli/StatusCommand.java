package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.screen.Console;
import dev.kindling.cli.screen.StatusView;
import dev.kindling.result.Json;
import dev.kindling.workbench.WorkbenchStatus;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lab status}: what runs, and what it holds. */
@Command(name = "status")
final class StatusCommand implements LabCommand {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** What {@code --json} says; {@code status} is null when nothing runs. */
  private record Report(boolean running, WorkbenchStatus status) {}

  @Override
  public ExitCode run(Context context) {
    Optional<WorkbenchStatus> status = context.engine().status();
    Console console = context.console();
    if (json) {
      console.json(Json.line(new Report(status.isPresent(), status.orElse(null))));
    } else if (status.isEmpty()) {
      console.text("No workbench is running; the next command that needs one starts it.");
    } else {
      console.lines(new StatusView(context.look()).lines(status.get()));
    }
    return ExitCode.PASSED;
  }
}
