package day9.sample;

import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lab for the tests of the engine. */
@Lab(day = 9, order = 1, title = "A sample", minutes = 1)
public interface SampleLab {

  /** The number of rows. */
  @Task(
      value = 1,
      points = 40,
      title = "Count the rows",
      hints = {"Which method counts?", "It is an action.", "frame.count()"})
  long rows(Dataset<Row> frame);

  /** {@code frame} with a column {@code twice}: {@code id} times two. */
  @Task(
      value = 2,
      points = 40,
      title = "Double the ids",
      hints = {"withColumn adds a column.", "A function of one argument.", "col(\"id\").times(2)"})
  Dataset<Row> doubled(Dataset<Row> frame);

  /** The sum of {@code twice}. */
  @Task(
      value = 3,
      points = 20,
      title = "Add them up",
      after = 2,
      hints = {"sum adds.", "agg(sum(…))", "agg(sum(\"twice\"))"})
  long total(Dataset<Row> doubled);
}
