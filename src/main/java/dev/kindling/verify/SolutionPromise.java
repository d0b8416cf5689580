package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.LabResult;
import java.util.ArrayList;
import java.util.List;

/** The solution passes every check, whatever the seed. */
final class SolutionPromise implements Promise {

  private final Judging judging;
  private final List<Long> seeds;

  SolutionPromise(Judging judging, List<Long> seeds) {
    this.judging = judging;
    this.seeds = List.copyOf(seeds);
  }

  @Override
  public String text() {
    return "the solution passes with the seeds " + seeds;
  }

  @Override
  public List<BrokenPromise> broken(LabKit kit) throws InterruptedException {
    List<BrokenPromise> broken = new ArrayList<>();
    for (long seed : seeds) {
      LabResult result = judging.judge(kit, AnswerRef.SOLUTION, seed);
      result.tasks().stream()
          .filter(task -> !task.passed())
          .forEach(
              task -> broken.add(new BrokenPromise("solution, seed " + seed, Judging.told(task))));
    }
    return broken;
  }
}
