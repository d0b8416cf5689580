package dev.kindling.data;

import dev.kindling.spark.LocalSpark;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The session that all tests of this package and those below share. */
public final class TestSpark {

  private TestSpark() {}

  /** Starts or finds the session of this JVM; nobody stops it. */
  public static SparkSession session() {
    return LocalSpark.start(Path.of("target", "test-spark").toAbsolutePath(), 2);
  }
}
