package day9.generic;

import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lab without a single known mistake: causes come from the engine alone. */
@Lab(day = 9, order = 2, title = "Without mistakes", minutes = 1)
public interface GenericLab {

  /**
   * The mean of each of {@code columns} in {@code train}: {@code column} (string), {@code mean}
   * (double).
   */
  @Task(
      value = 1,
      points = 40,
      title = "Learn the means",
      hints = {"Which rows?", "One row for each column.", "avg"})
  Dataset<Row> means(Dataset<Row> train, Dataset<Row> test, List<String> columns);

  /** {@code rows} with {@code share} (double): {@code part} divided by {@code whole}. */
  @Task(
      value = 2,
      points = 40,
      title = "Divide",
      hints = {"Two columns.", "A new column.", "divide"})
  Dataset<Row> shares(Dataset<Row> rows);

  /** The {@code count} names with the most points, the best first. */
  @Task(
      value = 3,
      points = 20,
      title = "Rank",
      hints = {"Sort first.", "Then take the first.", "orderBy, limit"})
  List<String> best(Dataset<Row> points, int count);
}
