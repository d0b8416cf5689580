package dev.kindling.workbench;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds the workbench, or starts one: same build and alive; another build is ended first; none,
 * then a new one.
 */
public final class WorkbenchConnector {

  /** How long a workbench that lives may take to come up, on whatever machine. */
  private static final long START_SECONDS = 300;

  private static final int LOG_LINES = 20;

  private final Home home;

  public WorkbenchConnector(Home home) {
    this.home = home;
  }

  /**
   * Connects, starting a workbench when there is none of this build.
   *
   * @param notice told in one line what is being started or replaced
   * @throws WorkbenchUnavailableException when it does not come up; the message has the end of its
   *     log
   */
  public KindlingService connect(Consumer<String> notice) {
    Optional<Registration> running = answering().filter(WorkbenchConnector::isOurs);
    if (running.isPresent()) {
      return new RemoteWorkbench(running.get());
    }
    try {
      Files.createDirectories(home.state());
      // Two terminals may get here at once: the second waits, then finds the first one's workbench.
      try (FileChannel file =
              FileChannel.open(
                  home.state().resolve("start.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = file.lock()) {
        return startUnder(lock, notice);
      }
    } catch (IOException e) {
      throw new WorkbenchUnavailableException(
          "Cannot write in %s: %s; '--no-workbench' does not help, so free or unlock the folder."
              .formatted(home.state(), e.getMessage()));
    }
  }

  private KindlingService startUnder(FileLock lock, Consumer<String> notice) {
    if (!lock.isValid()) {
      throw new IllegalStateException("The lock on the start of the workbench was lost.");
    }
    Optional<Registration> running = answering();
    if (running.filter(WorkbenchConnector::isOurs).isPresent()) {
      return new RemoteWorkbench(running.get());
    }
    if (running.isPresent()) {
      notice.accept(
          isOurBuild(running.get())
              ? "Restarting the workbench, because MLFLOW_TRACKING_URI has changed."
              : "Replacing the workbench of another build or Java.");
      stop();
    } else {
      notice.accept(
          "Starting the workbench; it ends by itself when idle ('./lab stop' ends it now).");
    }
    deleteRegistration();
    return start();
  }

  /** The running workbench; a file left by a kill may name a process that is somebody else's. */
  private Optional<Registration> answering() {
    return Registration.read(home.registration())
        .filter(
            found -> {
              try (RemoteWorkbench remote = new RemoteWorkbench(found)) {
                return remote.answers();
              }
            });
  }

  private static boolean isOurs(Registration running) {
    return isOurBuild(running) && running.tracking().equals(LabTracking.chosen());
  }

  private static boolean isOurBuild(Registration running) {
    return running.build().equals(Home.build());
  }

  /** How the running workbench is, or nothing when none runs. */
  public Optional<WorkbenchStatus> status() {
    Optional<Registration> running = Registration.read(home.registration());
    if (running.isEmpty()) {
      return Optional.empty();
    }
    try (KindlingService remote = new RemoteWorkbench(running.get())) {
      return Optional.of(remote.status());
    } catch (ServiceLostException e) {
      // Its process lives but does not answer: it is starting, ending, or the id was reused.
      return Optional.empty();
    }
  }

  /** Ends the running workbench; false when none runs. */
  public boolean stop() {
    Optional<Registration> running = Registration.read(home.registration());
    if (running.isEmpty()) {
      return false;
    }
    Registration workbench = running.get();
    try (RemoteWorkbench remote = new RemoteWorkbench(workbench)) {
      if (!remote.answers()) {
        // The process that has this id now does not answer to the token: it is not ours to end.
        return false;
      }
      try {
        remote.stop();
      } catch (ServiceLostException e) {
        // It ended before its answer was out.
      }
      ProcessHandle.of(workbench.pid())
          .ifPresent(
              process -> {
                if (!endsWithin(process, 10)) {
                  process.destroyForcibly();
                }
              });
      return true;
    } finally {
      deleteRegistration();
    }
  }

  private void deleteRegistration() {
    try {
      Files.deleteIfExists(home.registration());
    } catch (IOException e) {
      throw new WorkbenchUnavailableException(
          "Cannot delete %s: %s.".formatted(home.registration(), e.getMessage()));
    }
  }

  private static boolean endsWithin(ProcessHandle process, long seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (java.util.concurrent.TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private KindlingService start() {
    Path log = home.logs().resolve("workbench-stderr.log");
    try {
      Files.createDirectories(home.logs());
      Process process =
          new ProcessBuilder(command())
              .directory(home.root().toFile())
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(log.toFile())
              .start();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
      while (System.nanoTime() < deadline) {
        Optional<Registration> up = Registration.read(home.registration());
        if (up.isPresent() && up.get().pid() == process.pid()) {
          return new RemoteWorkbench(up.get());
        }
        if (!process.isAlive()) {
          break;
        }
        Thread.sleep(10);
      }
      throw new WorkbenchUnavailableException(
          "The workbench did not start; '--no-workbench' works without it. The end of its log (%s):%n%s"
              .formatted(log, tail(log)));
    } catch (IOException e) {
      throw new WorkbenchUnavailableException(
          "The workbench could not be started: %s; '--no-workbench' works without it."
              .formatted(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkbenchUnavailableException("Interrupted while the workbench started.");
    }
  }

  private static File nothing() {
    return new File(windows() ? "NUL" : "/dev/null");
  }

  private static boolean windows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (!windows()) {
      // Ctrl-C and a closed terminal reach every process that a terminal started; the workbench
      // stays.
      command.addAll(List.of("/bin/sh", "-c", "trap '' HUP INT QUIT; exec \"$@\"", "sh"));
    }
    command.add(JavaCommand.path());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx288m");
    command.add("-Xss512k");
    // SQLite is native code, of which Java 24 and newer warn unless they are told to expect it.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(ClassArchive.flags(home, "tool"));
    command.add("-Dkindling.log=" + home.logs());
    command.add("-Dkindling.process=workbench");
    command.add("-Dkindling.appender=file");
    for (String key :
        List.of(
            "kindling.idleMinutes",
            "kindling.cores",
            "kindling.bareFiles",
            "kindling.checkSeconds")) {
      if (System.getProperty(key) != null) {
        command.add("-D" + key + "=" + System.getProperty(key));
      }
    }
    command.add("-cp");
    command.add(
        Home.toolClassPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("dev.kindling.workbench.WorkbenchMain");
    command.add(home.root().toString());
    return command;
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }
}
