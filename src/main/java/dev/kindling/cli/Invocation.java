package dev.kindling.cli;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.lab.NearestNames;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Understands a command line, and does what it says. The only place that knows the parser. */
final class Invocation {

  private final CommandTable table;
  private final Context context;

  Invocation(CommandTable table, Context context) {
    this.table = table;
    this.context = context;
  }

  ExitCode run(List<String> args) throws Exception {
    int at = commandIndex(args);
    if (at < 0) {
      return run(null, new HomeCommand(), args);
    }
    String name = args.get(at);
    LabCommand command = table.create(name);
    if (command == null) {
      if (name.equals("help")) {
        return help(args.subList(at + 1, args.size()));
      }
      throw unknown(name);
    }
    List<String> rest = new ArrayList<>(args);
    rest.remove(at);
    return run(table.entry(name), command, rest);
  }

  private ExitCode run(CommandTable.Entry entry, LabCommand command, List<String> args)
      throws Exception {
    String called = context.surroundings().command();
    CommandLine parser = new CommandLine(command);
    parser.addMixin("global", context.options());
    // '--seed' twice, or '--answer' without a file, is a slip that deserves a word.
    parser.setOverwrittenOptionsAllowed(false);
    try {
      parser.parseArgs(args.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new UsageProblem(called, entry).of(e);
    }
    if (context.options().help) {
      HelpScreen help = new HelpScreen(context.look(), called);
      context
          .console()
          .lines(
              entry == null
                  ? help.overview(table, parser.getCommandSpec())
                  : help.command(entry, parser.getCommandSpec()));
      return ExitCode.PASSED;
    }
    if (context.options().version) {
      context.console().lines(Versions.lines());
      return ExitCode.PASSED;
    }
    return command.run(context);
  }

  /** {@code help} and {@code help grade}, for those who type it that way. */
  private ExitCode help(List<String> about) throws Exception {
    List<String> args = new ArrayList<>(about);
    args.add("--help");
    return run(args);
  }

  private CommandFailure unknown(String name) {
    List<String> nearest = NearestNames.of(name, table.names());
    String called = context.surroundings().command();
    return CommandFailure.usage(
        "There is no command '"
            + name
            + "'"
            + (nearest.isEmpty()
                ? ": '" + called + " --help' lists them all."
                : "; did you mean " + NearestNames.join(nearest) + "?"));
  }

  /** The first word that is not an option: what comes before it are options of every command. */
  private static int commandIndex(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      if (!args.get(i).startsWith("-")) {
        return i;
      }
    }
    return -1;
  }
}
