package day9.generic.checks;

import static dev.kindling.check.Expect.expect;

import day9.generic.GenericLab;
import dev.kindling.check.Check;
import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

final class GenericChecks {

  @Check(task = 1, points = 20)
  void theMeansAreThoseOfTrain(GenericLab lab, SparkSession spark) {
    Dataset<Row> train =
        frame(
            spark,
            "size DOUBLE, rent DOUBLE",
            row(1.5, 10.25),
            row(2.5, null),
            row(4.75, 30.5),
            row(4.75, 30.5));
    Dataset<Row> test = frame(spark, "size DOUBLE, rent DOUBLE", row(9.0, 77.5), row(8.0, 60.0));
    expect(lab.means(train, test, List.of("size", "rent")))
        .as("the means")
        .toHaveRows(Table.of("column", "mean").row("size", 3.375).row("rent", (10.25 + 61.0) / 3));
  }

  @Check(task = 1, points = 20)
  void oneColumnIsEnough(GenericLab lab, SparkSession spark) {
    Dataset<Row> train = frame(spark, "size DOUBLE", row(1.25), row(2.25));
    Dataset<Row> test = frame(spark, "size DOUBLE", row(7.0));
    expect(lab.means(train, test, List.of("size")))
        .as("the means")
        .toHaveRows(Table.of("column", "mean").row("size", 1.75));
  }

  @Check(task = 2, points = 20)
  void everyRowHasItsShare(GenericLab lab, SparkSession spark) {
    Dataset<Row> rows =
        frame(
            spark,
            "id INT, part DOUBLE, whole DOUBLE",
            row(1, 1.0, 8.0),
            row(2, 3.0, 7.0),
            row(3, 2.0, null),
            row(4, 5.0, 9.0));
    expect(lab.shares(rows).select("id", "share"))
        .as("the shares")
        .toHaveRows(
            Table.of("id", "share").row(1, 0.125).row(2, 3.0 / 7).row(3, null).row(4, 5.0 / 9));
  }

  @Check(task = 2, points = 20)
  void aShareMayBeMoreThanOne(GenericLab lab, SparkSession spark) {
    Dataset<Row> rows = frame(spark, "id INT, part DOUBLE, whole DOUBLE", row(1, 9.0, 7.0));
    expect(lab.shares(rows).select("id", "share"))
        .as("the shares")
        .toHaveRows(Table.of("id", "share").row(1, 9.0 / 7))
        .diagnose(
            "share-of-both", Table.of("id", "share").row(1, 9.0 / 16), "The part is in the whole.");
  }

  @Check(task = 3, points = 10)
  void theBestComeFirst(GenericLab lab, SparkSession spark) {
    expect(lab.best(points(spark), 4))
        .as("the best")
        .toHaveElementsInOrder(List.of("Uma", "Ben", "Ida", "Max"));
  }

  @Check(task = 3, points = 10)
  void asManyAsAreAskedFor(GenericLab lab, SparkSession spark) {
    expect(lab.best(points(spark), 5))
        .as("the best")
        .toHaveElementsInOrder(List.of("Uma", "Ben", "Ida", "Max", "Eva"));
  }

  private static Dataset<Row> points(SparkSession spark) {
    return frame(
        spark,
        "name STRING, points INT",
        row("Max", 20),
        row("Eva", 7),
        row("Uma", 100),
        row("Ida", 31),
        row("Ben", 45));
  }

  private static Row row(Object... values) {
    return RowFactory.create(values);
  }

  private static Dataset<Row> frame(SparkSession spark, String schema, Row... rows) {
    return spark.createDataFrame(Arrays.asList(rows), StructType.fromDDL(schema));
  }
}
