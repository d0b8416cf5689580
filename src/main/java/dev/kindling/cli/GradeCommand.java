package dev.kindling.cli;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.Connection;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.lab.LabEntry;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab grade}: judges answers once. */
@Command(
    name = "grade",
    description =
        "Exits with 0 when every task of every lab passed, otherwise with 1. A lab that was never"
            + " started has every task to do.")
final class GradeCommand implements LabCommand {

  @Parameters(arity = "0..*", paramLabel = "LAB", description = "The labs, such as 'imputation'.")
  private List<String> labs = List.of();

  @Option(names = "--all", description = "Judge every lab of the course.")
  private boolean all;

  @Option(names = "--solution", description = "Judge our solution instead of your answer.")
  private boolean solution;

  @Option(names = "--answer", paramLabel = "FILE", description = "Judge this file instead.")
  private String answer;

  @Option(names = "--json", description = "Print the result as JSON, version 1.")
  private boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Judge with other data: any whole number. The data you see has seed 42.")
  private long seed = GradeRequest.HOME_SEED;

  @Override
  public ExitCode run(Context context) throws Exception {
    Map<String, LabEntry> chosen = chosen(context);
    AnswerRef ref = answerRef(context, chosen.size());
    try (Connection connection = new Connection(context)) {
      GradeRun run = new GradeRun(context, connection, ref, seed);
      boolean array = all || chosen.size() > 1;
      return json
          ? run.json(List.copyOf(chosen.values()), array)
          : run.print(List.copyOf(chosen.values()), array);
    }
  }

  private Map<String, LabEntry> chosen(Context context) {
    if (all != labs.isEmpty()) {
      throw CommandFailure.usage(
          all
              ? "Name labs, or say --all, but not both."
              : "Say which lab: '"
                  + context.type("grade imputation")
                  + "', or --all; '"
                  + context.type("list")
                  + "' shows them.");
    }
    Map<String, LabEntry> chosen = new LinkedHashMap<>();
    if (all) {
      context.engine().catalogue().labs().forEach(lab -> chosen.put(lab.id().toString(), lab));
    }
    for (String name : labs) {
      LabEntry lab = context.lab(name);
      chosen.put(lab.id().toString(), lab);
    }
    return chosen;
  }

  private AnswerRef answerRef(Context context, int count) {
    if (answer == null) {
      return solution ? AnswerRef.SOLUTION : AnswerRef.LEARNER;
    }
    if (solution || count != 1) {
      throw CommandFailure.usage(
          solution
              ? "Say --solution or --answer, but not both."
              : "--answer takes one file for one lab, and " + count + " labs are named.");
    }
    Path file = context.surroundings().directory().resolve(answer).normalize();
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.usage("There is no file '" + answer + "' to judge.");
    }
    return AnswerRef.file(file.toString());
  }
}
