package day9.sample;

import io.delta.tables.DeltaTable;
import org.apache.spark.sql.SparkSession;

/** Somebody else who writes to the same table at the same time. */
final class OtherWriter {

  private OtherWriter() {}

  /** Deletes all rows in a thread of its own, because Spark refuses it inside a task. */
  static void deleteAll(String path) {
    Thread writer =
        new Thread(() -> DeltaTable.forPath(SparkSession.getDefaultSession().get(), path).delete());
    writer.start();
    try {
      writer.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
