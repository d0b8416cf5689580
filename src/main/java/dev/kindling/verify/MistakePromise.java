package dev.kindling.verify;

import dev.kindling.compile.ChangedTasks;
import dev.kindling.compile.LabKit;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.lab.LabInfo;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import dev.kindling.workbench.Labs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Map<String, List<CheckResult>> rehearsed = judging.rehearse(kit, GradeRequest.HOME_SEED);
    for (AnswerInfo mistake : mistakes) {
      broken.addAll(broken(kit, mistake, rehearsed.getOrDefault(mistake.className(), List.of())));
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

  /** Looks at a mistake's own task, and judges what else it may have changed. */
  private List<BrokenPromise> broken(LabKit kit, AnswerInfo mistake, List<CheckResult> own)
      throws InterruptedException {
    LabInfo lab = kit.entry().info();
    Set<Integer> changed =
        ChangedTasks.of(kit, labs.solutionClasses(kit), mistake.className()).stream()
            .filter(task -> !waitsFor(lab, task, mistake.task()))
            .collect(Collectors.toCollection(TreeSet::new));
    TaskResult task = TaskResult.of(lab.task(mistake.task()).orElseThrow(), own);
    if (changed.equals(Set.of(mistake.task()))) {
      return broken(lab, mistake, List.of(task));
    }
    LabResult result =
        judging.judge(
            kit,
            new GradeRequest(
                lab.id().toString(),
                AnswerRef.known(mistake.simpleName()),
                GradeRequest.HOME_SEED,
                mistake.task(),
                false));
    return broken(lab, mistake, result.tasks());
  }

  private static List<BrokenPromise> broken(
      LabInfo lab, AnswerInfo mistake, List<TaskResult> judged) {
    List<BrokenPromise> broken = new ArrayList<>();
    String where = "mistake " + mistake.simpleName();
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
      } else if (waitsFor(lab, task.task(), mistake.task())) {
        if (task.verdict() != Verdict.SKIPPED) {
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

  private static boolean waitsFor(LabInfo lab, int task, int earlier) {
    return lab.task(task).orElseThrow().after().stream()
        .anyMatch(before -> before == earlier || waitsFor(lab, before, earlier));
  }
}
