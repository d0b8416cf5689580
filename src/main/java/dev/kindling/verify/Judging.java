package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.LabInfo;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.RehearsalRequest;
import dev.kindling.result.RehearsalRequest.Part;
import dev.kindling.result.Rehearsed;
import dev.kindling.result.TaskResult;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.RunFailedException;
import java.util.HashMap;
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

  /**
   * How tasks of known answers come out that are judged side by side. Only what comes out as it
   * should counts; anything else is to be judged by itself.
   */
  Map<Part, TaskResult> rehearse(LabKit kit, List<Part> parts) throws InterruptedException {
    LabInfo lab = kit.entry().info();
    Map<Part, TaskResult> judged = new HashMap<>();
    try {
      RehearsalRequest request =
          new RehearsalRequest(lab.id().toString(), GradeRequest.HOME_SEED, parts);
      for (Rehearsed one : service.rehearse(request, event -> {})) {
        TaskInfo task = lab.task(one.part().task()).orElseThrow();
        judged.put(one.part(), TaskResult.of(task, one.checks()));
      }
      return judged;
    } catch (RunFailedException e) {
      throw new IllegalStateException(
          "The known answers of %s could not be judged: %s".formatted(lab.id(), e.getMessage()), e);
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
