package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.result.TaskResult;
import dev.kindling.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The starter compiles and passes nothing: every task is to do, or waits for one that is. */
final class StarterPromise implements Promise {

  private final Judging judging;

  StarterPromise(Judging judging) {
    this.judging = judging;
  }

  @Override
  public String text() {
    return "the starter compiles and every task of it is to do";
  }

  @Override
  public List<BrokenPromise> broken(LabKit kit) throws InterruptedException {
    LabResult result = judging.judge(kit, AnswerRef.STARTER, GradeRequest.HOME_SEED);
    List<BrokenPromise> broken = new ArrayList<>();
    if (!result.compile().ok()) {
      result
          .compile()
          .problems()
          .forEach(problem -> broken.add(new BrokenPromise(problem.location(), problem.message())));
      return broken;
    }
    for (TaskResult task : result.tasks()) {
      boolean waits =
          task.verdict() == Verdict.SKIPPED
              && !kit.entry().info().task(task.task()).orElseThrow().after().isEmpty();
      if (task.verdict() != Verdict.TODO && !waits) {
        broken.add(
            new BrokenPromise(
                "starter",
                Judging.told(task)
                    + " A starter throws UnsupportedOperationException(\"TODO %d: …\")."
                        .formatted(task.task())));
      }
    }
    return broken;
  }
}
