package dev.kindling.workbench;

import dev.kindling.lab.LabInfo;
import dev.kindling.lab.TaskInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** In which order tasks are judged: the edited one first, but never before those it waits for. */
final class TaskOrder {

  private TaskOrder() {}

  /**
   * @param first the task to judge first, or 0
   * @param only whether to leave out the tasks that it does not need
   */
  static List<TaskInfo> of(LabInfo lab, int first, boolean only) {
    Set<Integer> numbers = new LinkedHashSet<>();
    add(lab, first, numbers);
    if (!only || numbers.isEmpty()) {
      lab.tasks().forEach(task -> add(lab, task.number(), numbers));
    }
    List<TaskInfo> order = new ArrayList<>();
    numbers.forEach(number -> lab.task(number).ifPresent(order::add));
    return order;
  }

  private static void add(LabInfo lab, int number, Set<Integer> numbers) {
    lab.task(number)
        .ifPresent(
            task -> {
              if (!numbers.contains(number)) {
                task.after().forEach(earlier -> add(lab, earlier, numbers));
                numbers.add(number);
              }
            });
  }
}
