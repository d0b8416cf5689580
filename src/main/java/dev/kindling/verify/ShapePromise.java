package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.LabInfo;
import dev.kindling.lab.TaskInfo;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Tasks are numbered and worth 100 points; each has two checks, three hints and an example. */
final class ShapePromise implements Promise {

  private static final int POINTS = 100;
  private static final int CHECKS = 2;
  private static final int HINTS = 3;

  @Override
  public String text() {
    return "tasks are whole and worth 100 points";
  }

  @Override
  public List<BrokenPromise> broken(LabKit kit) {
    LabInfo lab = kit.entry().info();
    LabFolder folder = kit.entry().folder();
    List<BrokenPromise> broken = new ArrayList<>();
    String expectedGroup = lab.day() == 0 ? "projects" : "day" + lab.day();
    if (!folder.id().group().equals(expectedGroup)) {
      broken.add(
          new BrokenPromise(
              lab.contract(),
              "@Lab says day %d, but the lab lies in '%s': put it into '%s'."
                  .formatted(lab.day(), folder.id().group(), expectedGroup)));
    }
    if (lab.maxPoints() != POINTS) {
      broken.add(
          new BrokenPromise(
              lab.contract(),
              "The tasks are worth %.0f points together: make it 100.".formatted(lab.maxPoints())));
    }
    for (int i = 0; i < lab.tasks().size(); i++) {
      TaskInfo task = lab.tasks().get(i);
      if (task.number() != i + 1) {
        broken.add(
            new BrokenPromise(
                task.method(),
                "Tasks are numbered from 1 without gaps, but this is task %d."
                    .formatted(task.number())));
      }
      broken.addAll(brokenBy(lab, task));
    }
    for (CheckInfo check : lab.checks()) {
      if (lab.task(check.task()).isEmpty()) {
        broken.add(
            new BrokenPromise(
                check.name(), "It judges task %d, which does not exist.".formatted(check.task())));
      }
    }
    if (!Files.exists(folder.starter())) {
      broken.add(new BrokenPromise(folder.starter().toString(), "There is no starter."));
    }
    return broken;
  }

  private static List<BrokenPromise> brokenBy(LabInfo lab, TaskInfo task) {
    List<BrokenPromise> broken = new ArrayList<>();
    String where = "task " + task.number();
    List<CheckInfo> checks = lab.checksOf(task.number());
    double points = checks.stream().mapToDouble(CheckInfo::points).sum();
    if (checks.size() < CHECKS) {
      broken.add(
          new BrokenPromise(
              where,
              "It has %d check(s): write at least two, one of them for what a shallow answer misses."
                  .formatted(checks.size())));
    }
    if (points != task.points()) {
      broken.add(
          new BrokenPromise(
              where,
              "It is worth %.0f points, but its checks add to %.0f."
                  .formatted(task.points(), points)));
    }
    if (task.hints().size() != HINTS || task.hints().stream().anyMatch(String::isBlank)) {
      broken.add(
          new BrokenPromise(
              where,
              "It has %d hints: write three, vague to concrete.".formatted(task.hints().size())));
    }
    if (lab.examples().stream().noneMatch(example -> example.task() == task.number())) {
      broken.add(
          new BrokenPromise(where, "It has no @Example, so './lab run' has nothing to show."));
    }
    for (int earlier : task.after()) {
      if (earlier >= task.number() || lab.task(earlier).isEmpty()) {
        broken.add(
            new BrokenPromise(
                where, "It waits for task %d, which does not come before it.".formatted(earlier)));
      }
    }
    return broken;
  }
}
