package dev.kindling.cli;

import dev.kindling.cli.command.Connection;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.Grading;
import dev.kindling.cli.command.NextStep;
import dev.kindling.cli.command.RunReport;
import dev.kindling.cli.course.WorkingCopy;
import dev.kindling.cli.screen.Cells;
import dev.kindling.cli.screen.SummaryView;
import dev.kindling.lab.LabEntry;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.Json;
import dev.kindling.result.LabResult;
import java.util.ArrayList;
import java.util.List;

/** Judges one lab after the other, and prints or writes JSON. */
final class GradeRun {

  private final Context context;
  private final Grading grading;
  private final AnswerRef answer;
  private final long seed;

  GradeRun(Context context, Connection connection, AnswerRef answer, long seed) {
    this.context = context;
    this.grading = new Grading(context, connection);
    this.answer = answer;
    this.seed = seed;
  }

  /**
   * Prints results as JSON, version 1, and nothing else.
   *
   * @param array whether as an array even for one lab
   */
  ExitCode json(List<LabEntry> labs, boolean array) throws InterruptedException {
    List<LabResult> results = new ArrayList<>();
    for (LabEntry lab : labs) {
      results.add(missing(lab) ? NotStarted.result(lab, seed) : grading.grade(request(lab), false));
    }
    context.console().json(Json.line(array ? results : results.get(0)));
    return exitCode(results);
  }

  /**
   * Prints verdicts for people.
   *
   * @param many whether to part the labs by headings and add a table at the end
   */
  ExitCode print(List<LabEntry> labs, boolean many) throws InterruptedException {
    List<LabResult> results = new ArrayList<>();
    for (LabEntry lab : labs) {
      if (many) {
        String heading = lab.id() + "  " + lab.info().title();
        context
            .console()
            .line(
                context
                    .look()
                    .style()
                    .bold(
                        Cells.cut(
                            heading, context.look().width(), context.look().glyphs().ellipsis())));
        context.console().blank();
      }
      results.add(missing(lab) ? notStarted(lab) : judged(lab));
      if (many) {
        context.console().blank();
      }
    }
    if (many) {
      table(labs, results);
    }
    return exitCode(results);
  }

  private LabResult judged(LabEntry lab) throws InterruptedException {
    boolean before = context.standings().of(lab).progress().everPassed();
    LabResult result = grading.grade(request(lab), true);
    if (answer.equals(AnswerRef.LEARNER)) {
      context.console().lines(new NextStep(context).after(lab, result, !before));
    }
    return result;
  }

  private LabResult notStarted(LabEntry lab) {
    LabResult result = NotStarted.result(lab, seed);
    new RunReport(context).accept(new GradeEvent.Finished(result));
    context
        .console()
        .text(
            "You have not started this lab yet. Next: "
                + context.type("start " + context.name(lab)));
    return result;
  }

  private void table(List<LabEntry> labs, List<LabResult> results) {
    SummaryView view = new SummaryView(context.look());
    int width = labs.stream().mapToInt(lab -> lab.id().toString().length()).max().orElse(0);
    for (LabResult result : results) {
      context.console().line(view.row(result, result.lab(), width));
    }
  }

  private boolean missing(LabEntry lab) {
    return answer.equals(AnswerRef.LEARNER) && !new WorkingCopy(lab.folder()).exists();
  }

  private GradeRequest request(LabEntry lab) {
    return GradeRequest.of(lab.id().toString(), answer, seed);
  }

  private static ExitCode exitCode(List<LabResult> results) {
    boolean passed = !results.isEmpty() && results.stream().allMatch(LabResult::passed);
    return passed ? ExitCode.PASSED : ExitCode.NOT_PASSED;
  }
}
