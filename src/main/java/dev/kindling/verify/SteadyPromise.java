package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.result.AnswerRef;
import dev.kindling.workbench.Labs;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The solution and every variant pass again and again, each time with other data. */
final class SteadyPromise implements Promise {

  private final Labs labs;
  private final Judging judging;
  private final List<Long> seeds;

  /**
   * @param times how often each answer is judged; the seeds are the same in every run, so that what
   *     broke can be looked at
   */
  SteadyPromise(Labs labs, Judging judging, int times) {
    this.labs = labs;
    this.judging = judging;
    this.seeds = new SplittableRandom(42).longs(times).boxed().toList();
  }

  @Override
  public String text() {
    return "solution and variants pass %d times, with other data each time".formatted(seeds.size());
  }

  @Override
  public List<BrokenPromise> broken(LabKit kit) throws InterruptedException {
    List<AnswerRef> answers = new ArrayList<>(List.of(AnswerRef.SOLUTION));
    labs.knownAnswers(kit).stream()
        .filter(answer -> !answer.mistake())
        .map(AnswerInfo::simpleName)
        .map(AnswerRef::known)
        .forEach(answers::add);
    List<BrokenPromise> broken = new ArrayList<>();
    for (long seed : seeds) {
      for (AnswerRef answer : answers) {
        judging.judge(kit, answer, seed).tasks().stream()
            .filter(task -> !task.passed())
            .forEach(
                task ->
                    broken.add(
                        new BrokenPromise(
                            "%s, seed %d".formatted(answer.label(), seed), Judging.told(task))));
      }
    }
    return broken;
  }
}
