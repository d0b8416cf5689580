package dev.kindling.bench.tracking;

import dev.kindling.bench.Figure;
import dev.kindling.workbench.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Our server and MLflow's own, one after the other, each on a copy of the same store. */
public final class TrackingBench {

  private static final int SMALL = 10_000;
  private static final int LARGE = 100_000;
  private static final double TARGET = 5;
  private static final double LARGE_TARGET_MILLIS = 1_000;
  private static final String REAL = "MLflow's own server";
  private static final String FILTER = "metrics.rmse < 0.25 AND params.model = 'forest'";
  private static final String ORDER = "metrics.rmse ASC";

  private final Home home;
  private final Consumer<String> progress;

  public TrackingBench(Home home, Consumer<String> progress) {
    this.home = home;
    this.progress = progress;
  }

  /** Whether MLflow's own server is installed, so that there is something to compare with. */
  public boolean comparable() {
    return RealMlflow.find(home.root()).isPresent();
  }

  /** Runs everything; takes some minutes. */
  public List<Figure> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kindling-bench");
    try {
      Optional<RealMlflow> real = RealMlflow.find(home.root());
      List<Figure> figures = new ArrayList<>();
      for (int runs : new int[] {SMALL, LARGE}) {
        progress.accept("writing a store of %,d runs".formatted(runs));
        Path store = folder.resolve("filled-" + runs + ".db");
        new FilledStore().write(store, runs);
        Measured ours = ours(folder, store, runs);
        Measured other = real.isEmpty() ? null : theirs(real.get(), folder, store, runs);
        figures.addAll(figures(ours, other, runs));
      }
      return figures;
    } finally {
      progress.accept("");
      delete(folder);
    }
  }

  private Measured ours(Path folder, Path store, int runs)
      throws IOException, InterruptedException {
    Path copy = Files.copy(store, folder.resolve("ours-" + runs + ".db"));
    ServerProcess.Command command =
        port ->
            List.of(
                home.root().resolve("lab").toString(),
                "mlflow",
                "--port",
                Integer.toString(port),
                "--store",
                copy.toString(),
                "--artifacts",
                folder.resolve("ours-artifacts").toString());
    return measure("ours", command, folder, runs);
  }

  private Measured theirs(RealMlflow real, Path folder, Path store, int runs)
      throws IOException, InterruptedException {
    Path copy = Files.copy(store, folder.resolve("theirs-" + runs + ".db"));
    ServerProcess.Command command =
        port -> real.command(port, copy, folder.resolve("their-artifacts"));
    progress.accept("MLflow migrates the store of %,d runs".formatted(runs));
    ServerProcess.start(command, folder, folder.resolve("migration.log")).close();
    return measure(REAL, command, folder, runs);
  }

  private Measured measure(String name, ServerProcess.Command command, Path folder, int runs)
      throws IOException, InterruptedException {
    progress.accept("%s: starting with %,d runs".formatted(name, runs));
    try (ServerProcess server =
        ServerProcess.start(command, folder, folder.resolve("server.log"))) {
      Calls calls = new Calls(server.uri());
      Measured measured = new Measured(server.startMillis());
      progress.accept("%s: searching %,d runs".formatted(name, runs));
      measured.searches(calls, FILTER, ORDER);
      if (runs == SMALL) {
        progress.accept("%s: logging".formatted(name));
        measured.writes(calls);
      }
      measured.megabytes(server.megabytes());
      return measured;
    }
  }

  private static List<Figure> figures(Measured ours, @Nullable Measured other, int runs) {
    List<Figure> figures = new ArrayList<>();
    ours.values()
        .forEach(
            (name, value) -> {
              String told = String.format(Locale.ROOT, "%s, %,d runs", name, runs);
              Double theirs = other == null ? null : other.values().get(name);
              boolean memory = name.equals(Measured.MEMORY);
              if (theirs == null) {
                figures.add(Figure.told(told, value, memory ? "MB" : "ms"));
              } else if (Measured.TARGETED.contains(name)) {
                figures.add(Figure.faster(told, value, theirs, TARGET, REAL));
              } else {
                figures.add(Figure.beside(told, value, theirs, memory ? "MB" : "ms", REAL));
              }
              if (runs == LARGE && name.equals(Measured.ORDERED)) {
                figures.add(Figure.below(told + ", alone", value, LARGE_TARGET_MILLIS, "ms"));
              }
            });
    return figures;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
