package day9.sample;

import dev.kindling.check.errors.Bench;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Stops the session that everybody shares. */
public final class StoppedSession {

  private StoppedSession() {}

  public static void frameFromBefore(Bench bench) {
    Dataset<Row> homes = bench.homes();
    bench.spark().stop();
    homes.count();
  }

  public static void contextFromBefore(Bench bench) {
    bench.spark().sparkContext().defaultParallelism();
  }

  public static void frameFromAfter(Bench bench) {
    bench.homes().count();
  }
}
