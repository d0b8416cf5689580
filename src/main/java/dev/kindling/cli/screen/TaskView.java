package dev.kindling.cli.screen;

import dev.kindling.result.CheckResult;
import dev.kindling.result.Explanation;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The verdict of a task: one line when there is nothing to explain, otherwise its checks below it.
 */
public final class TaskView {

  private static final int INDENT = 4;

  private final Look look;
  private final CheckView checks;
  private final VerdictWords words;

  public TaskView(Look look, ShownPaths paths) {
    this.look = look;
    checks = new CheckView(look, paths);
    words = new VerdictWords(look);
  }

  public List<String> lines(TaskResult task) {
    List<String> lines = new ArrayList<>(heading(task));
    switch (task.verdict()) {
      case PASS -> notices(task, lines);
      case TODO -> {
        if (task.checks().stream().anyMatch(CheckResult::passed)) {
          explain(task, lines);
        }
      }
      case SKIPPED ->
          task.checks().stream()
              .map(CheckResult::message)
              .filter(message -> message != null && !message.isBlank())
              .findFirst()
              .ifPresent(message -> dimmed(message, lines));
      default -> explain(task, lines);
    }
    return lines;
  }

  private List<String> heading(TaskResult task) {
    String points =
        task.verdict() == Verdict.PASS || task.score() > 0
            ? Figures.of(task.score(), task.max())
            : points(task);
    String title = task.task() + " " + CleanText.line(task.title());
    int room = look.textWidth() - 2 - Cells.width(points) - 2;
    List<String> wrapped = Wrap.lines(title, Math.max(16, room));
    List<String> lines = new ArrayList<>();
    String first = wrapped.get(0);
    lines.add(
        words.mark(task.verdict())
            + " "
            + look.style().bold(first)
            + " "
                .repeat(
                    Math.max(2, look.textWidth() - 2 - Cells.width(first) - Cells.width(points)))
            + look.style().dim(points));
    for (String rest : wrapped.subList(1, wrapped.size())) {
      lines.add("    " + look.style().bold(rest));
    }
    return lines;
  }

  private String points(TaskResult task) {
    String word = words.word(task.verdict());
    String points = Figures.of(0, task.max());
    return word.isEmpty() || look.narrow() ? points : word + "  " + points;
  }

  private void notices(TaskResult task, List<String> lines) {
    Set<String> said = new HashSet<>();
    for (CheckResult check : task.checks()) {
      if (check.message() != null && !check.message().isBlank() && said.add(check.message())) {
        dimmed(check.message(), lines);
      }
    }
  }

  private void explain(TaskResult task, List<String> lines) {
    if (task.verdict() == Verdict.HARNESS && task.checks().isEmpty()) {
      dimmed("This task has no check, so it cannot pass: that is our fault, not yours.", lines);
    }
    Set<List<String>> said = new HashSet<>();
    Set<List<String>> explained = new HashSet<>();
    Set<String> diagnosed = new HashSet<>();
    for (CheckResult check : task.checks()) {
      lines.addAll(checks.heading(check));
      if (check.diagnosis() != null && !diagnosed.add(check.diagnosis())) {
        // Told above; its numbers differ a little, its lesson does not.
        continue;
      }
      // Two checks often trip over the same thing: explain it once.
      boolean fresh =
          check.message() == null
              ? explained.add(checks.details(check))
              : said.add(List.of(check.message(), String.valueOf(check.location())));
      if (fresh && !(check.passed() && check.message() == null)) {
        lines.addAll(checks.details(check));
      }
    }
  }

  /** Causes that were found after the verdicts; each once. */
  public List<String> causes(List<Explanation> found) {
    List<String> lines = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Explanation explanation : found) {
      if (told.add(explanation.result().diagnosis())) {
        lines.addAll(checks.cause(explanation));
      }
    }
    return lines;
  }

  private void dimmed(String message, List<String> lines) {
    for (String line : Wrap.indented(CleanText.of(message).strip(), INDENT, look.textWidth())) {
      lines.add(look.style().dim(line));
    }
  }
}
