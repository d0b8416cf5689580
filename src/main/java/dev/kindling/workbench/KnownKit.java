package dev.kindling.workbench;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.TaskInfo;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker must know of a lab to find causes.
 *
 * @param kit the lab
 * @param known its wrong answers
 */
record KnownKit(LabKit kit, WorkerRequest.Known known) {

  /**
   * @param labs compiles the lab's solutions if they are not
   * @param tracking the server that known answers may write to, or null
   * @throws dev.kindling.compile.MalformedLabException when they do not compile
   */
  static KnownKit of(Labs labs, LabKit kit, @Nullable String tracking) {
    List<AnswerInfo> mistakes =
        labs.knownAnswers(kit).stream().filter(AnswerInfo::mistake).toList();
    return new KnownKit(
        kit,
        new WorkerRequest.Known(
            labs.solutionClasses(kit).toString(),
            kit.entry().folder().className("Solution"),
            mistakes,
            tracking));
  }

  /** The checks of a task. */
  WorkerRequest.TaskChecks checks(TaskInfo task) {
    List<CheckInfo> checks = kit.entry().info().checksOf(task.number());
    return new WorkerRequest.TaskChecks(
        task.number(),
        task.method(),
        checks.stream().map(CheckInfo::name).toList(),
        checks.stream().mapToInt(CheckInfo::seconds).max().orElse(0));
  }
}
