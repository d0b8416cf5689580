package dev.kindling.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What works side by side, each lane with something of its own to work with. The first is the
 * calling thread's; those beside it are opened when there is work, and if one cannot be, the others
 * do it all.
 *
 * @param <L> what a lane has of its own
 */
final class Lanes<L> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  /** More would wait for each other's Spark. */
  private static final int MOST = 2;

  /** A piece of work, done in each lane at once; it takes from what all have in common. */
  @FunctionalInterface
  interface Work<L> {
    void in(L lane) throws Exception;
  }

  private static final class Beside<L> {
    private @Nullable L lane;
  }

  private final L first;
  private final Callable<L> another;
  private final Consumer<L> leave;
  private final List<Beside<L>> others = new ArrayList<>();

  /**
   * @param count how many in all
   * @param another opens a lane beside the first
   * @param leave ends such a lane
   */
  Lanes(int count, L first, Callable<L> another, Consumer<L> leave) {
    this.first = first;
    this.another = another;
    this.leave = leave;
    for (int i = 1; i < count; i++) {
      others.add(new Beside<>());
    }
  }

  /** How many lanes are worth opening for so many things to do. */
  static int count(int cores, int things) {
    return Math.min(Math.min(MOST, cores), things);
  }

  /**
   * Works in all lanes, and waits until each is done.
   *
   * @throws Exception what the first lane threw; what another throws is logged
   */
  void work(Work<L> work) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (Beside<L> beside : others) {
      Thread thread = new Thread(() -> work(beside, work), "lane-" + (threads.size() + 1));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    try {
      work.in(first);
    } finally {
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private void work(Beside<L> beside, Work<L> work) {
    try {
      if (beside.lane == null) {
        beside.lane = another.call();
      }
      work.in(beside.lane);
    } catch (Exception e) {
      // The first lane does what is left, or whoever asked finds that something is missing.
      log.warn("A lane beside the first one ended.", e);
    }
  }

  /** Ends the lanes beside the first; the first is its owner's. */
  @Override
  public void close() {
    for (Beside<L> beside : others) {
      if (beside.lane != null) {
        try {
          leave.accept(beside.lane);
        } catch (RuntimeException e) {
          // What was judged counts all the same.
          log.warn("A lane beside the first one could not be put away.", e);
        }
      }
    }
  }
}
