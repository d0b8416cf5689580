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
    return numbers.withColumn("product", udf((UDF2<Integer, Integer, Integer>) (x, y) -> x * y, DataTypes.IntegerType).withName("multiply_func").apply(col("x"), col("y")));
  }

  // Task 2: half stars from the rating; null in, null out.
  @Override
  public Dataset<Row> withStars(Dataset<Row> listings) {
    UserDefinedFunction stars =
        udf((UDF1<Integer, Double>) r -> Math.round(r / 10.0) / 2.0, DataTypes.DoubleType);
    return listings.withColumn("stars", stars.apply(col("review_scores_rating")));
  }

  // Task 3: the column km. What may the lambda use besides its two arguments?
  @Override
  public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
    UserDefinedFunction km =
        udf(
            (UDF2<Double, Double, Double>)
                (lat, lon) ->
                    lat == null || lon == null ? null : kilometres(latitude, longitude, lat, lon),
            DataTypes.DoubleType);
    return listings.withColumn("km", km.apply(col("latitude"), col("longitude")));
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
    StructType nights = new StructType().add("min", DataTypes.IntegerType).add("max", DataTypes.IntegerType);
    UserDefinedFunction parse =
        udf(
            (UDF1<String, Row>)
                stay -> {
                  if (stay == null) return null;
                  if (stay.endsWith("+")) return RowFactory.create(Long.valueOf(stay.replace("+", "")), null);
                  String[] p = stay.split("-");
                  return RowFactory.create(Long.valueOf(p[0]), Long.valueOf(p[p.length - 1]));
                },
            nights);
    return listings.withColumn("nights", parse.apply(col("stay")));
  }

  // Task 5: make guest_price and listings known to SQL, then run the query.
  @Override
  public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
    SparkSession spark = listings.sparkSession();
    listings.createOrReplaceTempView("listings");
    spark.udf().register("guestPrice", (UDF2<Number, Number, Double>) (p, g) -> p == null || g == null || g.doubleValue() == 0 ? null : p.doubleValue() / g.doubleValue(), DataTypes.DoubleType);
    return spark.sql(query);
  }

  // Task 6: broadcast the weights, predict row by row.
  @Override
  public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
    Broadcast<Map<String, Double>> b = JavaSparkContext.fromSparkContext(listings.sparkSession().sparkContext()).broadcast(weights);
    Map<String, Double> w = b.value();
    return listings.withColumn("prediction", udf((UDF2<String, Integer, Double>) (n, g) -> n == null || g == null ? null : Math.exp(w.get("(intercept)") + w.get("accommodates") * g + w.getOrDefault("neighbourhood_cleansed=" + n, 0.0)), DataTypes.DoubleType).apply(col("neighbourhood_cleansed"), col("accommodates")));
  }

  // Task 7: the price filter where the file can do it; a draw that Spark knows to be one.
  @Override
  public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
    UserDefinedFunction draw = udf((UDF0<Integer>) () -> (int) (Math.random() * 10) + 1, DataTypes.IntegerType);
    return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
  }
}
