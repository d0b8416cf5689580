package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.command.NextStep;
import dev.kindling.cli.course.LabNames;
import dev.kindling.cli.course.Standing;
import dev.kindling.cli.screen.Console;
import dev.kindling.cli.screen.CourseMapView;
import dev.kindling.cli.screen.Look;
import dev.kindling.cli.screen.Wrap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code lab} alone: the course map, and the one next thing to type. */
@Command(name = "lab")
final class HomeCommand implements LabCommand {

  @Override
  public ExitCode run(Context context) {
    Console console = context.console();
    Look look = context.look();
    List<Standing> standings = context.standings().all();
    for (String line :
        Wrap.lines("Kindling: Spark ML labs in Java that grade themselves.", look.textWidth())) {
      console.line(look.style().bold(line));
    }
    console.blank();
    LabNames names = new LabNames(context.engine().catalogue());
    console.lines(new CourseMapView(look, names).lines(standings));
    if (standings.isEmpty()) {
      console.text("There are no labs in '" + context.engine().root().resolve("labs") + "'.");
      return ExitCode.PASSED;
    }
    console.blank();
    Optional<Standing> last = context.nextLab().leftOff();
    console.text(last.isEmpty() ? WELCOME : leftOff(last.get(), standings));
    console.blank();
    console.lines(new NextStep(context).now());
    console.text("Everything else: " + context.type("--help"));
    return ExitCode.PASSED;
  }

  private static final String WELCOME =
      "Each lab is a short lesson and one Java file to fill in. Save the file, and Kindling tells"
          + " you what is right, what is wrong, and why.";

  private static String leftOff(Standing last, List<Standing> all) {
    long passed = all.stream().filter(Standing::passed).count();
    String where =
        last.passed()
            ? "You passed '" + last.lab().info().title() + "' last."
            : "You were at '"
                + last.lab().info().title()
                + "': "
                + last.passedTasks()
                + " of "
                + last.tasks()
                + " tasks done.";
    return where + " " + passed + " of " + all.size() + " labs passed.";
  }
}
