package dev.kindling.cli;

import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.CompileReport;
import dev.kindling.result.Environment;
import dev.kindling.result.LabResult;
import dev.kindling.result.Millis;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The result of a lab without a working copy: every task is to do, and Spark need not start. */
final class NotStarted {

  private NotStarted() {}

  static LabResult result(LabEntry lab, long seed) {
    List<TaskResult> tasks = new ArrayList<>();
    for (TaskInfo task : lab.info().tasks()) {
      List<CheckResult> checks =
          lab.info().checksOf(task.number()).stream()
              .map(check -> CheckResult.notRun(check.name(), Verdict.TODO, check.points(), null))
              .toList();
      tasks.add(
          new TaskResult(task.number(), task.title(), Verdict.TODO, 0, task.points(), checks));
    }
    return LabResult.of(
        lab.id().toString(),
        "learner",
        CompileReport.success(),
        tasks,
        new Millis(0, 0, 0),
        new Environment(null, System.getProperty("java.version"), seed));
  }
}
