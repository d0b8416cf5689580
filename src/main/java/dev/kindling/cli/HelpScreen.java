package dev.kindling.cli;

import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.screen.Cells;
import dev.kindling.cli.screen.Look;
import dev.kindling.cli.screen.Wrap;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of the command, and of each sub-command; made from what the parser knows. */
final class HelpScreen {

  private static final int LABEL = 22;

  private final Look look;
  private final String command;

  HelpScreen(Look look, String command) {
    this.look = look;
    this.command = command;
  }

  /** All commands, the options that each takes, and the exit codes. */
  List<String> overview(CommandTable table, CommandSpec global) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Wrap.lines("Kindling: Spark ML labs in Java that grade themselves.", look.width()));
    lines.add("");
    lines.add(look.style().bold("Usage"));
    lines.add("  " + command + " COMMAND [options]");
    lines.add("");
    lines.add(look.style().bold("Commands"));
    for (CommandTable.Entry entry : table.entries()) {
      row((entry.name() + " " + entry.arguments()).strip(), entry.summary(), lines);
    }
    lines.add("");
    options(global, "Options of every command", lines);
    lines.add("");
    lines.add(look.style().bold("Exit codes"));
    for (ExitCode code : ExitCode.values()) {
      row(Integer.toString(code.code()), code.meaning(), lines);
    }
    return lines;
  }

  /** One command. */
  List<String> command(CommandTable.Entry entry, CommandSpec spec) {
    List<String> lines = new ArrayList<>(Wrap.lines(entry.summary(), look.width()));
    lines.add("");
    lines.add(look.style().bold("Usage"));
    lines.add("  " + (command + " " + entry.name() + " " + entry.arguments()).strip());
    if (spec.usageMessage().description().length > 0) {
      lines.add("");
      lines.addAll(Wrap.lines(String.join(" ", spec.usageMessage().description()), look.width()));
    }
    lines.add("");
    options(spec, "Arguments and options", lines);
    return lines;
  }

  private void options(CommandSpec spec, String heading, List<String> lines) {
    lines.add(look.style().bold(heading));
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      row(parameter.paramLabel(), description(parameter), lines);
    }
    for (OptionSpec option : spec.options()) {
      String label = String.join(", ", option.names());
      row(
          option.arity().max() > 0 ? label + " " + option.paramLabel() : label,
          description(option),
          lines);
    }
  }

  private static String description(ArgSpec spec) {
    return String.join(" ", spec.description());
  }

  private void row(String label, String text, List<String> lines) {
    if (look.narrow() && label.length() > 4) {
      lines.add("  " + label);
      lines.addAll(Wrap.indented(text, 6, look.width()));
      return;
    }
    int indent = look.narrow() ? 6 : LABEL + 4;
    List<String> wrapped = Wrap.lines(text, look.inside(indent));
    lines.add("  " + Cells.left(label, indent - 4) + "  " + wrapped.get(0));
    for (String rest : wrapped.subList(1, wrapped.size())) {
      lines.add(" ".repeat(indent) + rest);
    }
  }
}
