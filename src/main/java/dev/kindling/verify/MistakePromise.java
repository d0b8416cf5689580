package dev.kindling.verify;

import dev.kindling.compile.ChangedTasks;
import dev.kindling.compile.LabKit;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.lab.LabInfo;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.RehearsalRequest.Part;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import dev.kindling.workbench.Labs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every known mistake fails exactly its task, with exactly its diagnosis. */
final class MistakePromise implements Promise {

  private static final int LEAST = 4;
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9 ]*)}");

  private final Labs labs;
  private final Judging judging;
  private final int least;

  MistakePromise(Labs labs, Judging judging) {
    this(labs, judging, LEAST);
  }

  MistakePromise(Labs labs, Judging judging, int least) {
    this.labs = labs;
    this.judging = judging;
    this.least = least;
  }

  @Override
  public String text() {
    return "every mistake fails exactly its task, with exactly its diagnosis";
  }

  @Override
  public List<BrokenPromise> broken(LabKit kit) throws InterruptedException {
    List<BrokenPromise> broken = new ArrayList<>();
    List<AnswerInfo> answers = labs.knownAnswers(kit);
    List<AnswerInfo> mistakes = answers.stream().filter(AnswerInfo::mistake).toList();
    if (mistakes.size() < least) {
      broken.add(
          new BrokenPromise(
              kit.entry().folder().className("Mistakes"),
              "There are %d mistakes: write at least %d, one for each trap."
                  .formatted(mistakes.size(), least)));
    }
    broken.addAll(namesakes(answers));
    Map<AnswerInfo, List<Part>> parts = new LinkedHashMap<>();
    for (AnswerInfo mistake : mistakes) {
      parts.put(mistake, changedBy(kit, mistake));
    }
    Map<Part, TaskResult> rehearsed =
        judging.rehearse(kit, parts.values().stream().flatMap(List::stream).toList());
    for (Map.Entry<AnswerInfo, List<Part>> mistake : parts.entrySet()) {
      if (!isKept(kit.entry().info(), mistake.getKey(), mistake.getValue(), rehearsed)) {
        broken.addAll(broken(kit, mistake.getKey()));
      }
    }
    return broken;
  }

  /** Answers are asked for by their simple names: of two with the same one, one is never judged. */
  private static List<BrokenPromise> namesakes(List<AnswerInfo> answers) {
    Set<String> seen = new TreeSet<>();
    return answers.stream()
        .filter(answer -> !seen.add(answer.simpleName()))
        .map(
            answer ->
                new BrokenPromise(
                    answer.className(),
                    "Another mistake or variant is called '%s', too, and only one of them is judged: give it a name of its own."
                        .formatted(answer.simpleName())))
        .toList();
  }

  /** What can come out differently than for the solution; what waits for it is never judged. */
  private List<Part> changedBy(LabKit kit, AnswerInfo mistake) {
    Set<Integer> changed =
        new TreeSet<>(ChangedTasks.of(kit, labs.solutionClasses(kit), mistake.className()));
    changed.add(mistake.task());
    return changed.stream()
        .filter(task -> !kit.entry().info().waitsFor(task, mistake.task()))
        .map(task -> new Part(mistake.className(), task))
        .toList();
  }

  private static boolean isKept(
      LabInfo lab, AnswerInfo mistake, List<Part> parts, Map<Part, TaskResult> rehearsed) {
    List<TaskResult> judged = parts.stream().map(rehearsed::get).filter(Objects::nonNull).toList();
    return judged.size() == parts.size() && broken(lab, mistake, judged).isEmpty();
  }

  /** Judges it by itself. */
  private List<BrokenPromise> broken(LabKit kit, AnswerInfo mistake) throws InterruptedException {
    LabResult result =
        judging.judge(
            kit,
            new GradeRequest(
                kit.entry().id().toString(),
                AnswerRef.known(mistake.simpleName()),
                GradeRequest.HOME_SEED,
                mistake.task(),
                false));
    return broken(kit.entry().info(), mistake, result.tasks());
  }

  private static List<BrokenPromise> broken(
      LabInfo lab, AnswerInfo mistake, List<TaskResult> judged) {
    List<BrokenPromise> broken = new ArrayList<>();
    String where = "mistake " + mistake.simpleName();
    boolean passes =
        judged.stream().anyMatch(task -> task.task() == mistake.task() && task.passed());
    for (TaskResult task : judged) {
      if (task.task() == mistake.task()) {
        boolean ours = task.checks().stream().anyMatch(check -> check.verdict() == Verdict.HARNESS);
        if (ours || !diagnoses(task, mistake).equals(Set.of(mistake.diagnosis()))) {
          broken.add(
              new BrokenPromise(
                  where,
                  "It must fail with '%s', but %s"
                      .formatted(mistake.diagnosis(), Judging.told(task))));
        }
        broken.addAll(unfilled(where, task));
      } else if (lab.waitsFor(task.task(), mistake.task())) {
        if (task.verdict() != Verdict.SKIPPED && !passes) {
          broken.add(new BrokenPromise(where, "It should be skipped, but " + Judging.told(task)));
        }
      } else if (!task.passed()) {
        broken.add(
            new BrokenPromise(
                where,
                "It must fail task %d alone, but %s"
                    .formatted(mistake.task(), Judging.told(task))));
      }
    }
    return broken;
  }

  /** Words with a place for a fact that the check does not give. */
  private static List<BrokenPromise> unfilled(String where, TaskResult task) {
    return task.checks().stream()
        .filter(check -> check.diagnosis() != null && check.message() != null)
        .flatMap(check -> PLACE.matcher(check.message()).results())
        .map(place -> place.group(1))
        .distinct()
        .map(
            name ->
                new BrokenPromise(
                    where,
                    "What it says has a place for '{%s}', which the check does not give: add .fact(\"%s\", …) to the expectation."
                        .formatted(name, name)))
        .toList();
  }

  /**
   * The diagnoses of the checks that failed; those that a check could not name do not count. Where
   * the checks say what a mistake is, and not the mistake itself, one check may name it and the
   * engine may tell what the numbers show in another.
   */
  private static Set<String> diagnoses(TaskResult task, AnswerInfo mistake) {
    Set<String> found =
        task.checks().stream()
            .filter(check -> !check.passed() && check.diagnosis() != null)
            .map(CheckResult::diagnosis)
            .collect(Collectors.toCollection(TreeSet::new));
    return mistake.says().isBlank() && found.contains(mistake.diagnosis())
        ? Set.of(mistake.diagnosis())
        : found;
  }
}
