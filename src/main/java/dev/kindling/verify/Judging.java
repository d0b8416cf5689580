package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.TaskResult;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.RunFailedException;
import java.util.List;
import java.util.Map;

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
    try {
      return service.grade(request, event -> {});
    } catch (RunFailedException e) {
      throw new IllegalStateException(
          "%s could not be judged: %s".formatted(kit.entry().id(), e.getMessage()), e);
    }
  }

  /** How the mistakes of a lab come out, each by the checks of its own task. */
  Map<String, List<CheckResult>> rehearse(LabKit kit, long seed) throws InterruptedException {
    try {
      return service.rehearse(
          GradeRequest.of(kit.entry().id().toString(), AnswerRef.SOLUTION, seed), event -> {});
    } catch (RunFailedException e) {
      throw new IllegalStateException(
          "The mistakes of %s could not be judged: %s".formatted(kit.entry().id(), e.getMessage()),
          e);
    }
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
