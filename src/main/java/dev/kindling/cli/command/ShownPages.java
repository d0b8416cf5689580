package dev.kindling.cli.command;

import dev.kindling.lab.LabId;
import dev.kindling.plot.page.ChartPage;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.result.ShownPart;
import dev.kindling.result.ShownTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Writes what a task showed as pages that a browser opens: its charts on one, each report alone.
 */
public final class ShownPages {

  private final Context context;

  public ShownPages(Context context) {
    this.context = context;
  }

  /**
   * Writes the pages, if the task has charts or reports, and says where they are.
   *
   * @param title the task's title
   */
  public void write(LabId lab, ShownTask shown, String title) {
    String name = "%s-task%d".formatted(lab.toString().replace('/', '-'), shown.task());
    List<ChartSpec> charts =
        shown.parts().stream()
            .map(ShownPart::chart)
            .filter(Objects::nonNull)
            .map(ChartSpec::of)
            .toList();
    if (!charts.isEmpty()) {
      String heading = "%s, task %d: %s".formatted(lab, shown.task(), title);
      write(name + ".html", new ChartPage(heading, charts).render());
    }
    int number = 0;
    for (ShownPart part : shown.parts()) {
      if (part.page() != null) {
        number++;
        write("%s-report%d.html".formatted(name, number), part.page());
      }
    }
  }

  private void write(String name, String html) {
    Path file = context.engine().state().resolve("pages").resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, html);
      context
          .console()
          .line("  As a page: " + context.look().style().cyan(context.paths().of(file)));
    } catch (IOException e) {
      context
          .console()
          .notice(
              "The page cannot be written to '%s': %s."
                  .formatted(context.paths().of(file), e.getMessage()));
    }
  }
}
