package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.command.StartedLab;
import dev.kindling.cli.course.WorkingCopy;
import dev.kindling.lab.LabEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab reset}: back to the starter; the old file is kept. */
@Command(
    name = "reset",
    description = "Keeps your file in .kindling/backup; what you passed stays remembered.")
final class ResetCommand implements LabCommand {

  @Parameters(paramLabel = "LAB", description = "The lab, such as 'imputation'.")
  private String lab;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  @Override
  public ExitCode run(Context context) throws IOException {
    LabEntry entry = StartedLab.of(context, lab);
    String file = context.paths().of(entry.folder().answer());
    if (!yes && context.surroundings().terminalIn() && !confirmed(context, file)) {
      context.console().text("Nothing was changed.");
      return ExitCode.NOT_PASSED;
    }
    Optional<Path> kept =
        new WorkingCopy(entry.folder())
            .reset(context.engine().state().resolve("backup"), Clock.systemDefaultZone());
    if (kept.isEmpty()) {
      context.console().text(file + " is the starter still; nothing was changed.");
      return ExitCode.PASSED;
    }
    context.console().text(file + " is the starter again.");
    context.console().text("Your file is kept: " + context.paths().of(kept.get()));
    return ExitCode.PASSED;
  }

  private static boolean confirmed(Context context, String file) throws IOException {
    context.console().text("Put the starter back in place of " + file + "? Yours is kept. [y/N]");
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(context.in(), Charset.defaultCharset()));
    String answer = reader.readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
