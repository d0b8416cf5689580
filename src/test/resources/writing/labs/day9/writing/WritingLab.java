package day9.writing;

import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lab whose answers write to a tracking server and to a folder. */
@Lab(day = 9, order = 3, title = "What is written", minutes = 1, tracking = true)
public interface WritingLab {

  /** Logs a run with the tag {@code by} to {@code experiment}; returns the number of rows. */
  @Task(
      value = 1,
      points = 50,
      title = "Log the rows",
      hints = {"Make a run.", "Set its tag.", "createRun, setTag"})
  long log(String uri, String experiment, Dataset<Row> df);

  /**
   * Writes a new file into {@code folder}; returns the number of files there, and the number of
   * rows.
   */
  @Task(
      value = 2,
      points = 50,
      title = "Write the rows",
      hints = {"Make a file.", "Count the files.", "createTempFile, list"})
  List<Long> write(String folder, Dataset<Row> df);
}
