package dev.kindling.mlflow;

import java.io.File;
import java.nio.file.Path;

/** A path of this machine as Spark and Hadoop read one, whatever their default file system is. */
final class SparkPath {

  private SparkPath() {}

  /** Such as {@code file:/tmp/a b} or {@code file:/C:/temp}: Hadoop takes blanks as they are. */
  static String of(Path path) {
    String absolute = path.toAbsolutePath().toString();
    if (File.separatorChar == '\\') {
      absolute = absolute.replace('\\', '/');
    }
    return absolute.startsWith("/") ? "file:" + absolute : "file:/" + absolute;
  }
}
