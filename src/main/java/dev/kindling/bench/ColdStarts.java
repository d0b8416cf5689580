package dev.kindling.bench;

import dev.kindling.compile.LabKit;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.WorkbenchConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A cold {@code lab grade}, second time on a machine, beside a plain JVM that starts Spark with its
 * own defaults and runs the same checks on classes that are compiled already.
 */
final class ColdStarts {

  private static final double TARGET = 2;

  private final Labs labs;
  private final LabKit kit;
  private final BenchCheckout checkout;
  private final Path log;
  private final Consumer<String> progress;

  ColdStarts(Labs labs, LabKit kit, BenchCheckout checkout, Path log, Consumer<String> progress) {
    this.labs = labs;
    this.kit = kit;
    this.checkout = checkout;
    this.log = log;
    this.progress = progress;
  }

  List<Figure> measure(int runs) throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> untuned = new ArrayList<>();
    WorkbenchConnector connector = new WorkbenchConnector(checkout.home());
    Path root = checkout.home().root();
    List<String> grade =
        Launcher.command(
            checkout.home(), "grade", kit.entry().id().toString(), "--solution", "--json");
    try {
      progress.accept("first start on this machine");
      Stopwatch.time(grade, root, Map.of(), log, 0);
      for (int i = 0; i < runs; i++) {
        progress.accept("cold start, %d of %d".formatted(i + 1, runs));
        connector.stop();
        ours.add(Stopwatch.time(grade, root, Map.of(), log, 0));
        connector.stop();
        untuned.add(Stopwatch.time(untuned(), root, Map.of(), log, 0));
      }
    } finally {
      connector.stop();
    }
    return List.of(
        Figure.faster(
            "cold 'lab grade', second time",
            Stopwatch.median(ours),
            Stopwatch.median(untuned),
            TARGET,
            "Spark with its defaults in a plain JVM, same checks"));
  }

  private List<String> untuned() throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(kit.classes(), labs.solutionClasses(kit)));
    classPath.addAll(Home.workerClassPath());
    Path arguments = checkout.home().state().resolve("untuned.args");
    Files.writeString(
        arguments, "-cp\n\"" + Stopwatch.pathSeparated(classPath).replace("\\", "\\\\") + "\"\n");
    return List.of(
        Launcher.java(),
        "@" + Home.installation().resolve(".mvn/spark.jvmargs"),
        "-Dkindling.answer=solution",
        "-Dkindling.cache=" + checkout.home().data(),
        "-Dkindling.sparkDefaults=true",
        "@" + arguments,
        "dev.kindling.run.PlainChecks",
        kit.entry().folder().judgeName("Checks"));
  }
}
