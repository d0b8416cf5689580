package dev.kindling.check.sample;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

public class CountSolution implements CountLab {

  @Override
  public long count(Dataset<Row> frame) {
    return frame.count();
  }
}
