package dev.kindling.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The archives of loaded classes (class-data sharing) that make the processes start fast. A missing
 * or outdated archive costs time, nothing else: the JVM then loads classes from their jars.
 */
public final class ClassArchive {

  private ClassArchive() {}

  static Path file(Home home, String process) {
    return home.archives().resolve(process + ".jsa");
  }

  /** The flags that use an archive when there is one. */
  public static List<String> flags(Home home, String process) {
    Path file = file(home, process);
    return Files.isRegularFile(file)
        ? List.of(
            "-XX:SharedArchiveFile=" + file,
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error,cds=off:stderr")
        : List.of("-Xshare:auto");
  }
}
