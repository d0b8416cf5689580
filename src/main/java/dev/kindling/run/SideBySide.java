package dev.kindling.run;

import dev.kindling.result.CheckResult;
import dev.kindling.run.protocol.WorkerRequest.Judge;
import dev.kindling.run.protocol.WorkerRequest.TaskBeside;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
   * What judges one task at a time.
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
  private final TasksBeside tasks;
  private volatile boolean tainted;

  /**
   * @param calls makes the calls
   * @param passed told of each check that passes, on any thread, one at a time
   */
  SideBySide(Calls calls, Consumer<Outcome> passed, List<TaskBeside> tasks) {
    this.calls = calls;
    this.passed = passed;
    this.tasks = new TasksBeside(tasks);
  }

  /**
   * Judges until there is nothing more to judge.
   *
   * @param first judges on the calling thread
   * @param another opens a lane beside it
   * @param lanes how many in all
   * @return whether this JVM can no longer be trusted
   */
  boolean run(Lane first, Callable<Lane> another, int lanes) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < lanes; i++) {
      Thread thread = new Thread(() -> open(another), "lane-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    work(first);
    for (Thread thread : threads) {
      thread.join();
    }
    return tainted;
  }

  private void open(Callable<Lane> another) {
    try {
      Lane lane = another.call();
      try {
        work(lane);
      } finally {
        lane.leave();
      }
    } catch (Exception e) {
      // The first lane does it all, or what is wrong is told when a check is judged by itself.
      log.warn("A lane beside the first one ended.", e);
    }
  }

  private void work(Lane lane) throws InterruptedException {
    for (TaskBeside task = tasks.take(); task != null; task = tasks.take()) {
      boolean whole = false;
      try {
        whole = passes(lane, task);
      } finally {
        tasks.done(task, whole);
      }
    }
  }

  private boolean passes(Lane lane, TaskBeside task) throws InterruptedException {
    for (Judge check : task.checks()) {
      Outcome outcome = calls.isCancelled() ? null : judge(lane, check);
      if (outcome == null) {
        return false;
      }
      synchronized (passed) {
        passed.accept(outcome);
      }
    }
    return true;
  }

  /** A pass, or null. */
  private @Nullable Outcome judge(Lane lane, Judge check) throws InterruptedException {
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
      tasks.stop();
      return null;
    }
    if (ended.stuck()) {
      tainted = true;
    }
    boolean stopped = lane.session().spark().sparkContext().isStopped();
    if (ended.stuck() || stopped || calls.isCancelled()) {
      tasks.stop();
      return null;
    }
    String notice = String.join(" ", lane.session().guard().restore());
    if (ended.cut() || CauseSearch.thrown(ended) != null) {
      return null;
    }
    CheckResult result =
        CheckResult.passed(check.check(), check.points(), (System.nanoTime() - start) / 1_000_000);
    return new Outcome(
        notice.isEmpty() ? result : result.noticing(notice),
        null,
        notice,
        CauseSearch.observation(ended));
  }
}
