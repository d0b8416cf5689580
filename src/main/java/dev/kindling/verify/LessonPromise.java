package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.TaskInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The lesson has a section for every task, in order, and shows only code that is compiled. */
final class LessonPromise implements Promise {

  @Override
  public String text() {
    return "the lesson covers every task and its code is compiled code";
  }

  @Override
  public List<BrokenPromise> broken(LabKit kit) {
    LabFolder folder = kit.entry().folder();
    if (!Files.isRegularFile(folder.lesson())) {
      return List.of(new BrokenPromise(folder.lesson().toString(), "There is no lesson."));
    }
    List<BrokenPromise> broken = new ArrayList<>();
    List<String> lines = lines(folder);
    if (lines.isEmpty() || !lines.get(0).startsWith("# ")) {
      broken.add(new BrokenPromise("README.md:1", "The lesson begins with its title, '# …'."));
    }
    int at = 0;
    for (TaskInfo task : kit.entry().info().tasks()) {
      String heading = "## Task %d: %s".formatted(task.number(), task.title());
      int found = lines.indexOf(heading);
      if (found < 0) {
        broken.add(
            new BrokenPromise(
                "README.md",
                "There is no section '%s' (the task's own title).".formatted(heading)));
      } else if (found < at) {
        broken.add(
            new BrokenPromise(
                "README.md:" + (found + 1), "The section stands before that of an earlier task."));
      }
      at = Math.max(at, found);
    }
    broken.addAll(new LessonCode(folder).broken(lines));
    return broken;
  }

  private static List<String> lines(LabFolder folder) {
    try {
      return Files.readAllLines(folder.lesson());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(folder.lesson()), e);
    }
  }
}
