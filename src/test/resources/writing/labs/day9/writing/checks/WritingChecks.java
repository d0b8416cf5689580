package day9.writing.checks;

import static dev.kindling.check.Expect.expect;

import day9.writing.WritingLab;
import dev.kindling.check.Check;
import dev.kindling.mlflow.TrackingSpace;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;

final class WritingChecks {

  @Check(task = 1, points = 50)
  void allRowsAreLogged(WritingLab lab, TrackingSpace space, SparkSession spark) {
    expect(lab.log(space.uri(), space.experiment("rows"), spark.range(7).toDF())).toBe(7);
  }

  @Check(task = 2, points = 50)
  void oneFileIsWritten(WritingLab lab, SparkSession spark, @TempDir Path folder) {
    expect(lab.write(folder.toString(), spark.range(7).toDF()))
        .as("the number of files and of rows")
        .toHaveElementsInOrder(List.of(1L, 7L));
  }
}
