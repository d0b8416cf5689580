package dev.kindling.cli;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.lab.NearestNames;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our words what the parser could not understand. */
final class UsageProblem {

  private final String command;
  private final CommandTable.Entry entry;

  /**
   * @param command how the user calls us
   * @param entry the sub-command, or null for none
   */
  UsageProblem(String command, CommandTable.Entry entry) {
    this.command = command;
    this.entry = entry;
  }

  CommandFailure of(ParameterException problem) {
    return new CommandFailure(ExitCode.USAGE, sentence(problem) + " " + help(), problem);
  }

  private String sentence(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (problem instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      ArgSpec first = missing.getMissing().get(0);
      return first.isOption()
          ? name(first) + " needs a value: " + first.paramLabel() + "."
          : "'" + called() + "' needs to know which " + first.paramLabel() + ".";
    }
    if (problem instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " is given twice.";
    }
    if (problem.getArgSpec() != null && problem.getValue() != null) {
      return "'"
          + problem.getValue()
          + "' is no value for "
          + name(problem.getArgSpec())
          + ": it takes a whole number.";
    }
    return problem.getMessage() + ".";
  }

  private String unmatched(UnmatchedArgumentException unmatched) {
    String typed = unmatched.getUnmatched().get(0);
    if (!typed.startsWith("-")) {
      return "'" + called() + "' does not know what to do with '" + typed + "'.";
    }
    CommandSpec spec = unmatched.getCommandLine().getCommandSpec();
    int equals = typed.indexOf('=');
    String option = equals < 0 ? typed : typed.substring(0, equals);
    List<String> nearest =
        NearestNames.of(option, new ArrayList<>(spec.optionsMap().keySet())).stream()
            .filter(name -> name.startsWith("--"))
            .toList();
    return "'"
        + called()
        + "' has no option '"
        + option
        + "'"
        + (nearest.isEmpty() ? "." : "; did you mean " + NearestNames.join(nearest) + "?");
  }

  private String help() {
    return entry == null
        ? "'" + command + " --help' lists everything."
        : "Usage: "
            + (called() + " " + entry.arguments()).strip()
            + "; '"
            + called()
            + " --help' tells more.";
  }

  private String called() {
    return entry == null ? command : command + " " + entry.name();
  }

  private static String name(ArgSpec spec) {
    return spec instanceof OptionSpec option ? "'" + option.longestName() + "'" : spec.paramLabel();
  }
}
