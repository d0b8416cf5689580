package dev.kindling.cli;

import dev.kindling.grade.ShownPart;
import dev.kindling.grade.ShownTask;
import dev.kindling.lab.LabId;
import dev.kindling.plot.page.ChartPage;
import dev.kindling.plot.spec.ChartSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes the charts of a task as a page that a browser opens. */
final class ChartFiles {

  private final Context context;

  ChartFiles(Context context) {
    this.context = context;
  }

  /** Writes the page, if the task has charts, and says where it is. */
  void write(LabId lab, ShownTask shown, String title) {
    List<ChartSpec> charts =
        shown.parts().stream()
            .map(ShownPart::chart)
            .filter(Objects::nonNull)
            .map(ChartSpec::of)
            .toList();
    if (charts.isEmpty()) {
      return;
    }
    Path file =
        context
            .engine()
            .state()
            .resolve("charts")
            .resolve("%s-task%d.html".formatted(lab.toString().replace('/', '-'), shown.task()));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          new ChartPage("%s, task %d: %s".formatted(lab, shown.task(), title), charts).render());
      context
          .console()
          .line("  As a page: " + context.look().style().cyan(context.paths().of(file)));
    } catch (IOException e) {
      context
          .console()
          .notice(
              "The page with the charts cannot be written to '%s': %s."
                  .formatted(context.paths().of(file), e.getMessage()));
    }
  }
}
