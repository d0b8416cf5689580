package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.command.LabFiles;
import dev.kindling.cli.command.SolutionRule;
import dev.kindling.lab.LabEntry;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab solution}: our answer, after the learner's own. */
@Command(name = "solution")
final class SolutionCommand implements LabCommand {

  @Parameters(paramLabel = "LAB", description = "The lab, such as 'imputation'.")
  private String lab;

  @Option(names = "--reveal", description = "Show it before you passed the lab.")
  private boolean reveal;

  @Override
  public ExitCode run(Context context) throws IOException {
    LabEntry entry = context.lab(lab);
    new SolutionRule(context).require(entry, reveal);
    context.console().lines(new LabFiles(context).solution(entry));
    return ExitCode.PASSED;
  }
}
