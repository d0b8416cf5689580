package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.course.WorkingCopy;
import dev.kindling.cli.screen.Console;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lab start}: copies the starter for the learner, and never overwrites. */
@Command(name = "start")
final class StartCommand implements LabCommand {

  @Parameters(paramLabel = "LAB", description = "The lab, such as 'imputation'.")
  private String lab;

  @Override
  public ExitCode run(Context context) throws IOException {
    LabEntry entry = context.lab(lab);
    boolean copied = new WorkingCopy(entry.folder()).start();
    Console console = context.console();
    String title = entry.info().title() + ", " + entry.info().minutes() + " minutes";
    console.line(context.look().style().bold(title));
    console.blank();
    console.line("Lesson  " + context.paths().of(entry.folder().lesson()));
    console.line("File    " + context.paths().of(entry.folder().answer()));
    if (!copied) {
      console.text("The file was there already; it is as you left it.");
    }
    Optional<TaskInfo> first = context.standings().of(entry).firstUnfinished();
    if (first.isPresent()) {
      console.text("Task " + first.get().number() + "  " + first.get().title());
    }
    console.blank();
    console.text("Next: read the lesson, open the file, and keep this running:");
    console.line("  " + context.type("watch " + context.name(entry)));
    return ExitCode.PASSED;
  }
}
