package dev.kindling.lab;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Labs that exist only as words, for tests of what is said and decided about labs. */
public final class SampleLabs {

  private SampleLabs() {}

  /** A task of 10 points with three hints. */
  public static TaskInfo task(int number, Integer... after) {
    return new TaskInfo(
        number, "Task " + number, 10, List.of("a", "b", "c"), Arrays.asList(after), "m" + number);
  }

  /** A lab with two checks of 5 points for each task, named {@code first1}, {@code second1}. */
  public static LabInfo lab(String id, int day, int order, TaskInfo... tasks) {
    List<CheckInfo> checks =
        Arrays.stream(tasks)
            .flatMap(
                task ->
                    List.of("first", "second").stream()
                        .map(name -> new CheckInfo(name + task.number(), task.number(), 5, 20))
                        .toList()
                        .stream())
            .toList();
    return new LabInfo(
        LabId.parse(id),
        day,
        order,
        "About " + id,
        30,
        List.of(),
        false,
        LabId.parse(id).packageName() + ".XLab",
        List.of(tasks),
        checks,
        List.of());
  }

  /** An entry for a catalogue. */
  public static LabEntry entry(String id, int day, int order) {
    return new LabEntry(
        lab(id, day, order, task(1)), new LabFolder(Path.of("course"), LabId.parse(id), "X"));
  }
}
