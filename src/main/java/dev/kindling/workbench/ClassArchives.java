package dev.kindling.workbench;

import dev.kindling.spark.LocalSparkSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Makes the archives of loaded classes (class-data sharing). The tool's is made with every build,
 * in a second or two. The worker's takes longer and holds Spark's classes only, so it is made once
 * for a set of jars: its class path ends before Kindling's own jar, and a class path may grow at
 * the end without invalidating an archive.
 */
public final class ClassArchives {

  private static final long LIMIT_SECONDS = 300;

  private final Home home;

  public ClassArchives(Home home) {
    this.home = home;
  }

  /** Whether the worker's archive fits the jars there are. */
  public boolean workerIsCurrent() {
    try {
      return Files.isRegularFile(ClassArchive.file(home, "worker"))
          && Files.readString(stamp()).equals(stampText());
    } catch (IOException missing) {
      return false;
    }
  }

  /**
   * Makes the archives that are missing or outdated.
   *
   * @param toolTraining the class whose main method uses what the tool uses
   * @return a sentence for each that could not be made: that costs speed and nothing else
   */
  public List<String> make(String toolTraining) throws IOException, InterruptedException {
    Files.createDirectories(home.archives());
    Files.createDirectories(home.logs());
    List<String> problems = new ArrayList<>();
    problems.addAll(make("tool", toolCommand(toolTraining)));
    if (!workerIsCurrent()) {
      Path scratch = Files.createTempDirectory("kindling-training");
      List<String> failed = make("worker", workerCommand(scratch));
      if (failed.isEmpty()) {
        Files.writeString(stamp(), stampText());
      }
      problems.addAll(failed);
      WorkerLauncher.delete(scratch);
    }
    return problems;
  }

  private Path stamp() {
    return home.archives().resolve("worker.classpath");
  }

  private String stampText() {
    return System.getProperty("java.vm.version") + "\n" + sparkClassPath();
  }

  private String sparkClassPath() {
    List<Path> entries = Home.workerClassPath();
    return join(entries.subList(0, entries.size() - 1));
  }

  private static String join(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> toolCommand(String toolTraining) {
    List<String> command = common();
    command.add("-Dkindling.root=" + home.root());
    command.add("-cp");
    command.add(join(Home.toolClassPath()));
    command.add(toolTraining);
    command.add(home.root().toString());
    return command;
  }

  private List<String> workerCommand(Path scratch) throws IOException {
    List<String> command = common();
    command.add("@" + home.sparkFlags());
    LocalSparkSettings.of(scratch, 2)
        .forEach((key, value) -> command.add("-D" + key + "=" + value));
    Path arguments = scratch.resolve("classpath.args");
    Files.writeString(arguments, "-cp\n\"" + sparkClassPath().replace("\\", "\\\\") + "\"\n");
    command.add("@" + arguments);
    command.add(
        Home.installation().resolve("src/main/java/dev/kindling/run/Warmup.java").toString());
    command.add(scratch.toString());
    return command;
  }

  private static List<String> common() {
    return new ArrayList<>(
        List.of(JavaCommand.path(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"));
  }

  private List<String> make(String name, List<String> command)
      throws IOException, InterruptedException {
    Path target = ClassArchive.file(home, name);
    Path fresh = home.archives().resolve(name + ".new");
    Files.deleteIfExists(fresh);
    // One that was made for other jars is of no use, and the JVM would ignore it without a word.
    Files.deleteIfExists(target);
    command.add(1, "-XX:ArchiveClassesAtExit=" + fresh);
    File log = home.logs().resolve("archive-" + name + ".log").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(home.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    if (!Files.isRegularFile(fresh)) {
      return List.of(
          "The archive for a fast start of the %s was not made; everything works, only slower (see %s)."
              .formatted(name, log));
    }
    Files.move(fresh, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return List.of();
  }
}
