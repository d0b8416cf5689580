package dev.kindling.cli.screen;

import dev.kindling.result.ProcessFigures;
import dev.kindling.workbench.WorkbenchStatus;
import java.util.ArrayList;
import java.util.List;

/** The workbench and its worker, in figures. */
public final class StatusView {

  private static final int LABEL = 11;

  private final Look look;

  public StatusView(Look look) {
    this.look = look;
  }

  public List<String> lines(WorkbenchStatus status) {
    List<String> lines = new ArrayList<>();
    row("workbench", process(status.workbench()), lines);
    row(
        "worker",
        status.worker() == null ? "none; the next run starts one" : process(status.worker()),
        lines);
    row("doing", CleanText.line(status.doing()), lines);
    if (status.port() > 0) {
      row("port", Integer.toString(status.port()), lines);
    }
    if (status.tracking() != null) {
      row("tracking", CleanText.line(status.tracking()), lines);
    }
    row("version", CleanText.line(status.version()), lines);
    row("ends", "after " + Figures.count((int) status.idleMinutes(), "idle minute"), lines);
    return lines;
  }

  private void row(String label, String text, List<String> lines) {
    List<String> wrapped = Wrap.lines(text, look.inside(LABEL));
    lines.add(look.style().dim(Cells.left(label, LABEL)) + wrapped.get(0));
    for (String rest : wrapped.subList(1, wrapped.size())) {
      lines.add(" ".repeat(LABEL) + rest);
    }
  }

  private static String process(ProcessFigures figures) {
    StringBuilder text = new StringBuilder("process " + figures.pid());
    if (figures.uptimeSeconds() < 0) {
      return text.append(", busy; it tells more when it is free").toString();
    }
    text.append(", up ").append(Figures.uptime(figures.uptimeSeconds()));
    if (figures.residentBytes() >= 0) {
      text.append(", ").append(Figures.bytes(figures.residentBytes())).append(" of memory");
    }
    text.append(", heap ").append(Figures.bytes(figures.heapBytes()));
    text.append(", ").append(Figures.count(figures.threads(), "thread"));
    if (figures.openFiles() >= 0) {
      text.append(", ").append(figures.openFiles()).append(" open files");
    }
    return text.toString();
  }
}
