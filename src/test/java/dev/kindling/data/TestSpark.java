package dev.kindling.data;

import dev.kindling.spark.LocalSpark;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The session that all tests of this package and those below share. */
public final class TestSpark {

  /** Of this process alone: a table's folder that a killed one left would be in the way. */
  private static final Path FOLDER =
      Path.of("target", "test-spark", Long.toString(ProcessHandle.current().pid()))
          .toAbsolutePath();

  private TestSpark() {}

  /** Starts or finds the session of this JVM; nobody stops it. */
  public static SparkSession session() {
    return LocalSpark.start(FOLDER, 2);
  }
}
