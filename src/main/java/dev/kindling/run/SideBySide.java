package dev.kindling.run;

import dev.kindling.check.TodoError;
import dev.kindling.result.CheckResult;
import dev.kindling.run.ChecksBeside.Ending;
import dev.kindling.run.protocol.WorkerReply.Settled;
import dev.kindling.run.protocol.WorkerRequest.Judge;
import dev.kindling.run.protocol.WorkerRequest.TaskBeside;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges tasks of an answer side by side, and tells only what passes. A check that does not, for
 * whatever reason, is to be judged again by itself, because what ran beside it may be the reason:
 * it may have stopped Spark, taken all memory or ended the JVM. So nothing but a pass ever comes
 * from here.
 */
final class SideBySide {

  private static final Logger log = LoggerFactory.getLogger(SideBySide.class);

  /** A check that takes more than this part of its limit is judged by itself. */
  private static final int PART = 2;

  /**
   * What judges one check at a time.
   *
   * @param session runs the checks
   * @param runner finds them
   */
  record Lane(AnswerSession session, CheckRunner runner) {

    /** Ends a lane that was opened beside the first one. */
    void leave() {
      runner.close();
      session.leave();
    }
  }

  private final Calls calls;
  private final Consumer<Outcome> passed;
  private final ChecksBeside checks;
  private volatile boolean tainted;

  /**
   * @param calls makes the calls
   * @param passed told of each check that passes, on any thread, one at a time
   */
  SideBySide(Calls calls, Consumer<Outcome> passed, List<TaskBeside> tasks) {
    this.calls = calls;
    this.passed = passed;
    this.checks = new ChecksBeside(tasks);
  }

  /**
   * Judges until there is nothing more to judge, or a check has not passed.
   *
   * @return whether this JVM can still be trusted, and what did not pass
   */
  Settled in(Lanes<Lane> lanes) throws Exception {
    lanes.work(this::work);
    return new Settled(tainted, checks.stumbled());
  }

  private void work(Lane lane) throws InterruptedException {
    for (ChecksBeside.Item item = checks.take(); item != null; item = checks.take()) {
      Ending ending = Ending.NOT_PASSED;
      try {
        if (!calls.isCancelled()) {
          ending = judge(lane, item.check());
        }
      } finally {
        checks.done(item, ending);
      }
    }
  }

  private Ending judge(Lane lane, Judge check) throws InterruptedException {
    long start = System.nanoTime();
    TimedCall.Ended<Throwable> ended;
    try {
      ended =
          calls.make(
              check.check(),
              Math.max(1, check.seconds() / PART),
              lane.session(),
              () -> lane.runner().run(check.check()));
    } catch (RuntimeException e) {
      // No data, for example: told when the check is judged by itself.
      log.debug("{} could not be judged beside others.", check.check(), e);
      return Ending.NOT_PASSED;
    }
    if (ended.stuck()) {
      tainted = true;
    }
    boolean stopped = lane.session().spark().sparkContext().isStopped();
    if (ended.stuck() || stopped || calls.isCancelled()) {
      return Ending.NOT_PASSED;
    }
    String notice = String.join(" ", lane.session().guard().restore());
    Throwable thrown = CauseSearch.thrown(ended);
    if (ended.cut() || thrown != null) {
      return thrown instanceof TodoError ? Ending.TODO : Ending.NOT_PASSED;
    }
    CheckResult result =
        CheckResult.passed(check.check(), check.points(), (System.nanoTime() - start) / 1_000_000);
    Outcome outcome =
        new Outcome(
            notice.isEmpty() ? result : result.noticing(notice),
            null,
            notice,
            CauseSearch.observation(ended));
    synchronized (passed) {
      passed.accept(outcome);
    }
    return Ending.PASSED;
  }
}
