package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.TaskResult;
import dev.kindling.workbench.KindlingService;

/** Judges known answers and tells results in a line. */
final class Judging {

  private final KindlingService service;

  Judging(KindlingService service) {
    this.service = service;
  }

  LabResult judge(LabKit kit, AnswerRef answer, long seed) throws InterruptedException {
    return judge(kit, GradeRequest.of(kit.entry().id().toString(), answer, seed));
  }

  LabResult judge(LabKit kit, GradeRequest request) throws InterruptedException {
    StringBuilder fault = new StringBuilder();
    LabResult result =
        service.grade(
            request,
            event -> {
              if (event instanceof GradeEvent.Fault said) {
                fault.append(said.message());
              }
            });
    if (result == null) {
      throw new IllegalStateException(
          "%s could not be judged: %s".formatted(kit.entry().id(), fault));
    }
    return result;
  }

  /** What a task came to, check by check, for its author. */
  static String told(TaskResult task) {
    StringBuilder text = new StringBuilder();
    text.append("task %d is %s:".formatted(task.task(), task.verdict()));
    for (CheckResult check : task.checks()) {
      text.append("%n    %s %s".formatted(check.verdict(), check.name()));
      if (check.diagnosis() != null) {
        text.append(" [%s]".formatted(check.diagnosis()));
      }
      if (!check.passed() && check.message() != null) {
        text.append(": ").append(check.message());
      }
    }
    return text.toString();
  }
}
