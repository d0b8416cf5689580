package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.command.LabFiles;
import dev.kindling.cli.command.SolutionRule;
import dev.kindling.cli.command.StartedLab;
import dev.kindling.lab.LabEntry;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab diff}: the learner's answer beside ours, or beside the starter. */
@Command(name = "diff", description = "Lines with - are yours, lines with + are the other file's.")
final class DiffCommand implements LabCommand {

  @Parameters(paramLabel = "LAB", description = "The lab, such as 'imputation'.")
  private String lab;

  @Option(names = "--reveal", description = "Show the solution before you passed the lab.")
  private boolean reveal;

  @Option(
      names = "--starter",
      description = "Show what you changed in the starter: - is the starter's, + is yours.")
  private boolean starter;

  @Override
  public ExitCode run(Context context) throws IOException {
    LabEntry entry = StartedLab.of(context, lab);
    if (!starter) {
      new SolutionRule(context).require(entry, reveal);
    }
    LabFiles files = new LabFiles(context);
    context.console().lines(starter ? files.sinceStarter(entry) : files.towardsSolution(entry));
    return ExitCode.PASSED;
  }
}
