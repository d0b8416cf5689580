package dev.kindling.lab;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of a lab without running it.
 *
 * @param id the folder below {@code labs/}
 * @param day the course day; 0 for a project
 * @param order the position within the day
 * @param title without a full stop
 * @param minutes the time a learner needs
 * @param data simple class names of its datasets
 * @param tracking whether it uses a tracking server
 * @param contract the binary name of the contract
 * @param tasks by number
 * @param checks in the order of the source
 * @param examples the tasks that have an example to run, by example method name
 */
public record LabInfo(
    LabId id,
    int day,
    int order,
    String title,
    int minutes,
    List<String> data,
    boolean tracking,
    String contract,
    List<TaskInfo> tasks,
    List<CheckInfo> checks,
    List<ExampleInfo> examples) {

  public LabInfo {
    data = List.copyOf(data);
    tasks = List.copyOf(tasks);
    checks = List.copyOf(checks);
    examples = List.copyOf(examples);
  }

  /** The points of all tasks. */
  public double maxPoints() {
    return tasks.stream().mapToDouble(TaskInfo::points).sum();
  }

  public Optional<TaskInfo> task(int number) {
    return tasks.stream().filter(task -> task.number() == number).findFirst();
  }

  /** Whether a task waits, through others perhaps, for another one to pass. */
  public boolean waitsFor(int task, int earlier) {
    return task(task).orElseThrow().after().stream()
        .anyMatch(before -> before == earlier || waitsFor(before, earlier));
  }

  public List<CheckInfo> checksOf(int task) {
    return checks.stream().filter(check -> check.task() == task).toList();
  }
}
