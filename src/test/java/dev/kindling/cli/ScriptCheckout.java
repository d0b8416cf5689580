package dev.kindling.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A checkout of its own around the real script and the real build, with the sample lab as its only
 * lab.
 */
final class ScriptCheckout {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath();

  private final Path root;
  private final Path outputs;

  /** What a run of the script came to. */
  record Ran(int code, String out, String err) {}

  ScriptCheckout(Path temp) {
    root = temp.resolve("a checkout");
    outputs = temp.resolve("outputs");
    try {
      Files.createDirectories(root.resolve("target"));
      Files.createDirectories(outputs);
      copy(REPOSITORY.resolve("src/test/resources/sample"), root);
      copy(REPOSITORY.resolve(".mvn"), root.resolve(".mvn"));
      for (String file : List.of("lab", "mvnw", "pom.xml")) {
        Files.copy(REPOSITORY.resolve(file), root.resolve(file));
      }
      Files.createSymbolicLink(root.resolve("src"), REPOSITORY.resolve("src"));
      // Last, so that the build is newer than what it was made from.
      for (String file : List.of("tool.classpath", "worker.classpath", "kindling.jar")) {
        Files.copy(
            REPOSITORY.resolve("target").resolve(file), root.resolve("target").resolve(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  Path root() {
    return root;
  }

  Path write(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code ./lab} to its end, without a terminal. */
  Ran lab(String... args) throws Exception {
    return lab(Map.of(), args);
  }

  /**
   * The same.
   *
   * @param changes environment variables to set; an empty value unsets
   */
  Ran lab(Map<String, String> changes, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("./lab"));
    command.addAll(List.of(args));
    return run(changes, command);
  }

  /** Runs any command in the checkout to its end. */
  Ran run(Map<String, String> changes, List<String> command) throws Exception {
    Running running = start(changes, command);
    int code = running.process().waitFor();
    return new Ran(code, Files.readString(running.out()), Files.readString(running.err()));
  }

  /** A command that runs, and where its output goes. */
  record Running(Process process, Path out, Path err) {}

  Running start(Map<String, String> changes, List<String> command) throws IOException {
    Path out = Files.createTempFile(outputs, "out", ".txt");
    Path err = Files.createTempFile(outputs, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(DefaultSignals.of(command))
            .directory(root.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TERM", "xterm-256color");
    List.of("NO_COLOR", "COLUMNS", "KINDLING_OPTS", "CI").forEach(environment::remove);
    new TreeMap<>(changes)
        .forEach(
            (name, value) -> {
              if (value.isEmpty()) {
                environment.remove(name);
              } else {
                environment.put(name, value);
              }
            });
    return new Running(builder.start(), out, err);
  }

  /** The processes that belong to this checkout. */
  List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains(root.toString()))
                    .isPresent())
        .toList();
  }
}
