package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.LabId;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Judges labs side by side, each lane with a workbench and a worker of its own: one lab keeps about
 * one core busy.
 */
final class PromiseLanes implements AutoCloseable {

  /** A workbench of its own, and the labs as it sees them. */
  private record Lane(Labs labs, Workbench workbench) {

    List<Promise> promises() {
      return Promises.all(labs, workbench);
    }
  }

  private final List<Lane> lanes = new ArrayList<>();
  private final Queue<LabEntry> waiting;
  private final Map<LabId, List<CompletableFuture<List<BrokenPromise>>>> results = new HashMap<>();
  private final ExecutorService threads;

  /**
   * Begins to judge.
   *
   * @param count how many labs at a time
   * @param state where each lane gets a folder
   */
  PromiseLanes(int count, Path root, Path state, List<LabEntry> labs) {
    for (int i = 0; i < count; i++) {
      Home home = new Home(root, state.resolve("lane" + i));
      lanes.add(new Lane(new Labs(home), new Workbench(home)));
    }
    int promises = lanes.get(0).promises().size();
    for (LabEntry lab : labs) {
      List<CompletableFuture<List<BrokenPromise>>> ofLab = new ArrayList<>();
      for (int i = 0; i < promises; i++) {
        ofLab.add(new CompletableFuture<>());
      }
      results.put(lab.id(), ofLab);
    }
    waiting = new ConcurrentLinkedQueue<>(labs);
    threads = Executors.newFixedThreadPool(count);
    lanes.forEach(lane -> threads.execute(() -> work(lane)));
  }

  /** What the promises are, in order. */
  List<String> texts() {
    return lanes.get(0).promises().stream().map(Promise::text).toList();
  }

  /** Waits for what became of a promise. */
  List<BrokenPromise> broken(LabId lab, int promise) throws Exception {
    try {
      return results.get(lab).get(promise).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception problem) {
        throw problem;
      }
      throw e;
    }
  }

  private void work(Lane lane) {
    for (LabEntry lab = waiting.poll(); lab != null; lab = waiting.poll()) {
      List<CompletableFuture<List<BrokenPromise>>> ofLab = results.get(lab.id());
      for (int i = 0; i < ofLab.size(); i++) {
        try {
          LabKit kit = lane.labs().kit(lab.id().toString());
          ofLab.get(i).complete(lane.promises().get(i).broken(kit));
        } catch (Throwable problem) {
          // Told by the test that waits for this promise.
          ofLab.get(i).completeExceptionally(problem);
        }
      }
    }
  }

  @Override
  public void close() {
    waiting.clear();
    threads.shutdownNow();
    for (Lane lane : lanes) {
      lane.workbench().close();
      lane.labs().close();
    }
  }
}
