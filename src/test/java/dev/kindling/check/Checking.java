package dev.kindling.check;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kindling.spark.LocalSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.Assertions;

/** Runs bodies of checks as the extension does, with the one Spark session of this JVM. */
final class Checking {

  private Checking() {}

  static SparkSession spark() {
    return SparkSession.getActiveSession().getOrElse(Checking::start);
  }

  private static SparkSession start() {
    try {
      Path scratch = Files.createTempDirectory("kindling-check-");
      return LocalSpark.start(scratch, 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A frame with a DDL schema, one list of values per row. */
  static Dataset<Row> frame(String schema, List<Row> rows) {
    return spark().createDataFrame(rows, StructType.fromDDL(schema));
  }

  static List<Row> rows(Row... rows) {
    return Arrays.asList(rows);
  }

  static void passes(CheckScope.Body check) {
    Throwable thrown = catchThrowable(() -> CheckScope.run(check));
    if (thrown != null) {
      Assertions.fail("The check should pass, but: " + thrown.getMessage(), thrown);
    }
  }

  static CheckFailure failureOf(CheckScope.Body check) {
    return thrownBy(check, CheckFailure.class);
  }

  static <T extends Throwable> T thrownBy(CheckScope.Body check, Class<T> type) {
    Throwable thrown = catchThrowable(() -> CheckScope.run(check));
    Assertions.assertThat(thrown).as("what the check threw").isInstanceOf(type);
    return type.cast(thrown);
  }
}
