package dev.kindling.cli.watch;

import dev.kindling.cli.command.Connection;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.Keys;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.lab.LabEntry;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lab watch}: judges the answer now and after every save, until the user quits. */
@Command(
    name = "watch",
    description =
        "Keep it running beside your editor. On a terminal single keys help: ? lists them. Ends"
            + " with q or Ctrl-C.")
public final class WatchCommand implements LabCommand {

  @Parameters(paramLabel = "LAB", description = "The lab, such as 'imputation'.")
  private String lab;

  @Override
  public ExitCode run(Context context) throws Exception {
    LabEntry entry = context.lab(lab);
    Optional<Keys> keys = keys(context);
    try (Connection connection = new Connection(context)) {
      return new WatchLoop(context, connection, keys).run(entry);
    } finally {
      keys.ifPresent(Keys::close);
    }
  }

  /** Keys need a terminal at both ends; otherwise standard input is left alone. */
  private static Optional<Keys> keys(Context context) {
    if (!context.surroundings().terminalIn() || !context.console().screen().live()) {
      return Optional.empty();
    }
    WidthOfTerminal width = new WidthOfTerminal(context.console());
    Optional<Keys> keys = context.keys().open(width);
    keys.ifPresent(width::of);
    return keys;
  }
}
