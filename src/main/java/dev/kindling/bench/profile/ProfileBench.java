package dev.kindling.bench.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.bench.Figure;
import dev.kindling.workbench.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A profile of a million rows and thirty columns beside Spark's summary, in a heap of 2 GB. */
public final class ProfileBench {

  private static final String MEASUREMENT = "dev.kindling.profile.measure.ProfileMeasurement";
  private static final int ROWS = 1_000_000;
  private static final int COLUMNS = 30;
  private static final int HEAP_MEGABYTES = 2048;
  private static final double MOST_JOBS = 4;
  private static final double MOST_PERCENT = 300;
  private static final long LIMIT_MINUTES = 30;

  private final Home home;
  private final Consumer<String> progress;

  public ProfileBench(Home home, Consumer<String> progress) {
    this.home = home;
    this.progress = progress;
  }

  /** Runs everything; takes some minutes. */
  public List<Figure> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kindling-bench");
    try {
      progress.accept(
          String.format(Locale.ROOT, "profile and summary of %,d rows × %d", ROWS, COLUMNS));
      Path result = folder.resolve("costs.json");
      start(folder, result);
      return figures(new ObjectMapper().readTree(result.toFile()));
    } finally {
      progress.accept("");
      delete(folder);
    }
  }

  private void start(Path folder, Path result) throws IOException, InterruptedException {
    Path log = Files.createDirectories(home.logs()).resolve("bench-profile.log");
    Path arguments = folder.resolve("classpath.args");
    String classPath =
        String.join(
            File.pathSeparator, Home.workerClassPath().stream().map(Path::toString).toList());
    Files.writeString(arguments, "-cp\n\"" + classPath.replace("\\", "\\\\") + "\"\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Home.installation().resolve(".mvn/spark.jvmargs"),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "@" + arguments,
                MEASUREMENT,
                folder.toString(),
                Integer.toString(ROWS),
                Integer.toString(COLUMNS),
                result.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException("The measurement did not end well; see %s.".formatted(log));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<Figure> figures(JsonNode costs) {
    JsonNode profile = costs.path("profile");
    JsonNode summary = costs.path("summary");
    List<Figure> figures = new ArrayList<>();
    figures.add(jobs("jobs of a profile, 5 columns", costs.path("narrow")));
    figures.add(jobs("jobs of a profile, 30 columns", costs.path("wide")));
    figures.add(jobs("jobs of a profile, a million rows", profile));
    figures.add(Figure.told("jobs of summary(), a million rows", number(summary, "jobs"), "jobs"));
    figures.add(
        Figure.beside(
            "time of a profile",
            number(profile, "millis"),
            number(summary, "millis"),
            "ms",
            "summary() of the same frame"));
    figures.add(
        Figure.below(
            "time of a profile, percent of summary()'s",
            100 * number(profile, "millis") / number(summary, "millis"),
            MOST_PERCENT,
            "%"));
    figures.add(
        Figure.below(
            "processor time, percent of summary()'s",
            100 * number(profile, "cpuMillis") / number(summary, "cpuMillis"),
            MOST_PERCENT,
            "%"));
    figures.add(
        Figure.told(
            "time of a comparison of two halves",
            number(costs.path("comparison"), "millis"),
            "ms"));
    figures.add(
        Figure.below(
            "heap in use after a collection, at most",
            number(profile, "heapMegabytes"),
            HEAP_MEGABYTES,
            "MB"));
    return figures;
  }

  private static Figure jobs(String name, JsonNode cost) {
    return Figure.below(name, number(cost, "jobs"), MOST_JOBS, "jobs");
  }

  private static double number(JsonNode cost, String name) {
    return cost.path(name).asDouble();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
