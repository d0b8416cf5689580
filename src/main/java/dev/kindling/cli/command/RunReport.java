package dev.kindling.cli.command;

import dev.kindling.cli.screen.Console;
import dev.kindling.cli.screen.Look;
import dev.kindling.cli.screen.ProblemView;
import dev.kindling.cli.screen.SummaryView;
import dev.kindling.cli.screen.TaskView;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.LabResult;
import dev.kindling.result.TaskResult;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Prints a run as it happens: verdicts as they come, then the score. One per run. */
public final class RunReport implements Consumer<GradeEvent> {

  private final Context context;
  private final Set<Integer> shown = new HashSet<>();
  private boolean problemsShown;
  private boolean broken;

  public RunReport(Context context) {
    this.context = context;
  }

  @Override
  public void accept(GradeEvent event) {
    Console console = context.console();
    if (event instanceof GradeEvent.Working working) {
      console.working(working.text());
    } else if (event instanceof GradeEvent.Compiled compiled) {
      problems(compiled.report().ok() ? null : compiled);
    } else if (event instanceof GradeEvent.TaskDone done) {
      task(done.result());
    } else if (event instanceof GradeEvent.Explained explained) {
      console.lines(new TaskView(look(), context.paths()).causes(explained.found()));
    } else if (event instanceof GradeEvent.Finished finished) {
      finish(finished.result());
    } else if (event instanceof GradeEvent.Fault) {
      console.working("");
    }
  }

  private void problems(GradeEvent.Compiled compiled) {
    if (compiled != null) {
      broken = true;
      problemsShown = true;
      context.console().lines(new ProblemView(look(), context.paths()).lines(compiled.report()));
    }
  }

  private void task(TaskResult task) {
    // Nothing was judged in a file that does not compile: its problems say it all.
    if (!broken && shown.add(task.task())) {
      context.console().lines(new TaskView(look(), context.paths()).lines(task));
    }
  }

  private void finish(LabResult result) {
    context.console().working("");
    if (!result.compile().ok()) {
      broken = true;
      if (!problemsShown) {
        context.console().lines(new ProblemView(look(), context.paths()).lines(result.compile()));
      }
    }
    for (TaskResult task : result.tasks()) {
      task(task);
    }
    context.console().blank();
    context.console().lines(new SummaryView(look()).lines(result));
  }

  private Look look() {
    return context.look();
  }
}
