package day9.slow;

import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lab whose data takes longer to make than an answer may take. */
@Lab(day = 9, order = 2, title = "Slow data", minutes = 1)
public interface SlowLab {

  /** The number of rows. */
  @Task(
      value = 1,
      points = 100,
      title = "Count the rows",
      hints = {"Which method counts?", "It is an action.", "frame.count()"})
  long rows(Dataset<Row> frame);
}
