package dev.kindling.result;

import dev.kindling.lab.SampleLabs;
import java.util.List;

/** Results that never ran. */
final class SampleResults {

  private SampleResults() {}

  static CheckResult check(Verdict verdict) {
    return CheckResult.notRun("check", verdict, 5, null);
  }

  /** A task of 10 points whose two checks came to these verdicts. */
  static TaskResult task(int number, Verdict first, Verdict second) {
    return TaskResult.of(SampleLabs.task(number), List.of(check(first), check(second)));
  }

  static LabResult lab(String id, TaskResult... tasks) {
    return LabResult.of(
        id,
        "learner",
        CompileReport.success(),
        List.of(tasks),
        new Millis(1, 2, 3),
        new Environment("4.2.0", "17.0.15", 42));
  }
}
