package day9.slow;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

public class SlowSolution implements SlowLab {

  @Override
  public long rows(Dataset<Row> frame) {
    return frame.count();
  }
}
