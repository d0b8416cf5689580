package dev.kindling.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything lies.
 *
 * @param root the checkout
 * @param state what Kindling remembers and keeps: {@code .kindling} below the root; never committed
 * @param data generated data, kept between runs
 */
public record Home(Path root, Path state, Path data) {

  public Home {
    root = root.toAbsolutePath().normalize();
    state = state.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
  }

  public Home(Path root, Path state) {
    this(root, state, state.resolve("data"));
  }

  public static Home of(Path root) {
    return new Home(root, root.resolve(".kindling"));
  }

  public Path logs() {
    return state.resolve("log");
  }

  /** Compiled labs and answers. */
  public Path classes() {
    return state.resolve("classes");
  }

  public Path progress() {
    return state.resolve("progress.jsonl");
  }

  /** Who the running workbench is. */
  public Path registration() {
    return state.resolve("workbench.json");
  }

  /** Runs, models and artifacts of labs. */
  public Path tracking() {
    return state.resolve("tracking");
  }

  /** Scratch folders of workers. */
  public Path scratch() {
    return state.resolve("scratch");
  }

  /**
   * Where Kindling itself was built: the checkout, unless labs of another folder are judged. Class
   * paths and flags come from there.
   */
  public static Path installation() {
    // Classes, as a jar or as a folder, lie in 'target', and that in the checkout.
    return ownClasses().resolve("../..").normalize();
  }

  /** The executable that stands in for Python in MLflow's Java client. */
  static Path artifactCommand() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return installation()
        .resolve("bin")
        .resolve(windows ? "mlflow-artifacts.cmd" : "mlflow-artifacts");
  }

  /** Archives of loaded classes, which halve a cold start. */
  public Path archives() {
    return installation().resolve(".kindling").resolve("cds");
  }

  public Path sparkFlags() {
    return installation().resolve(".mvn").resolve("spark.jvmargs");
  }

  /** The jar, or the folder, that Kindling's own classes were loaded from. */
  public static Path ownClasses() {
    try {
      return Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Kindling's classes lie in an odd place.", e);
    }
  }

  /**
   * What the worker and the compiler see: Spark and all that goes with it, then Kindling itself.
   */
  public static List<Path> workerClassPath() {
    List<Path> entries = new ArrayList<>(classPathFile("worker.classpath"));
    entries.add(ownClasses());
    return entries;
  }

  /** What the command and the workbench see: no Spark. */
  public static List<Path> toolClassPath() {
    List<Path> entries = new ArrayList<>();
    entries.add(ownClasses());
    entries.addAll(classPathFile("tool.classpath"));
    return entries;
  }

  private static List<Path> classPathFile(String name) {
    Path file = ownClasses().resolveSibling(name);
    try {
      List<Path> entries = new ArrayList<>();
      for (String entry : Files.readString(file).strip().split(java.io.File.pathSeparator)) {
        entries.add(Path.of(entry));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "There is no class path in '%s': './mvnw -q -Dmaven.test.skip package' writes it."
              .formatted(file),
          e);
    }
  }

  private static long newest(Path folder) throws IOException {
    long newest = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
      }
    }
    return newest;
  }

  /**
   * Tells one build of Kindling from another, and one Java from another: classes that a newer one
   * compiled are no good for an older one.
   */
  public static String build() {
    Path own = ownClasses();
    String java = "-java" + Runtime.version().feature();
    try {
      return Files.isRegularFile(own)
          ? Long.toHexString(Files.getLastModifiedTime(own).toMillis())
              + "-"
              + Long.toHexString(Files.size(own))
              + java
          : "classes-" + Long.toHexString(newest(own)) + java;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at %s.".formatted(own), e);
    }
  }
}
