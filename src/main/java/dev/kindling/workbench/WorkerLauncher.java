package dev.kindling.workbench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts workers: a JVM with the flags that Spark needs and those that make it start fast. */
final class WorkerLauncher {

  private static final Logger log = LoggerFactory.getLogger(WorkerLauncher.class);

  private final Home home;

  WorkerLauncher(Home home) {
    this.home = home;
  }

  WorkerProcess launch() {
    try {
      deleteAbandonedScratch();
      Path scratch =
          Files.createDirectories(
              home.scratch().resolve(ProcessHandle.current().pid() + "-" + System.nanoTime()));
      Files.createDirectories(home.logs());
      ProcessBuilder builder =
          new ProcessBuilder(command(scratch))
              .directory(home.root().toFile())
              .redirectError(home.logs().resolve("worker-stderr.log").toFile());
      // MLflow's Java client runs this for artifacts; without it, it would look for a Python.
      builder
          .environment()
          .putIfAbsent("MLFLOW_PYTHON_EXECUTABLE", Home.artifactCommand().toString());
      return new WorkerProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The worker could not be started: %s".formatted(e.getMessage()), e);
    }
  }

  private List<String> command(Path scratch) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.path());
    command.add("@" + home.sparkFlags());
    command.add("-XX:TieredStopAtLevel=1");
    // With one compiler the default is 48 MB, less than Spark's compiled code takes: the JVM would
    // keep throwing code away and compiling it again.
    command.add("-XX:ReservedCodeCacheSize=240m");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + heapMegabytes() + "m");
    command.add("-Xss2m");
    command.add("-XX:ErrorFile=" + home.logs().resolve("worker-crash-%p.log"));
    command.addAll(ClassArchive.flags(home, "worker"));
    command.add("-Dkindling.log=" + home.logs());
    command.add("-Dkindling.process=worker");
    command.add("-Dkindling.appender=file");
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(scratch.resolve("tmp")));
    if (Boolean.getBoolean("kindling.bareFiles")) {
      command.add("-Dkindling.bareFiles=true");
    }
    command.add("@" + classPathArguments());
    command.add("dev.kindling.run.WorkerMain");
    command.add(scratch.toString());
    command.add(home.data().toString());
    command.add(Integer.toString(WorkerCores.most()));
    return command;
  }

  /** A file, because 250 jars do not fit on a Windows command line. */
  private Path classPathArguments() throws IOException {
    String classPath =
        Home.workerClassPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    String text = "-cp\n\"" + classPath.replace("\\", "\\\\") + "\"\n";
    Path file = home.state().resolve("worker.classpath.args");
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
    return file;
  }

  /** A quarter of the machine, between 1 and 2 GB. */
  private static long heapMegabytes() {
    long megabytes =
        ((com.sun.management.OperatingSystemMXBean)
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize()
            / (1024 * 1024);
    return Math.max(1024, Math.min(2048, megabytes / 4));
  }

  /** Folders of processes that are gone: a kill leaves them behind. */
  private void deleteAbandonedScratch() throws IOException {
    if (!Files.isDirectory(home.scratch())) {
      return;
    }
    try (Stream<Path> folders = Files.list(home.scratch())) {
      for (Path folder : folders.toList()) {
        String name = folder.getFileName().toString();
        String owner = name.replaceFirst("-.*", "");
        boolean former =
            owner.equals(Long.toString(ProcessHandle.current().pid()))
                && !name.endsWith(Rehearsals.SUFFIX);
        boolean gone = owner.matches("\\d+") && ProcessHandle.of(Long.parseLong(owner)).isEmpty();
        if (former || gone) {
          try {
            delete(folder);
          } catch (IOException stillDying) {
            // Its owner is just being ended; the next launch deletes the rest.
            log.debug("{} is still in use", folder, stillDying);
          }
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
