package day4.udf;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.lab.Variant;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** Other right answers. */
final class UdfVariants {

  private UdfVariants() {}

  @Variant("built-in functions and SQL wherever the task does not ask for a UDF")
  static final class BuiltInFunctions extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return listings.withColumn(
          "stars", round(col("review_scores_rating").divide(10)).divide(2).cast("double"));
    }

    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      return listings.withColumn(
          "km",
          expr(
              """
              2 * 6371 * asin(sqrt(
                pow(sin(radians(latitude - %1$sD) / 2), 2)
                + cos(radians(%1$sD)) * cos(radians(latitude)) * pow(sin(radians(longitude - %2$sD) / 2), 2)))
              """
                  .formatted(latitude, longitude)));
    }

    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return listings.withColumn(
          "nights",
          expr(
              """
              if(stay IS NULL, NULL, named_struct(
                'min', cast(regexp_extract(stay, '^\\\\d+', 0) AS int),
                'max', if(endswith(stay, '+'), NULL, cast(regexp_extract(stay, '\\\\d+$', 0) AS int))))
              """));
    }

    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      listings.createOrReplaceTempView("listings");
      SparkSession spark = listings.sparkSession();
      spark.sql(
          """
          CREATE OR REPLACE TEMPORARY FUNCTION guest_price(price DOUBLE, guests DOUBLE) RETURNS DOUBLE
          RETURN try_divide(price, guests)
          """);
      return spark.sql(query);
    }

    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings
          .where("price < %sD".formatted(below))
          .withColumn("wave", floor(rand().multiply(lit(10))).plus(1).cast("int"));
    }
  }

  @Variant("functions as classes of their own, registered and called by name")
  static final class NamedClasses extends UdfSolution {

    /** A UDF as a class. */
    static final class Stars implements UDF1<Integer, Double> {
      @Override
      public Double call(Integer rating) {
        return rating == null ? null : Math.round(rating / 10.0) * 0.5;
      }
    }

    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      numbers
          .sparkSession()
          .udf()
          .register(
              "multiply_func", (UDF2<Long, Long, Long>) Math::multiplyExact, DataTypes.LongType);
      return numbers.select(col("*"), call_udf("multiply_func", col("y"), col("x")).as("product"));
    }

    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return listings.withColumn(
          "stars", udf(new Stars(), DataTypes.DoubleType).apply(col("review_scores_rating")));
    }

    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model =
          JavaSparkContext.fromSparkContext(listings.sparkSession().sparkContext())
              .broadcast(weights);
      return listings.mapPartitions(
          (MapPartitionsFunction<Row, Row>) rows -> predictions(model.value(), rows),
          Encoders.row(listings.schema().add("prediction", DataTypes.DoubleType)));
    }

    private static Iterator<Row> predictions(Map<String, Double> weights, Iterator<Row> rows) {
      List<Row> predicted = new ArrayList<>();
      rows.forEachRemaining(
          row -> {
            Object[] values = new Object[row.size() + 1];
            for (int i = 0; i < row.size(); i++) {
              values[i] = row.get(i);
            }
            String name = row.getAs("neighbourhood_cleansed");
            Integer guests = row.getAs("accommodates");
            values[row.size()] =
                name == null || guests == null ? null : price(weights, name, guests);
            predicted.add(RowFactory.create(values));
          });
      return predicted.iterator();
    }
  }

  @Variant("a serializable class, an instance method, a draw of doubles")
  static final class SerializableObjects extends UdfSolution implements Serializable {

    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      // An instance method: this object is captured, and it can be serialized.
      return listings.withColumn(
          "stars",
          udf((UDF1<Integer, Double>) this::stars, DataTypes.DoubleType)
              .apply(col("review_scores_rating")));
    }

    private Double stars(Integer rating) {
      return rating == null ? null : ((rating + 5) / 10) / 2.0;
    }

    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var draw =
          udf((UDF0<Double>) () -> ThreadLocalRandom.current().nextDouble(), DataTypes.DoubleType)
              .asNondeterministic();
      return listings
          .filter(lit(below).gt(col("price")))
          .withColumn("wave", draw.apply().multiply(10).plus(1).cast("int"));
    }
  }
}
