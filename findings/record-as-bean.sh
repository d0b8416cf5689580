#!/usr/bin/env bash
# Spark 4.2.0 takes a Java record for a bean without properties, and says nothing.
#
# Guessed: the components become columns, or an error names the class, as it does for one that is no bean.
# Seen: a frame with the right number of rows and no column at all. The first error comes when rows are read back, far
# from the cause. A record has point.x() where a bean has getX(), so no property is found.
# What to do: a class with getters and setters, or Row with a schema.
. "$(dirname "$0")/spark.bash"

seen='schema of the encoder: struct<>
createDataFrame: 2 rows, columns []
createDataset: 2 rows, columns []
collectAsList: [EXPRESSION_DECODING_FAILED]'

finding RecordAsBean <<'JAVA'
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

public class RecordAsBean {

  public record Point(int x, int y) {}

  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().getOrCreate();
    List<Point> points = List.of(new Point(1, 2), new Point(3, 4));

    Encoder<Point> encoder = Encoders.bean(Point.class);
    System.out.println("schema of the encoder: " + encoder.schema().simpleString());
    tell("createDataFrame", spark.createDataFrame(points, Point.class));
    Dataset<Point> dataset = spark.createDataset(points, encoder);
    tell("createDataset", dataset);
    try {
      System.out.println("collectAsList: " + dataset.collectAsList());
    } catch (Exception e) {
      System.out.println("collectAsList: " + e.getMessage().replaceFirst("(?s)].*", "]"));
    }
  }

  private static void tell(String how, Dataset<?> frame) {
    System.out.println(
        how + ": " + frame.count() + " rows, columns " + Arrays.toString(frame.columns()));
  }
}
JAVA
