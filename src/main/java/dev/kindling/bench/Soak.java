package dev.kindling.bench;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.TaskInfo;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.WorkbenchConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Saves many times in a row under one watch, and looks at what the processes hold. */
public final class Soak {

  private static final int WARM_UP = 10;
  private static final int SAMPLE = 10;

  private final Home home;
  private final Consumer<String> progress;

  public Soak(Home home, Consumer<String> progress) {
    this.home = home;
    this.progress = progress;
  }

  /**
   * Saves an answer over and over, and looks at what that costs.
   *
   * @param labName the lab to save
   * @param saves how many times, after ten to warm up
   * @return a sample after every ten saves
   */
  public List<SoakSample> run(String labName, int saves) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kindling-soak");
    List<SoakSample> samples = new ArrayList<>();
    try (Labs labs = new Labs(home)) {
      LabKit kit = labs.kit(labName);
      BenchCheckout checkout = new BenchCheckout(folder, kit.entry());
      WorkbenchConnector connector = new WorkbenchConnector(checkout.home());
      KindlingService service = connector.connect(notice -> {});
      List<TaskInfo> tasks = kit.entry().info().tasks();
      List<Double> times = new ArrayList<>();
      try (SaveTimes watch = new SaveTimes(checkout, service)) {
        for (int i = 1; i <= WARM_UP + saves; i++) {
          progress.accept("saving, %d of %d".formatted(i, WARM_UP + saves));
          times.add(watch.save(tasks.get(i % tasks.size())).whole());
          if (i > WARM_UP && (i - WARM_UP) % SAMPLE == 0) {
            samples.add(sample(i - WARM_UP, times, connector));
            times.clear();
          } else if (i == WARM_UP) {
            times.clear();
          }
        }
      } finally {
        connector.stop();
        progress.accept("");
      }
    }
    return samples;
  }

  private static SoakSample sample(int saves, List<Double> times, WorkbenchConnector connector)
      throws InterruptedException {
    FreeWorker held = FreeWorker.of(connector);
    return new SoakSample(saves, Stopwatch.median(times), held.workbench(), held.worker());
  }
}
