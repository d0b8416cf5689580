package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.mutants.EqualMark;
import dev.kindling.mutants.EqualMarks;
import dev.kindling.mutants.Mutant;
import dev.kindling.mutants.MutantMaker;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.Labs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks notice most small changes of the solution: what they do not notice, they do not judge. */
final class MutantsPromise implements Promise {

  private static final int PERCENT = 92;

  /** What a few must reach, whose share is off by chance. */
  private static final int PERCENT_OF_SOME = 75;

  private final Labs labs;
  private final KindlingService service;
  private final MutantSample sample;
  private final Consumer<String> working;
  private final Consumer<List<String>> told;

  /**
   * @param sample which of them
   * @param working told how far it is
   * @param told told the survivors and sums of a lab, whether it keeps the promise or not
   */
  MutantsPromise(
      Labs labs,
      KindlingService service,
      MutantSample sample,
      Consumer<String> working,
      Consumer<List<String>> told) {
    this.labs = labs;
    this.service = service;
    this.sample = sample;
    this.working = working;
    this.told = told;
  }

  @Override
  public String text() {
    return "of the small changes of the solution, checks notice at least %d %%"
        .formatted(percent());
  }

  private int percent() {
    return sample.isWhole() ? PERCENT : PERCENT_OF_SOME;
  }

  @Override
  public List<BrokenPromise> broken(LabKit kit) throws InterruptedException {
    LabResult solution =
        new Judging(service).judge(kit, AnswerRef.SOLUTION, GradeRequest.HOME_SEED);
    List<BrokenPromise> failed =
        solution.tasks().stream()
            .filter(task -> !task.passed())
            .map(
                task ->
                    new BrokenPromise(
                        "solution", "It must pass before it is changed, but " + Judging.told(task)))
            .toList();
    if (!failed.isEmpty()) {
      return failed;
    }
    Path solutions = labs.solutionClasses(kit);
    CheckOrder order = new CheckOrder(kit.entry().info(), solution);
    List<Mutant> mutants = sample.of(new MutantMaker(Home.workerClassPath()).of(kit, solutions));
    List<JudgedMutant> judged = new ArrayList<>();
    try (MutantTrials trials = new MutantTrials(service, kit, solutions, order)) {
      for (Mutant mutant : mutants) {
        working.accept("change %d of %d".formatted(judged.size() + 1, mutants.size()));
        judged.add(trials.judge(mutant));
      }
      Optional<CheckResult> after = trials.judgeUnchanged();
      if (after.isPresent()) {
        // A machine short of memory, say, would have noticed every change.
        return List.of(unsteady(after.get()));
      }
    }
    EqualMarks marks = EqualMarks.in(kit.entry().folder().solutions());
    MutantReport report = new MutantReport(kit.entry(), judged, marks.marks());
    told.accept(report.lines());
    List<BrokenPromise> broken = new ArrayList<>(brokenBy(marks, report));
    broken.addAll(brokenBy(report));
    return broken;
  }

  private static BrokenPromise unsteady(CheckResult result) {
    return new BrokenPromise(
        "solution",
        "It passed before its changes were judged, but not after (%s %s: %s), so what was noticed in between tells nothing: try again."
            .formatted(result.verdict(), result.name(), result.message()));
  }

  private List<BrokenPromise> brokenBy(EqualMarks marks, MutantReport report) {
    List<BrokenPromise> broken = new ArrayList<>();
    marks.problems().forEach((row, problem) -> broken.add(new BrokenPromise(where(row), problem)));
    List<EqualMark> idle = sample.isWhole() ? report.idleMarks() : List.of();
    idle.forEach(
        mark ->
            broken.add(
                new BrokenPromise(
                    where(mark.row()),
                    "No unnoticed change is '%s' in '%s' at '%s': delete the row."
                        .formatted(mark.change(), mark.method(), mark.text()))));
    return broken;
  }

  private List<BrokenPromise> brokenBy(MutantReport report) {
    if (report.mutants().isEmpty()) {
      return List.of(
          new BrokenPromise("solution", "There is nothing in it that could be changed."));
    }
    if (report.tally().reaches(percent())) {
      return List.of();
    }
    return List.of(
        new BrokenPromise(
            "checks",
            "%s: give each survivor a case in a check's input, or mark it as equal in '%s' with the reason."
                .formatted(report.tally(), EqualMarks.FILE)));
  }

  private static String where(int row) {
    return EqualMarks.FILE + ":" + row;
  }
}
