package dev.kindling.workbench;

import dev.kindling.lab.LabInfo;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.TaskResult;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order tasks are judged: the edited one first, but never before those it waits for,
 * unless they are known to pass.
 */
final class TaskOrder {

  private TaskOrder() {}

  /**
   * @param first the task to judge first, or 0
   * @param only whether to leave out the tasks that it does not need
   * @param known tasks that the first one need not wait for
   */
  static List<TaskInfo> of(LabInfo lab, int first, boolean only, Set<Integer> known) {
    Set<Integer> numbers = new LinkedHashSet<>();
    add(lab, first, known, numbers);
    if (!only || numbers.isEmpty()) {
      lab.tasks().forEach(task -> add(lab, task.number(), Set.of(), numbers));
    }
    List<TaskInfo> order = new ArrayList<>();
    numbers.forEach(number -> lab.task(number).ifPresent(order::add));
    return order;
  }

  private static void add(LabInfo lab, int number, Set<Integer> known, Set<Integer> numbers) {
    lab.task(number)
        .ifPresent(
            task -> {
              if (!numbers.contains(number)) {
                task.after().stream()
                    .filter(earlier -> !known.contains(earlier))
                    .forEach(earlier -> add(lab, earlier, known, numbers));
                numbers.add(number);
              }
            });
  }

  /**
   * What can be judged side by side: all but the tasks that wait for one which has not passed.
   *
   * @param left the tasks that have no verdict, in their order
   * @param done those that have one
   * @param known tasks that are known to pass
   */
  static List<WorkerRequest.TaskBeside> sideBySide(
      LabInfo lab, List<TaskInfo> left, Map<Integer, TaskResult> done, Set<Integer> known) {
    List<WorkerRequest.TaskBeside> tasks = new ArrayList<>();
    Set<Integer> asked = new HashSet<>();
    for (TaskInfo task : left) {
      List<Integer> waitsFor = task.after().stream().filter(asked::contains).toList();
      boolean canPass =
          task.after().stream()
              .filter(earlier -> !asked.contains(earlier))
              .allMatch(
                  earlier -> {
                    TaskResult result = done.get(earlier);
                    return result == null ? known.contains(earlier) : result.passed();
                  });
      if (canPass) {
        asked.add(task.number());
        tasks.add(
            new WorkerRequest.TaskBeside(
                task.number(),
                waitsFor,
                lab.checksOf(task.number()).stream()
                    .map(check -> Grader.asked(task, check))
                    .toList()));
      }
    }
    return tasks;
  }
}
