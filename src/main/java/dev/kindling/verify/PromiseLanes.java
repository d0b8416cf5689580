package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.LabId;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.Workbench;
import dev.kindling.workbench.WorkerCores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/**
 * Holds labs to their promises side by side, each lane with a workbench and a worker of its own:
 * one lab keeps about one core busy.
 */
public final class PromiseLanes implements AutoCloseable {

  /** More would wait for each other on the machines that run this. */
  private static final int MOST = 2;

  /** What judges, and the labs as it sees them. */
  private record Lane(Labs labs, KindlingService service, List<Promise> promises) {

    static Lane of(
        Labs labs,
        KindlingService service,
        BiFunction<Labs, KindlingService, List<Promise>> promises) {
      return new Lane(labs, service, promises.apply(labs, service));
    }
  }

  private final List<Lane> lanes = new ArrayList<>();
  private final Queue<LabEntry> waiting;
  private final Map<LabId, List<CompletableFuture<List<BrokenPromise>>>> results = new HashMap<>();
  private final ExecutorService threads;

  /**
   * Begins to judge.
   *
   * @param home of the labs; further lanes keep their state in a folder of its state
   * @param first judges in the first lane, whose owner closes it
   * @param promises those to hold labs to
   * @param chosen the labs, in the order in which somebody will ask for them
   */
  public PromiseLanes(
      Home home,
      KindlingService first,
      BiFunction<Labs, KindlingService, List<Promise>> promises,
      List<LabEntry> chosen) {
    int count = Math.min(Math.min(MOST, WorkerCores.most()), Math.max(1, chosen.size()));
    lanes.add(Lane.of(new Labs(home), first, promises));
    for (int i = 1; i < count; i++) {
      Home beside = home.beside("lane" + i);
      lanes.add(Lane.of(new Labs(beside), new Workbench(beside), promises));
    }
    for (LabEntry lab : chosen) {
      results.put(
          lab.id(),
          texts().stream().map(text -> new CompletableFuture<List<BrokenPromise>>()).toList());
    }
    waiting = new ConcurrentLinkedQueue<>(chosen);
    threads = Executors.newFixedThreadPool(count);
    lanes.forEach(lane -> threads.execute(() -> work(lane)));
  }

  /** What the promises are, in order. */
  public List<String> texts() {
    return lanes.get(0).promises().stream().map(Promise::text).toList();
  }

  /**
   * Waits for what became of a promise.
   *
   * @param lab one of those that were chosen
   * @param promise its place among {@link #texts}
   */
  public List<BrokenPromise> broken(LabId lab, int promise) throws Exception {
    try {
      return ofLab(lab).get(promise).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception problem) {
        throw problem;
      }
      throw e;
    }
  }

  private List<CompletableFuture<List<BrokenPromise>>> ofLab(LabId lab) {
    return Objects.requireNonNull(results.get(lab), () -> lab + " was not chosen");
  }

  private void work(Lane lane) {
    for (LabEntry lab = waiting.poll(); lab != null; lab = waiting.poll()) {
      List<CompletableFuture<List<BrokenPromise>>> ofLab = ofLab(lab.id());
      for (int i = 0; i < ofLab.size(); i++) {
        try {
          LabKit kit = lane.labs().kit(lab.id().toString());
          ofLab.get(i).complete(lane.promises().get(i).broken(kit));
        } catch (Throwable problem) {
          // Told to whoever waits for this promise.
          ofLab.get(i).completeExceptionally(problem);
        }
      }
    }
  }

  @Override
  public void close() {
    waiting.clear();
    threads.shutdownNow();
    lanes.stream().skip(1).forEach(lane -> lane.service().close());
    lanes.forEach(lane -> lane.labs().close());
  }
}
