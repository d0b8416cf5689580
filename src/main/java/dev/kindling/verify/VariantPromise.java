package dev.kindling.verify;

import dev.kindling.compile.ChangedTasks;
import dev.kindling.compile.LabKit;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.lab.LabInfo;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.RehearsalRequest.Part;
import dev.kindling.result.TaskResult;
import dev.kindling.workbench.Labs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * There are two other right answers at least, and each passes: if one does not, the check is wrong.
 */
final class VariantPromise implements Promise {

  private static final int LEAST = 2;

  private final Labs labs;
  private final Judging judging;
  private final int least;

  VariantPromise(Labs labs, Judging judging) {
    this(labs, judging, LEAST);
  }

  VariantPromise(Labs labs, Judging judging, int least) {
    this.labs = labs;
    this.judging = judging;
    this.least = least;
  }

  @Override
  public String text() {
    return "every variant passes";
  }

  @Override
  public List<BrokenPromise> broken(LabKit kit) throws InterruptedException {
    List<BrokenPromise> broken = new ArrayList<>();
    List<AnswerInfo> variants =
        labs.knownAnswers(kit).stream().filter(answer -> !answer.mistake()).toList();
    if (variants.size() < least) {
      broken.add(
          new BrokenPromise(
              kit.entry().folder().className("Variants"),
              "There are %d variants: write at least %d other right answers."
                  .formatted(variants.size(), least)));
    }
    Map<AnswerInfo, List<Part>> parts = new LinkedHashMap<>();
    for (AnswerInfo variant : variants) {
      parts.put(variant, changedBy(kit, variant));
    }
    Map<Part, TaskResult> rehearsed =
        judging.rehearse(kit, parts.values().stream().flatMap(List::stream).toList());
    for (Map.Entry<AnswerInfo, List<Part>> variant : parts.entrySet()) {
      boolean passes =
          variant.getValue().stream()
              .allMatch(part -> rehearsed.containsKey(part) && rehearsed.get(part).passed());
      if (!passes) {
        broken.addAll(broken(kit, variant.getKey()));
      }
    }
    return broken;
  }

  /** What can come out differently than for the solution, and what builds on that. */
  private List<Part> changedBy(LabKit kit, AnswerInfo variant) {
    LabInfo lab = kit.entry().info();
    Set<Integer> changed = ChangedTasks.of(kit, labs.solutionClasses(kit), variant.className());
    return lab.tasks().stream()
        .map(TaskInfo::number)
        .filter(
            task ->
                changed.contains(task)
                    || changed.stream().anyMatch(other -> lab.waitsFor(task, other)))
        .map(task -> new Part(variant.className(), task))
        .toList();
  }

  /** Judges it by itself. */
  private List<BrokenPromise> broken(LabKit kit, AnswerInfo variant) throws InterruptedException {
    return judging
        .judge(kit, AnswerRef.known(variant.simpleName()), GradeRequest.HOME_SEED)
        .tasks()
        .stream()
        .filter(task -> !task.passed())
        .map(task -> new BrokenPromise("variant " + variant.simpleName(), Judging.told(task)))
        .toList();
  }
}
