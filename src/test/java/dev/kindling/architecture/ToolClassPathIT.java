package dev.kindling.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.cli.Main;
import dev.kindling.workbench.SampleCheckout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class path of the command, as the launcher uses it, holds no Spark and needs none. */
final class ToolClassPathIT {

  private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();

  @TempDir private Path scratch;

  @Test
  void theToolsJarsHoldNoSpark() throws IOException {
    assertThat(jars("tool.classpath"))
        .hasSizeGreaterThan(20)
        .anyMatch(jar -> jar.startsWith("picocli-"))
        .anyMatch(jar -> jar.startsWith("pitest-"))
        .noneMatch(ToolClassPathIT::heavy);
  }

  /** The control; and what makes mutants is nothing for an answer to find. */
  @Test
  void theWorkersJarsDo() throws IOException {
    assertThat(jars("worker.classpath"))
        .hasSizeGreaterThan(150)
        .anyMatch(jar -> jar.startsWith("spark-mllib_"))
        .anyMatch(jar -> jar.startsWith("delta-spark_"))
        .anyMatch(jar -> jar.startsWith("junit-jupiter-"))
        .noneMatch(jar -> jar.startsWith("pitest-"));
  }

  @Test
  void theCommandListsLabsWhereNoSparkClassCanBeLoaded() throws Exception {
    SampleCheckout checkout = new SampleCheckout(scratch.resolve("checkout"));
    Path loaded = scratch.resolve("loaded.txt");
    String classPath =
        CLASSES + File.pathSeparator + Files.readString(CLASSES.resolveSibling("tool.classpath"));

    List<String> printed =
        java(
            "-Xlog:class+load:file=" + loaded,
            "-Dkindling.root=" + checkout.root(),
            "-cp",
            classPath.strip(),
            Main.class.getName(),
            "list");

    assertThat(printed).anyMatch(line -> line.contains("A sample"));
    assertThat(Files.readAllLines(loaded))
        .anyMatch(line -> line.contains(Main.class.getName()))
        .noneMatch(line -> line.contains(" org.apache.spark."))
        .noneMatch(line -> line.contains(" scala."))
        .noneMatch(line -> line.contains(" org.pitest."))
        .noneMatch(line -> line.contains(" org.junit."));
  }

  private static boolean heavy(String jar) {
    return jar.matches("(spark|delta|hadoop|scala|junit|assertj|archunit)-.*");
  }

  private static List<String> jars(String file) throws IOException {
    String text = Files.readString(CLASSES.resolveSibling(file)).strip();
    return Stream.of(text.split(File.pathSeparator))
        .map(jar -> Path.of(jar).getFileName().toString())
        .collect(Collectors.toList());
  }

  private List<String> java(String... arguments) throws Exception {
    Path log = scratch.resolve("printed.txt");
    List<String> command =
        Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                Stream.of(arguments))
            .toList();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process.getOutputStream().close();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    return Files.readAllLines(log);
  }
}
