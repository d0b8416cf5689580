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

/** One good answer to every task. */
public class UdfSolution implements UdfLab {

  static final StructType NIGHTS =
      new StructType().add("min", DataTypes.IntegerType).add("max", DataTypes.IntegerType);

  private static final double EARTH_RADIUS_KM = 6371;

  @Override
  public Dataset<Row> multiply(Dataset<Row> numbers) {
    UserDefinedFunction multiply =
        udf((UDF2<Long, Long, Long>) (x, y) -> x * y, DataTypes.LongType).withName("multiply_func");
    return numbers.withColumn("product", multiply.apply(col("x"), col("y")));
  }

  @Override
  public Dataset<Row> withStars(Dataset<Row> listings) {
    UserDefinedFunction stars =
        udf(
            (UDF1<Integer, Double>)
                rating -> rating == null ? null : Math.round(rating / 10.0) / 2.0,
            DataTypes.DoubleType);
    return listings.withColumn("stars", stars.apply(col("review_scores_rating")));
  }

  @Override
  public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
    UserDefinedFunction distance =
        udf(
            (UDF2<Double, Double, Double>)
                (lat, lon) ->
                    lat == null || lon == null ? null : kilometres(latitude, longitude, lat, lon),
            DataTypes.DoubleType);
    return listings.withColumn("km", distance.apply(col("latitude"), col("longitude")));
  }

  /** Static, so that a lambda which calls it captures no object. */
  static double kilometres(
      double latitude1, double longitude1, double latitude2, double longitude2) {
    double north = Math.sin(Math.toRadians(latitude2 - latitude1) / 2);
    double east = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
    double parallels = Math.cos(Math.toRadians(latitude1)) * Math.cos(Math.toRadians(latitude2));
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(north * north + parallels * east * east));
  }

  @Override
  public Dataset<Row> withNights(Dataset<Row> listings) {
    UserDefinedFunction nights = udf((UDF1<String, Row>) UdfSolution::nights, NIGHTS);
    return listings.withColumn("nights", nights.apply(col("stay")));
  }

  private static Row nights(String stay) {
    if (stay == null) {
      return null;
    }
    if (stay.endsWith("+")) {
      return RowFactory.create(Integer.valueOf(stay.substring(0, stay.length() - 1)), null);
    }
    String[] ends = stay.split("-");
    return RowFactory.create(Integer.valueOf(ends[0]), Integer.valueOf(ends[ends.length - 1]));
  }

  @Override
  public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
    SparkSession spark = listings.sparkSession();
    listings.createOrReplaceTempView("listings");
    spark
        .udf()
        .register(
            "guest_price",
            (UDF2<Number, Number, Double>) UdfSolution::guestPrice,
            DataTypes.DoubleType);
    return spark.sql(query);
  }

  static Double guestPrice(Number price, Number guests) {
    return price == null || guests == null || guests.doubleValue() == 0
        ? null
        : price.doubleValue() / guests.doubleValue();
  }

  @Override
  public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
    Broadcast<Map<String, Double>> model =
        JavaSparkContext.fromSparkContext(listings.sparkSession().sparkContext())
            .broadcast(weights);
    UserDefinedFunction predict =
        udf(
            (UDF2<String, Integer, Double>)
                (neighbourhood, guests) ->
                    neighbourhood == null || guests == null
                        ? null
                        : price(model.value(), neighbourhood, guests),
            DataTypes.DoubleType);
    return listings.withColumn(
        "prediction", predict.apply(col("neighbourhood_cleansed"), col("accommodates")));
  }

  static double price(Map<String, Double> weights, String neighbourhood, int guests) {
    return Math.exp(
        weights.get("(intercept)")
            + weights.get("accommodates") * guests
            + weights.getOrDefault("neighbourhood_cleansed=" + neighbourhood, 0.0));
  }

  @Override
  public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
    UserDefinedFunction draw =
        udf((UDF0<Integer>) () -> ThreadLocalRandom.current().nextInt(1, 11), DataTypes.IntegerType)
            .asNondeterministic();
    return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
  }
}
