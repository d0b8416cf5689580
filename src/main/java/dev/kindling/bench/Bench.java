package dev.kindling.bench;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.ProcessFigures;
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

/** Measures the figures of the first four targets, and memory, with one lab. */
public final class Bench {

  private static final int WARM_UP = 12;
  private static final int SAVES = 10;
  private static final int MAVEN_RUNS = 3;
  private static final int COLD_RUNS = 3;
  private static final int COMMANDS = 7;

  private final Home home;
  private final Consumer<String> progress;

  public Bench(Home home, Consumer<String> progress) {
    this.home = home;
    this.progress = progress;
  }

  /** Runs everything; takes some minutes. */
  public BenchReport run(String labName) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kindling-bench");
    Path log = folder.resolve("bench.log");
    List<Figure> figures = new ArrayList<>();
    try (Labs labs = new Labs(home)) {
      LabKit kit = labs.kit(labName);
      BenchCheckout checkout = new BenchCheckout(folder.resolve("checkout"), kit.entry());
      figures.addAll(saves(kit, checkout, log, folder));
      figures.addAll(new ColdStarts(labs, kit, checkout, log, progress).measure(COLD_RUNS));
      figures.addAll(new ShortCommands(home, log, progress).measure(COMMANDS));
      return new BenchReport(
          1,
          kit.entry().id().toString(),
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"),
          figures);
    } finally {
      progress.accept("");
    }
  }

  private List<Figure> saves(LabKit kit, BenchCheckout checkout, Path log, Path folder)
      throws IOException, InterruptedException {
    WorkbenchConnector connector = new WorkbenchConnector(checkout.home());
    progress.accept("starting a workbench of the bench's own");
    KindlingService service = connector.connect(notice -> {});
    List<TaskInfo> tasks = kit.entry().info().tasks();
    List<Double> task = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    FreeWorker held;
    try (SaveTimes saves = new SaveTimes(checkout, service)) {
      for (int i = 0; i < WARM_UP + SAVES; i++) {
        progress.accept("saving, %d of %d".formatted(i + 1, WARM_UP + SAVES));
        SaveTimes.Times times = saves.save(tasks.get(i % tasks.size()));
        if (i >= WARM_UP) {
          task.add(times.task());
          whole.add(times.whole());
        }
      }
      held = FreeWorker.of(connector);
    } finally {
      connector.stop();
    }
    MavenProject maven = new MavenProject(folder.resolve("maven"), checkout, log);
    progress.accept("fetching what Maven needs to run tests");
    maven.prepare(kit.entry().info());
    List<Double> mavenTask = new ArrayList<>();
    List<Double> mavenWhole = new ArrayList<>();
    for (int i = 0; i < MAVEN_RUNS; i++) {
      progress.accept("mvn -o -q test, %d of %d".formatted(i + 1, MAVEN_RUNS));
      TaskInfo edited = tasks.get((WARM_UP + i) % tasks.size());
      mavenTask.add(maven.time(kit.entry().info().checksOf(edited.number())));
      mavenWhole.add(maven.time(kit.entry().info().checks()));
    }
    return List.of(
        Figure.faster(
            "save to the verdict of the edited task, warm",
            Stopwatch.median(task),
            Stopwatch.median(mavenTask),
            20,
            "the same checks by mvn -o -q test"),
        Figure.faster(
            "whole lab judged again, warm",
            Stopwatch.median(whole),
            Stopwatch.median(mavenWhole),
            8,
            "the same checks by mvn -o -q test"),
        memory("memory of the workbench", held.workbench()),
        memory("memory of the worker", held.worker()));
  }

  private static Figure memory(String name, ProcessFigures process) {
    return Figure.told(name, process.residentBytes() / 1e6, "MB");
  }
}
