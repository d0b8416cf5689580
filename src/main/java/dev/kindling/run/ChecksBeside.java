package dev.kindling.run;

import dev.kindling.run.protocol.WorkerRequest.Judge;
import dev.kindling.run.protocol.WorkerRequest.TaskBeside;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Hands out checks to those who judge side by side: in order, but none of a task before those it
 * waits for have passed, none of a task that is not written, and none at all once a check did not
 * pass: its verdict, which only judging it by itself gives, is what somebody waits for.
 */
final class ChecksBeside {

  /** How a check came out beside others. */
  enum Ending {
    PASSED,
    /** The answer says that the task is not written yet. */
    TODO,
    NOT_PASSED
  }

  /** A check of a task. */
  record Item(TaskBeside task, Judge check) {}

  private final List<Item> waiting = new ArrayList<>();
  private final Map<Integer, Integer> left = new HashMap<>();
  private final Set<Integer> passed = new HashSet<>();
  private final Set<Integer> stumbled = new TreeSet<>();
  private int running;

  ChecksBeside(List<TaskBeside> tasks) {
    for (TaskBeside task : tasks) {
      task.checks().forEach(check -> waiting.add(new Item(task, check)));
      left.put(task.number(), task.checks().size());
    }
  }

  /** The next one, which is to be {@linkplain #done}; waits for it; null when none will come. */
  synchronized @Nullable Item take() throws InterruptedException {
    while (!waiting.isEmpty()) {
      for (Item item : waiting) {
        if (passed.containsAll(item.task().after())) {
          waiting.remove(item);
          running++;
          return item;
        }
      }
      if (running == 0) {
        return null;
      }
      wait();
    }
    return null;
  }

  /** A check that was taken is at its end. */
  synchronized void done(Item item, Ending ending) {
    running--;
    int task = item.task().number();
    switch (ending) {
      case PASSED -> {
        if (left.merge(task, -1, Integer::sum) == 0) {
          passed.add(task);
        }
      }
      case TODO -> {
        stumbled.add(task);
        waiting.removeIf(other -> other.task().number() == task);
      }
      case NOT_PASSED -> {
        stumbled.add(task);
        waiting.clear();
      }
    }
    notifyAll();
  }

  /** The numbers of the tasks with a check that was judged and did not pass. */
  synchronized Set<Integer> stumbled() {
    return Set.copyOf(stumbled);
  }
}
