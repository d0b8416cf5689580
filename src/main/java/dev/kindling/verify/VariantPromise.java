package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.workbench.Labs;
import java.util.ArrayList;
import java.util.List;

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
    for (AnswerInfo variant : variants) {
      LabResult result =
          judging.judge(kit, AnswerRef.known(variant.simpleName()), GradeRequest.HOME_SEED);
      result.tasks().stream()
          .filter(task -> !task.passed())
          .forEach(
              task ->
                  broken.add(
                      new BrokenPromise("variant " + variant.simpleName(), Judging.told(task))));
    }
    return broken;
  }
}
