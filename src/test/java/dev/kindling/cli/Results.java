package dev.kindling.cli;

import dev.kindling.plot.Examples;
import dev.kindling.result.CheckResult;
import dev.kindling.result.CompileReport;
import dev.kindling.result.Environment;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.LabResult;
import dev.kindling.result.Millis;
import dev.kindling.result.Problem;
import dev.kindling.result.ShownPart;
import dev.kindling.result.ShownTask;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Results for the lab {@code day2/imputation} of the fake course. */
final class Results {

  static final String LAB = "day2/imputation";
  private static final String FILE = "work/day2/imputation/Imputation.java";
  private static final Environment ENVIRONMENT = new Environment("4.2.0", "17.0.15", 42);

  private Results() {}

  static LabResult passed() {
    return passed(LAB);
  }

  static LabResult passed(String lab) {
    return result(lab, task(1, "Count what is missing", 100, Verdict.PASS, pass("countsAll", 100)));
  }

  /** A bit of everything. */
  static LabResult mixed() {
    String table = "column    median\nprice      120.0\nbedrooms     2.0";
    String yours = "column    median\nprice      133.2*\nbedrooms     2.0";
    String means =
        "These are means. Price is skewed, so a few mansions pull the mean up."
            + " Call setStrategy(\"median\").";
    CheckResult first =
        new CheckResult(
            "mediansComeFromTheTrainingRows",
            Verdict.FAIL,
            10,
            "mean-for-median",
            means,
            table,
            yours,
            FILE + ":47",
            212);
    CheckResult again =
        new CheckResult(
            "worksWithOtherRows",
            Verdict.FAIL,
            10,
            "mean-for-median",
            means,
            table,
            yours,
            FILE + ":47",
            20);
    return result(
        LAB,
        task(1, "Count what is missing", 30, Verdict.PASS, pass("countsEveryColumn", 30)),
        task(
            2,
            "Mark what is missing",
            30,
            Verdict.FAIL,
            pass("addsOneColumnPerGap", 15),
            CheckResult.notPassed(
                    "marksNaNToo",
                    Verdict.FAIL,
                    15,
                    "There are fewer marks than gaps: NaN counts as missing too.",
                    FILE + ":33",
                    8)
                .comparing("31", "29")),
        task(3, "Learn the medians", 20, Verdict.FAIL, first, again),
        task(
            4,
            "Fill the gaps without letting any row of the test set leak into training",
            20,
            Verdict.TODO,
            CheckResult.notRun("fillsEveryGap", Verdict.TODO, 20, null)));
  }

  /** Verdicts that are nobody's wish. */
  static LabResult troubled() {
    return result(
        LAB,
        task(
            1,
            "Count what is missing",
            25,
            Verdict.TIMEOUT,
            CheckResult.notPassed(
                "countsEveryColumn",
                Verdict.TIMEOUT,
                25,
                "It was still running after 20 seconds: does the loop end?",
                FILE + ":21",
                20_000)),
        task(
            2,
            "Mark what is missing",
            25,
            Verdict.EXITED,
            CheckResult.notPassed(
                "marksNaNToo",
                Verdict.EXITED,
                25,
                "The answer called System.exit: return instead.",
                FILE + ":30",
                3)),
        task(
            3,
            "Learn the medians",
            25,
            Verdict.HARNESS,
            CheckResult.notRun(
                "mediansComeFromTheTrainingRows", Verdict.HARNESS, 25, "The check itself broke.")),
        task(
            4,
            "Fill the gaps",
            25,
            Verdict.SKIPPED,
            CheckResult.notRun("fillsEveryGap", Verdict.SKIPPED, 25, "Waits for task 3.")));
  }

  static LabResult broken() {
    CompileReport report =
        new CompileReport(
            false,
            List.of(
                new Problem(
                    FILE + ":12:9",
                    "'DataSet' is not a class that Java knows here; Spark's is called 'Dataset'.",
                    "    DataSet<Row> known = df.na().drop();")));
    TaskResult skipped =
        task(
            1,
            "Count what is missing",
            100,
            Verdict.SKIPPED,
            CheckResult.notRun("countsAll", Verdict.SKIPPED, 100, "The file does not compile."));
    return LabResult.of(
        LAB, "learner", report, List.of(skipped), new Millis(180, 0, 190), ENVIRONMENT);
  }

  /** The events of a run, as the service sends them. */
  static List<GradeEvent> events(LabResult result) {
    List<GradeEvent> events = new ArrayList<>();
    events.add(new GradeEvent.Working("starting Spark"));
    events.add(new GradeEvent.Compiled(result.lab(), result.compile(), 180));
    for (TaskResult task : result.tasks()) {
      events.add(new GradeEvent.Working("task " + task.task()));
      task.checks()
          .forEach(check -> events.add(new GradeEvent.Checked(result.lab(), task.task(), check)));
      events.add(new GradeEvent.TaskDone(result.lab(), task));
    }
    events.add(new GradeEvent.Finished(result));
    return events;
  }

  static ShownTask shown() {
    ShownPart table =
        ShownPart.table(
            "7,200 rows × 4 columns",
            List.of("name", "price", "bedrooms", "host_since"),
            List.of("string", "double", "int", "date"),
            List.of(
                List.of(
                    "Sunny room by the park, five minutes to the sea", "85.5", "1", "2014-02-01"),
                List.of("Loft", "1200.0", "12", "null"),
                List.of("Caf\u001b[31me\tcorner", "99.0", "2", "2019-11-30")));
    return new ShownTask(
        1, Verdict.PASS, List.of(table), null, null, "here\u0007 1\nhere 2\n", 120);
  }

  /** Two charts. */
  static ShownTask charts() {
    List<ShownPart> parts =
        List.of(
            ShownPart.chart("[0]", Examples.all().get("bars").json()),
            ShownPart.chart("[1]", Examples.all().get("scatter").json()));
    return new ShownTask(1, Verdict.PASS, parts, null, null, "", 120);
  }

  /** Two reports. */
  static ShownTask reports() {
    List<ShownPart> parts =
        List.of(
            ShownPart.report("answers: 2 alerts", "CONSTANT one value", "<p>first</p>"),
            ShownPart.report("no alerts", null, "<p>second</p>"));
    return new ShownTask(1, Verdict.PASS, parts, null, null, "", 120);
  }

  static LabResult result(String lab, TaskResult... tasks) {
    return LabResult.of(
        lab,
        "learner",
        CompileReport.success(),
        List.of(tasks),
        new Millis(180, 300, 410),
        ENVIRONMENT);
  }

  private static TaskResult task(
      int number, String title, double max, Verdict verdict, CheckResult... checks) {
    double score =
        List.of(checks).stream().filter(CheckResult::passed).mapToDouble(CheckResult::points).sum();
    return new TaskResult(number, title, verdict, score, max, List.of(checks));
  }

  private static CheckResult pass(String name, double points) {
    return CheckResult.passed(name, points, 5);
  }
}
