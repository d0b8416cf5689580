package dev.kindling.run;

import dev.kindling.run.protocol.WorkerRequest.TaskBeside;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands out tasks to those who judge side by side, each when those it waits for have passed. */
final class TasksBeside {

  private final List<TaskBeside> waiting;
  private final Set<Integer> passed = new HashSet<>();
  private int running;

  TasksBeside(List<TaskBeside> tasks) {
    this.waiting = new ArrayList<>(tasks);
  }

  /** The next one, which is to be {@linkplain #done}; waits for it; null when none will come. */
  synchronized @Nullable TaskBeside take() throws InterruptedException {
    while (!waiting.isEmpty()) {
      for (TaskBeside task : waiting) {
        if (passed.containsAll(task.after())) {
          waiting.remove(task);
          running++;
          return task;
        }
      }
      if (running == 0) {
        return null;
      }
      wait();
    }
    return null;
  }

  /** A task that was taken is at its end. */
  synchronized void done(TaskBeside task, boolean itPassed) {
    running--;
    if (itPassed) {
      passed.add(task.number());
    }
    notifyAll();
  }

  /** Hands out no more. */
  synchronized void stop() {
    waiting.clear();
    notifyAll();
  }
}
