package day9.sample.checks;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

final class SampleLesson {

  static long count(Dataset<Row> frame) {
    // region: count
    long rows = frame.count();
    // endregion
    return rows;
  }

  private SampleLesson() {}
}
