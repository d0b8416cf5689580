package day4.udf;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Your answer. README.md in labs/day4/udf explains the tasks. */
public class Udf implements UdfLab {

  // Task 1: a UDF2 named multiply_func gives the column product.
  @Override
  public Dataset<Row> multiply(Dataset<Row> numbers) {
    throw new UnsupportedOperationException("TODO 1: multiply x by y with a UDF");
  }

  // Task 2: half stars from the rating; null in, null out.
  @Override
  public Dataset<Row> withStars(Dataset<Row> listings) {
    throw new UnsupportedOperationException("TODO 2: turn the rating into stars");
  }

  // Task 3: the column km. What may the lambda use besides its two arguments?
  @Override
  public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
    throw new UnsupportedOperationException("TODO 3: measure the distance from the point");
  }

  /** The distance between two points in km along the surface of the earth; all in degrees. */
  private double kilometres(
      double latitude1, double longitude1, double latitude2, double longitude2) {
    double north = Math.sin(Math.toRadians(latitude2 - latitude1) / 2);
    double east = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
    double a =
        north * north
            + Math.cos(Math.toRadians(latitude1))
                * Math.cos(Math.toRadians(latitude2))
                * east
                * east;
    return 2 * 6371 * Math.asin(Math.sqrt(a));
  }

  // Task 4: the struct nights with the fields min and max.
  @Override
  public Dataset<Row> withNights(Dataset<Row> listings) {
    throw new UnsupportedOperationException("TODO 4: read the text stay into a struct");
  }

  // Task 5: make guest_price and listings known to SQL, then run the query.
  @Override
  public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
    throw new UnsupportedOperationException("TODO 5: register guest_price and answer the query");
  }

  // Task 6: broadcast the weights, predict row by row.
  @Override
  public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
    throw new UnsupportedOperationException("TODO 6: predict with a broadcast model");
  }

  // Task 7: the price filter where the file can do it; a draw that Spark knows to be one.
  @Override
  public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
    throw new UnsupportedOperationException("TODO 7: filter by price and draw waves");
  }
}
