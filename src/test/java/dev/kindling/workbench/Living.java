package dev.kindling.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells which processes live. */
final class Living {

  private Living() {}

  /**
   * Whether a process does anything still; one that only waits for its parent to notice does not.
   */
  static boolean is(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !isZombie(pid);
  }

  private static boolean isZombie(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    try {
      return Files.exists(stat) && Files.readString(stat).contains(") Z ");
    } catch (IOException gone) {
      return true;
    }
  }

  /** As the kernel does it: no hook runs, nothing is tidied up. */
  static void kill(long pid) throws Exception {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    Await.until("process " + pid + " is gone", () -> !is(pid));
  }

  /** How many processes of the checkout run a class. */
  static long count(Path root, String mainClass) {
    return ProcessHandle.allProcesses()
        .filter(process -> is(process.pid()))
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains(mainClass) && line.contains(root.toString()))
                    .isPresent())
        .count();
  }
}
