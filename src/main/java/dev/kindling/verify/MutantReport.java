package dev.kindling.verify;

import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;
import dev.kindling.mutants.EqualMark;
import dev.kindling.mutants.Mutant;
import dev.kindling.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the checks of a lab make of the mutants of its solution.
 *
 * @param lab the lab
 * @param mutants all of them
 * @param marks those that the author calls equal
 */
record MutantReport(LabEntry lab, List<JudgedMutant> mutants, List<EqualMark> marks) {

  MutantReport {
    mutants = List.copyOf(mutants);
    marks = List.copyOf(marks);
  }

  /** Those that no check notices though they may make a difference. */
  List<Mutant> survivors() {
    return mutants.stream()
        .filter(JudgedMutant::survived)
        .map(JudgedMutant::mutant)
        .filter(mutant -> !isMarked(mutant))
        .toList();
  }

  private boolean isMarked(Mutant mutant) {
    return marks.stream().anyMatch(mark -> mark.isOf(mutant));
  }

  /** Marks of a change that is not made, or that a check does notice. */
  List<EqualMark> idleMarks() {
    return marks.stream()
        .filter(
            mark ->
                mutants.stream()
                    .noneMatch(judged -> judged.survived() && mark.isOf(judged.mutant())))
        .toList();
  }

  /** All mutants, or those that a task reaches. */
  Tally tally(List<JudgedMutant> some) {
    int noticed = (int) some.stream().filter(judged -> !judged.survived()).count();
    int equal =
        (int)
            some.stream().filter(judged -> judged.survived() && isMarked(judged.mutant())).count();
    return new Tally(noticed, some.size() - equal, equal);
  }

  Tally tally() {
    return tally(mutants);
  }

  /** The survivors as places in the source, then sums. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    survivors().forEach(mutant -> lines.addAll(told(mutant)));
    lines.addAll(oddlyNoticed());
    for (TaskInfo task : lab.info().tasks()) {
      List<JudgedMutant> reached =
          mutants.stream()
              .filter(judged -> judged.mutant().tasks().contains(task.number()))
              .toList();
      lines.add("task %d: %s".formatted(task.number(), tally(reached)));
    }
    lines.add("all: " + tally());
    return lines;
  }

  /** A check that broke itself tells nothing to a learner, and a busy machine looks like a loop. */
  private List<String> oddlyNoticed() {
    List<String> lines = new ArrayList<>();
    for (JudgedMutant judged : mutants) {
      judged
          .noticed()
          .filter(result -> result.verdict() != Verdict.FAIL)
          .ifPresent(
              result -> {
                lines.addAll(told(judged.mutant()));
                lines.add(
                    "    %s of %s: %s"
                        .formatted(result.verdict(), result.name(), result.message()));
              });
    }
    if (!lines.isEmpty()) {
      lines.add(0, "Noticed, but not as the failure of a check:");
    }
    return lines;
  }

  private List<String> told(Mutant mutant) {
    String file =
        lab.folder().root().relativize(lab.folder().solutions()).resolve(mutant.file()).toString();
    String tasks =
        mutant.tasks().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    return List.of(
        "%s:%d  %s  (%s %s)"
            .formatted(
                file.replace('\\', '/'),
                mutant.line(),
                mutant.change(),
                mutant.tasks().size() == 1 ? "task" : "tasks",
                tasks),
        "    " + mutant.text());
  }

  /**
   * How many of some changes are noticed.
   *
   * @param noticed by a check
   * @param differing all that may make a difference
   * @param equal those that are marked as making none
   */
  record Tally(int noticed, int differing, int equal) {

    /** Whether at least so many of a hundred are noticed. */
    boolean reaches(int percent) {
      return noticed * 100 >= percent * differing;
    }

    @Override
    public String toString() {
      String share = differing == 0 ? "" : " (%.1f %%)".formatted(100.0 * noticed / differing);
      return "%d of %d changes noticed%s%s"
          .formatted(
              noticed, differing, share, equal == 0 ? "" : ", %d more are equal".formatted(equal));
    }
  }
}
