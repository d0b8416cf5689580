package dev.kindling.check.sample;

import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The contract of a lab as small as can be. */
@Lab(day = 1, order = 1, title = "Counting", minutes = 1)
public interface CountLab {

  @Task(
      value = 1,
      points = 100,
      title = "Count",
      hints = {"a", "b", "c"})
  long count(Dataset<Row> frame);
}
