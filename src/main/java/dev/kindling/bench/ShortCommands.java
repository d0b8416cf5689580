package dev.kindling.bench;

import dev.kindling.workbench.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The commands that must feel instant, as whole processes. */
final class ShortCommands {

  private static final double LIMIT_MILLIS = 500;

  private final Home home;
  private final Path log;
  private final Consumer<String> progress;

  ShortCommands(Home home, Path log, Consumer<String> progress) {
    this.home = home;
    this.log = log;
    this.progress = progress;
  }

  List<Figure> measure(int runs) throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    for (String word : List.of("list", "status")) {
      progress.accept("lab " + word);
      List<Double> times = new ArrayList<>();
      for (int i = 0; i <= runs; i++) {
        double millis = Stopwatch.time(Launcher.command(home, word), home.root(), Map.of(), log, 0);
        if (i > 0) {
          times.add(millis);
        }
      }
      figures.add(Figure.below("'lab " + word + "'", Stopwatch.median(times), LIMIT_MILLIS, "ms"));
    }
    return figures;
  }
}
