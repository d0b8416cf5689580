package dev.kindling.cli;

import dev.kindling.lab.Catalogue;
import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.ExampleInfo;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.LabId;
import dev.kindling.lab.LabInfo;
import dev.kindling.lab.TaskInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Four small labs on disk, enough for every screen. */
final class FakeCourse {

  private final Path root;

  FakeCourse(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("labs"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    for (LabEntry lab : catalogue().labs()) {
      write(lab.folder().lesson(), "# " + lab.info().title() + "\n");
      write(lab.folder().starter(), source(lab, lab.folder().name(), "TODO"));
      write(lab.folder().solution(), source(lab, lab.folder().name() + "Solution", "done"));
    }
  }

  Catalogue catalogue() {
    return new Catalogue(
        List.of(
            lab("day1/frames", 1, 1, "Frames, rows and columns", 20, "Frames", "Read the file"),
            lab(
                "day2/imputation",
                2,
                4,
                "Missing value imputation",
                35,
                "Imputation",
                "Count what is missing",
                "Mark what is missing",
                "Learn the medians",
                "Fill the gaps without letting any row of the test set leak into training"),
            lab("day4/udf", 4, 3, "Closures and user-defined functions", 25, "Udf", "Trim a name"),
            lab("projects/listings", 0, 1, "Price a listing", 120, "Listings", "Fit", "Score")));
  }

  private LabEntry lab(
      String id, int day, int order, String title, int minutes, String name, String... tasks) {
    List<TaskInfo> infos = new ArrayList<>();
    List<CheckInfo> checks = new ArrayList<>();
    for (int n = 1; n <= tasks.length; n++) {
      double points = 100.0 / tasks.length;
      List<String> hints =
          List.of(
              "Look at the class Imputer.",
              "Create it, set its columns, and fit it on the training rows alone.",
              "new Imputer().setStrategy(\"median\").setInputCols(names).fit(train)");
      infos.add(new TaskInfo(n, tasks[n - 1], points, hints, List.of(), "task" + n));
      checks.add(new CheckInfo("givesTheRightRowsForTask" + n, n, points / 2, 20));
      checks.add(new CheckInfo("worksWithOtherRows", n, points / 2, 20));
    }
    LabId labId = LabId.parse(id);
    LabInfo info =
        new LabInfo(
            labId,
            day,
            order,
            title,
            minutes,
            List.of(),
            false,
            labId.packageName() + "." + name + "Lab",
            infos,
            checks,
            List.of(new ExampleInfo("counts", 1)));
    return new LabEntry(info, new LabFolder(root, labId, name));
  }

  private static String source(LabEntry lab, String className, String body) {
    return "package "
        + lab.id().packageName()
        + ";\n\nclass "
        + className
        + " {\n  // "
        + body
        + "\n  int task1() {\n    return 1;\n  }\n}\n";
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
