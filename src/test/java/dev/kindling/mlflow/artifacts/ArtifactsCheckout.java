package dev.kindling.mlflow.artifacts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout with the real program and the real build, and a folder of the few system programs that
 * the program may use: no Python among them.
 */
final class ArtifactsCheckout {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath();

  private final Path root;
  private final Path programs;
  private final Path outputs;

  /** What a run of the program came to. */
  record Ran(int code, String out, String err) {}

  ArtifactsCheckout(Path temp) {
    root = temp.resolve("a checkout");
    programs = temp.resolve("programs");
    outputs = temp.resolve("outputs");
    try {
      for (Path folder : List.of(root.resolve("bin"), root.resolve("target"), programs, outputs)) {
        Files.createDirectories(folder);
      }
      for (String file :
          List.of("bin/mlflow-artifacts", "target/tool.classpath", "target/kindling.jar")) {
        Files.copy(
            REPOSITORY.resolve(file), root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
      }
      for (String program : List.of("mkdir", "mv", "rm")) {
        Path wrapper = programs.resolve(program);
        Files.writeString(wrapper, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(whereIs(program)));
        wrapper.toFile().setExecutable(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path whereIs(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  Path root() {
    return root;
  }

  Path program() {
    return root.resolve("bin/mlflow-artifacts");
  }

  /** The archive of loaded classes that the program makes for itself. */
  Path archive() {
    return root.resolve(".kindling/cds/artifacts.jsa");
  }

  /** The environment of a machine with a JDK and without Python. */
  Map<String, String> environment() {
    return Map.of(
        "PATH", programs.toString(),
        "JAVA_HOME", System.getProperty("java.home"),
        "LC_ALL", "C.UTF-8");
  }

  Ran run(Map<String, String> more, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(program().toString()));
    command.addAll(List.of(args));
    return run(command, more);
  }

  /** Runs a command to its end in that environment, with some variables more. */
  Ran run(List<String> command, Map<String, String> more) throws Exception {
    Path out = Files.createTempFile(outputs, "out", ".txt");
    Path err = Files.createTempFile(outputs, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(outputs.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    builder.environment().putAll(more);
    int code = builder.start().waitFor();
    return new Ran(code, Files.readString(out), Files.readString(err));
  }
}
