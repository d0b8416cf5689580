package dev.kindling.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process holds.
 *
 * @param pid its id
 * @param uptimeSeconds how long it runs
 * @param residentBytes memory held from the system's view; -1 where the system does not tell
 * @param heapBytes Java heap in use
 * @param threads live threads
 * @param openFiles open file descriptors; -1 where the system does not tell
 */
public record ProcessFigures(
    long pid, long uptimeSeconds, long residentBytes, long heapBytes, int threads, long openFiles) {

  /** The figures of this process. */
  public static ProcessFigures ofThisProcess() {
    return new ProcessFigures(
        ProcessHandle.current().pid(),
        ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
        askResidentBytes(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        askOpenFiles());
  }

  private static long askResidentBytes() {
    Path status = Path.of("/proc/self/status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    } catch (IOException noProc) {
      // Not Linux: there is no portable way to ask.
      return -1;
    }
    return -1;
  }

  private static long askOpenFiles() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : -1;
  }
}
