package dev.kindling.cli.command;

import dev.kindling.cli.course.Standing;
import dev.kindling.cli.screen.Wrap;
import dev.kindling.lab.LabEntry;
import dev.kindling.result.LabResult;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says the one next thing to type. */
public final class NextStep {

  private final Context context;

  public NextStep(Context context) {
    this.context = context;
  }

  /** After a run of the learner's answer. */
  public List<String> after(LabEntry lab, LabResult result, boolean firstPass) {
    if (result.passed()) {
      return passed(lab, firstPass);
    }
    if (!result.compile().ok()) {
      return say("Next: make the file compile, and save it.");
    }
    Optional<TaskResult> task = firstUnfinished(result);
    if (task.isEmpty()) {
      return List.of();
    }
    int number = task.get().task();
    return say(
        "Next: task "
            + number
            + ", "
            + task.get().title()
            + ". Hint: "
            + context.type("hint " + context.name(lab) + " " + number));
  }

  /** What to do now, for somebody who comes back or is new. */
  public List<String> now() {
    Optional<Standing> now = context.nextLab().now();
    if (now.isEmpty()) {
      return say("You have passed every lab there is. Well done!");
    }
    LabEntry lab = now.get().lab();
    boolean fresh = now.get().state() == Standing.State.UNTOUCHED;
    return say(
        "Next: "
            + context.type((fresh ? "start " : "watch ") + context.name(lab))
            + (fresh ? "  (" + facts(lab) + ")" : ""));
  }

  /** The first task that the learner can do something about. */
  static Optional<TaskResult> firstUnfinished(LabResult result) {
    return result.tasks().stream()
        .filter(task -> !task.passed() && task.verdict() != Verdict.SKIPPED)
        .findFirst();
  }

  private List<String> passed(LabEntry lab, boolean firstPass) {
    List<String> lines = new ArrayList<>();
    if (firstPass) {
      String praise = "Well done: that is '" + lab.info().title() + "', all of it.";
      for (String line : Wrap.lines(praise, context.look().textWidth())) {
        lines.add(context.look().style().green(line));
      }
      lines.addAll(say("Compare with our answer: " + context.type("diff " + context.name(lab))));
    }
    Optional<Standing> next = context.nextLab().after(lab.id().toString());
    if (next.isEmpty()) {
      lines.addAll(say("You have passed every lab there is."));
      return lines;
    }
    LabEntry then = next.get().lab();
    boolean fresh = next.get().state() == Standing.State.UNTOUCHED;
    String verb = fresh ? "start " : "watch ";
    lines.addAll(
        say("Next: " + context.type(verb + context.name(then)) + "  (" + facts(then) + ")"));
    return lines;
  }

  private static String facts(LabEntry lab) {
    return lab.info().title() + ", " + lab.info().minutes() + " min";
  }

  private List<String> say(String text) {
    return Wrap.lines(text, context.look().textWidth());
  }
}
