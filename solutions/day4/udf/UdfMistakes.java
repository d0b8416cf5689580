package day4.udf;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.lab.Mistake;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Wrong answers that real learners give. */
final class UdfMistakes {

  private UdfMistakes() {}

  // Task 1

  /** Writes Integer for a bigint column. */
  @Mistake(task = 1, diagnosis = "wrong-java-type")
  static final class IntegersForLongs extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      var multiply =
          udf((UDF2<Integer, Integer, Integer>) (x, y) -> x * y, DataTypes.IntegerType)
              .withName("multiply_func");
      return numbers.withColumn("product", multiply.apply(col("x"), col("y")));
    }
  }

  /** Returns a Long and declares an int. */
  @Mistake(task = 1, diagnosis = "wrong-return-type")
  static final class DeclaresAnInt extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      var multiply =
          udf((UDF2<Long, Long, Long>) (x, y) -> x * y, DataTypes.IntegerType)
              .withName("multiply_func");
      return numbers.withColumn("product", multiply.apply(col("x"), col("y")));
    }
  }

  /** Returns a Long and declares a string. */
  @Mistake(task = 1, diagnosis = "wrong-return-type")
  static final class DeclaresAString extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      var multiply =
          udf((UDF2<Long, Long, Long>) (x, y) -> x * y, DataTypes.StringType)
              .withName("multiply_func");
      return numbers.withColumn("product", multiply.apply(col("x"), col("y")));
    }
  }

  /** Writes a function of one argument and gives it two columns. */
  @Mistake(task = 1, diagnosis = "wrong-number-of-columns")
  static final class TakesOneArgument extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      var multiply =
          udf((UDF1<Long, Long>) x -> x * x, DataTypes.LongType).withName("multiply_func");
      return numbers.withColumn("product", multiply.apply(col("x"), col("y")));
    }
  }

  /** Squares x, which the example with 1, 4, 9 does not show. */
  @Mistake(task = 1, diagnosis = "same-column-twice")
  static final class SquaresX extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      var multiply =
          udf((UDF2<Long, Long, Long>) (x, y) -> x * y, DataTypes.LongType)
              .withName("multiply_func");
      return numbers.withColumn("product", multiply.apply(col("x"), col("x")));
    }
  }

  /** Goes through int on the way. */
  @Mistake(task = 1, diagnosis = "int-overflow")
  static final class MultipliesInts extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      var multiply =
          udf(
                  (UDF2<Long, Long, Long>) (x, y) -> (long) (x.intValue() * y.intValue()),
                  DataTypes.LongType)
              .withName("multiply_func");
      return numbers.withColumn("product", multiply.apply(col("x"), col("y")));
    }
  }

  /** Leaves the function without a name. */
  @Mistake(task = 1, diagnosis = "function-not-named")
  static final class ForgetsTheName extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      var multiply = udf((UDF2<Long, Long, Long>) (x, y) -> x * y, DataTypes.LongType);
      return numbers.withColumn("product", multiply.apply(col("x"), col("y")));
    }
  }

  /** Lets Spark multiply. */
  @Mistake(task = 1, diagnosis = "built-in-instead")
  static final class UsesNoFunction extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      return numbers.withColumn("product", col("x").multiply(col("y")));
    }
  }

  // Task 2

  /** Calculates with a rating that may be null. */
  @Mistake(task = 2, diagnosis = "null-unboxed")
  static final class UnboxesNull extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(listings, rating -> Math.round(rating / 10.0) / 2.0);
    }
  }

  /** Gives the worst mark for no mark. */
  @Mistake(task = 2, diagnosis = "null-becomes-zero")
  static final class GivesZeroStars extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(listings, rating -> rating == null ? 0.0 : Math.round(rating / 10.0) / 2.0);
    }
  }

  /** Takes NaN for null, as pandas does. */
  @Mistake(task = 2, diagnosis = "null-becomes-nan")
  static final class GivesNaN extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(
          listings, rating -> rating == null ? Double.NaN : Math.round(rating / 10.0) / 2.0);
    }
  }

  /** Removes the rows that would fail. */
  @Mistake(task = 2, diagnosis = "rows-dropped")
  static final class DropsTheUnrated extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(
          listings.filter(col("review_scores_rating").isNotNull()),
          rating -> Math.round(rating / 10.0) / 2.0);
    }
  }

  /** Divides ints. */
  @Mistake(task = 2, diagnosis = "integer-division")
  static final class DividesInts extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(listings, rating -> rating == null ? null : Math.round(rating / 10) / 2.0);
    }
  }

  /** Rounds first and then divides the whole number by an int. */
  @Mistake(task = 2, diagnosis = "integer-division")
  static final class CutsOffTheHalf extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(
          listings, rating -> rating == null ? null : (double) (Math.round(rating / 10.0) / 2));
    }
  }

  /** Rounds a half to the even neighbour. */
  @Mistake(task = 2, diagnosis = "half-to-even")
  static final class RoundsToEven extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(listings, rating -> rating == null ? null : Math.rint(rating / 10.0) / 2);
    }
  }

  /** Writes Double for an int column. */
  @Mistake(task = 2, diagnosis = "wrong-java-type")
  static final class DoublesForInts extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      var stars =
          udf(
              (UDF1<Double, Double>)
                  rating -> rating == null ? null : Math.round(rating / 10) / 2.0,
              DataTypes.DoubleType);
      return listings.withColumn("stars", stars.apply(col("review_scores_rating")));
    }
  }

  private static Dataset<Row> stars(Dataset<Row> listings, UDF1<Integer, Double> function) {
    return listings.withColumn(
        "stars", udf(function, DataTypes.DoubleType).apply(col("review_scores_rating")));
  }

  // Task 3

  /** Calls the instance method of the starter. */
  @Mistake(task = 3, diagnosis = "captures-this")
  static final class CallsAnInstanceMethod extends UdfSolution {
    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      return distance(listings, (lat, lon) -> fromTo(latitude, longitude, lat, lon));
    }

    private Double fromTo(double latitude, double longitude, Double lat, Double lon) {
      return lat == null || lon == null ? null : kilometres(latitude, longitude, lat, lon);
    }
  }

  /** Keeps the point in fields. */
  @Mistake(task = 3, diagnosis = "captures-this")
  static final class ReadsAField extends UdfSolution {
    private Double latitude;
    private Double longitude;

    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      this.latitude = latitude;
      this.longitude = longitude;
      return distance(
          listings,
          (lat, lon) ->
              lat == null || lon == null
                  ? null
                  : kilometres(this.latitude, this.longitude, lat, lon));
    }
  }

  /** Makes the class serializable, so that the fields travel, as they are when Spark runs. */
  @Mistake(task = 3, diagnosis = "shared-field")
  static final class ReadsASerializableField extends UdfSolution implements Serializable {
    private double latitude;
    private double longitude;

    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      this.latitude = latitude;
      this.longitude = longitude;
      return distance(
          listings,
          (lat, lon) ->
              lat == null || lon == null
                  ? null
                  : kilometres(this.latitude, this.longitude, lat, lon));
    }
  }

  /** Makes the fields static, so that they do not travel at all. */
  @Mistake(task = 3, diagnosis = "shared-field")
  static final class ReadsAStaticField extends UdfSolution {
    private static double fromLatitude;
    private static double fromLongitude;

    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      fromLatitude = latitude;
      fromLongitude = longitude;
      return distance(
          listings,
          (lat, lon) ->
              lat == null || lon == null
                  ? null
                  : kilometres(fromLatitude, fromLongitude, lat, lon));
    }
  }

  /** Captures an object that cannot travel. */
  @Mistake(task = 3, diagnosis = "not-serializable")
  static final class CapturesAnUnserializable extends UdfSolution {
    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      var sum = new java.util.DoubleSummaryStatistics();
      return distance(
          listings,
          (lat, lon) -> {
            if (lat == null || lon == null) {
              return null;
            }
            double km = kilometres(latitude, longitude, lat, lon);
            sum.accept(km);
            return km;
          });
    }
  }

  /** Passes the columns in the other order. */
  @Mistake(task = 3, diagnosis = "swapped-columns")
  static final class SwapsTheColumns extends UdfSolution {
    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      return distance(
          listings,
          (lon, lat) ->
              lat == null || lon == null ? null : kilometres(latitude, longitude, lat, lon));
    }
  }

  /** Passes the point in the other order. */
  @Mistake(task = 3, diagnosis = "swapped-columns")
  static final class SwapsThePoint extends UdfSolution {
    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      return super.withDistance(listings, longitude, latitude);
    }
  }

  /** Believes that coordinates are never null. */
  @Mistake(task = 3, diagnosis = "null-unboxed")
  static final class UnboxesCoordinates extends UdfSolution {
    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      return distance(listings, (lat, lon) -> kilometres(latitude, longitude, lat, lon));
    }
  }

  private static Dataset<Row> distance(
      Dataset<Row> listings, UDF2<Double, Double, Double> function) {
    return listings.withColumn(
        "km", udf(function, DataTypes.DoubleType).apply(col("latitude"), col("longitude")));
  }

  // Task 4

  /** Gives the values in another order than the fields. */
  @Mistake(task = 4, diagnosis = "swapped-fields")
  static final class SwapsTheFields extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(
          listings, stay -> stay == null ? null : RowFactory.create(max(stay), min(stay)), NIGHTS);
    }
  }

  /** A struct in Java. */
  record Nights(Integer min, Integer max) implements Serializable {}

  /** Returns a record. */
  @Mistake(task = 4, diagnosis = "struct-needs-row")
  static final class ReturnsARecord extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(
          listings, stay -> stay == null ? null : new Nights(min(stay), max(stay)), NIGHTS);
    }
  }

  /** Puts longs into int fields. */
  @Mistake(task = 4, diagnosis = "wrong-field-type")
  static final class ParsesLongs extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(
          listings,
          stay ->
              stay == null
                  ? null
                  : RowFactory.create(
                      (long) min(stay), max(stay) == null ? null : max(stay).longValue()),
          NIGHTS);
    }
  }

  /** Leaves the numbers texts, and maps whole rows. */
  @Mistake(task = 4, diagnosis = "wrong-field-type")
  static final class MapsToTexts extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return listings.map(
          (MapFunction<Row, Row>)
              row -> {
                String stay = row.getAs("stay");
                Row nights = stay == null ? null : RowFactory.create(stay.split("[-+]")[0], null);
                return RowFactory.create(row.get(0), stay, nights);
              },
          Encoders.row(listings.schema().add("nights", NIGHTS)));
    }
  }

  /** Leaves out the value that is null. */
  @Mistake(task = 4, diagnosis = "wrong-field-count")
  static final class LeavesOutTheOpenEnd extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(
          listings,
          stay -> {
            if (stay == null) {
              return null;
            }
            return stay.endsWith("+")
                ? RowFactory.create(min(stay))
                : RowFactory.create(min(stay), max(stay));
          },
          NIGHTS);
    }
  }

  /** Returns a struct where there should be none. */
  @Mistake(task = 4, diagnosis = "struct-of-nulls")
  static final class ReturnsAStructOfNulls extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(
          listings,
          stay ->
              stay == null
                  ? RowFactory.create(null, null)
                  : RowFactory.create(min(stay), max(stay)),
          NIGHTS);
    }
  }

  /** Invents an end. */
  @Mistake(task = 4, diagnosis = "open-end-invented")
  static final class EndsWithTheYear extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(
          listings,
          stay ->
              stay == null
                  ? null
                  : RowFactory.create(
                      min(stay), stay.endsWith("+") ? Integer.valueOf(365) : max(stay)),
          NIGHTS);
    }
  }

  /** Asks for a part that is not there. */
  @Mistake(task = 4, diagnosis = "no-second-part")
  static final class AlwaysTakesTheSecondPart extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(
          listings,
          stay ->
              stay == null
                  ? null
                  : RowFactory.create(min(stay), Integer.valueOf(stay.split("-")[1])),
          NIGHTS);
    }
  }

  /** Believes that there is always a text. */
  @Mistake(task = 4, diagnosis = "null-not-handled")
  static final class SplitsNull extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(listings, stay -> RowFactory.create(min(stay), max(stay)), NIGHTS);
    }
  }

  private static Integer min(String stay) {
    return Integer.valueOf(stay.split("[-+]")[0]);
  }

  private static Integer max(String stay) {
    String[] ends = stay.split("-");
    return stay.endsWith("+") ? null : Integer.valueOf(ends[ends.length - 1]);
  }

  private static Dataset<Row> nights(
      Dataset<Row> listings, UDF1<String, Object> function, DataType type) {
    return listings.withColumn("nights", udf(function, type).apply(col("stay")));
  }

  // Task 5

  /** Registers the function under a Java-like name. */
  @Mistake(task = 5, diagnosis = "function-not-registered")
  static final class RegistersAnotherName extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      listings.createOrReplaceTempView("listings");
      register(listings, "guestPrice", UdfMistakes::guestPrice);
      return listings.sparkSession().sql(query);
    }
  }

  /** Hopes that SQL finds the variable. */
  @Mistake(task = 5, diagnosis = "view-not-created")
  static final class ForgetsTheView extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      register(listings, "guest_price", UdfMistakes::guestPrice);
      return listings.sparkSession().sql(query);
    }
  }

  /** Takes a name that may be taken. */
  @Mistake(task = 5, diagnosis = "view-exists")
  static final class CreatesTheViewAgain extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      register(listings, "guest_price", UdfMistakes::guestPrice);
      try {
        listings.createTempView("listings");
      } catch (org.apache.spark.sql.AnalysisException e) {
        throw new IllegalStateException("No view", e);
      }
      return listings.sparkSession().sql(query);
    }
  }

  /** Keeps the view of the first call. */
  @Mistake(task = 5, diagnosis = "stale-view")
  static final class KeepsTheFirstView extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      register(listings, "guest_price", UdfMistakes::guestPrice);
      if (!listings.sparkSession().catalog().tableExists("listings")) {
        listings.createOrReplaceTempView("listings");
      }
      return listings.sparkSession().sql(query);
    }
  }

  /** Takes only what the columns are. */
  @Mistake(task = 5, diagnosis = "wrong-java-type")
  static final class TakesDoubleAndInteger extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      listings.createOrReplaceTempView("listings");
      listings
          .sparkSession()
          .udf()
          .register(
              "guest_price",
              (UDF2<Double, Integer, Double>)
                  (price, guests) ->
                      price == null || guests == null || guests == 0 ? null : price / guests,
              DataTypes.DoubleType);
      return listings.sparkSession().sql(query);
    }
  }

  /** Divides by no guests. */
  @Mistake(task = 5, diagnosis = "infinity-for-no-guests")
  static final class DividesByZero extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      listings.createOrReplaceTempView("listings");
      register(
          listings,
          "guest_price",
          (price, guests) ->
              price == null || guests == null ? null : price.doubleValue() / guests.doubleValue());
      return listings.sparkSession().sql(query);
    }
  }

  /** Calculates with a price that may be null. */
  @Mistake(task = 5, diagnosis = "null-unboxed")
  static final class DividesNull extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      listings.createOrReplaceTempView("listings");
      register(
          listings,
          "guest_price",
          (price, guests) ->
              guests.doubleValue() == 0 ? null : price.doubleValue() / guests.doubleValue());
      return listings.sparkSession().sql(query);
    }
  }

  private static Double guestPrice(Number price, Number guests) {
    return price == null || guests == null || guests.doubleValue() == 0
        ? null
        : price.doubleValue() / guests.doubleValue();
  }

  private static void register(
      Dataset<Row> listings, String name, UDF2<Number, Number, Double> function) {
    SparkSession spark = listings.sparkSession();
    spark.udf().register(name, function, DataTypes.DoubleType);
  }

  // Task 6

  /** Lets the lambda capture the map. */
  @Mistake(task = 6, diagnosis = "model-in-closure")
  static final class CapturesTheModel extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      return prediction(listings, (name, guests) -> price(weights, name, guests));
    }
  }

  /** Broadcasts a map and captures a copy. */
  @Mistake(task = 6, diagnosis = "model-in-closure")
  static final class TakesTheValueTooSoon extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Map<String, Double> model = broadcast(listings, new HashMap<>(weights)).value();
      return prediction(listings, (name, guests) -> price(model, name, guests));
    }
  }

  /** Cleans up before anything ran. */
  @Mistake(task = 6, diagnosis = "broadcast-destroyed")
  static final class DestroysTooSoon extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      Dataset<Row> predictions =
          prediction(listings, (name, guests) -> price(model.value(), name, guests));
      model.destroy();
      return predictions;
    }
  }

  /** Broadcasts anew for each row. */
  @Mistake(task = 6, diagnosis = "context-in-closure")
  static final class BroadcastsInTheFunction extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      JavaSparkContext context =
          JavaSparkContext.fromSparkContext(listings.sparkSession().sparkContext());
      return prediction(
          listings, (name, guests) -> price(context.broadcast(weights).value(), name, guests));
    }
  }

  /** Keeps the broadcast variable in a field. */
  @Mistake(task = 6, diagnosis = "captures-this")
  static final class KeepsTheModelInAField extends UdfSolution {
    private Broadcast<Map<String, Double>> model;

    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      model = broadcast(listings, weights);
      return prediction(listings, (name, guests) -> price(model.value(), name, guests));
    }
  }

  /** Keeps the broadcast variable in a static field. */
  @Mistake(task = 6, diagnosis = "shared-field")
  static final class KeepsTheModelInAStaticField extends UdfSolution {
    private static Broadcast<Map<String, Double>> model;

    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      model = broadcast(listings, weights);
      return prediction(listings, (name, guests) -> price(model.value(), name, guests));
    }
  }

  /** Believes that every neighbourhood has a weight. */
  @Mistake(task = 6, diagnosis = "unknown-neighbourhood")
  static final class KnowsEveryNeighbourhood extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      return prediction(
          listings,
          (name, guests) ->
              Math.exp(
                  model.value().get("(intercept)")
                      + model.value().get("accommodates") * guests
                      + model.value().get("neighbourhood_cleansed=" + name)));
    }
  }

  /** Forgets that the model is one of logarithms. */
  @Mistake(task = 6, diagnosis = "log-not-undone")
  static final class PredictsTheLogarithm extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      return prediction(listings, (name, guests) -> Math.log(price(model.value(), name, guests)));
    }
  }

  /** Believes that the number of guests is always known. */
  @Mistake(task = 6, diagnosis = "null-unboxed")
  static final class UnboxesGuests extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      var predict =
          udf(
              (UDF2<String, Integer, Double>)
                  (name, guests) -> name == null ? null : price(model.value(), name, guests),
              DataTypes.DoubleType);
      return listings.withColumn(
          "prediction", predict.apply(col("neighbourhood_cleansed"), col("accommodates")));
    }
  }

  private static Broadcast<Map<String, Double>> broadcast(
      Dataset<Row> listings, Map<String, Double> weights) {
    return JavaSparkContext.fromSparkContext(listings.sparkSession().sparkContext())
        .broadcast(weights);
  }

  private static Dataset<Row> prediction(
      Dataset<Row> listings, UDF2<String, Integer, Double> function) {
    UDF2<String, Integer, Double> nullSafe =
        (name, guests) -> name == null || guests == null ? null : function.call(name, guests);
    return listings.withColumn(
        "prediction",
        udf(nullSafe, DataTypes.DoubleType)
            .apply(col("neighbourhood_cleansed"), col("accommodates")));
  }

  // Task 7

  /** Filters by a function. */
  @Mistake(task = 7, diagnosis = "udf-blocks-push-down")
  static final class FiltersByFunction extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var affordable =
          udf(
              (UDF1<Double, Boolean>) price -> price != null && price < below,
              DataTypes.BooleanType);
      return listings.filter(affordable.apply(col("price"))).withColumn("wave", drawn());
    }
  }

  /** Filters by a function with a name. */
  @Mistake(task = 7, diagnosis = "udf-blocks-push-down")
  static final class FiltersByNamedFunction extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var affordable =
          udf(
                  (UDF1<Double, Boolean>) price -> price != null && price < below,
                  DataTypes.BooleanType)
              .withName("affordable");
      return listings.filter(affordable.apply(col("price"))).withColumn("wave", drawn());
    }
  }

  /** Draws for all and filters then. */
  @Mistake(task = 7, diagnosis = "filter-after-random")
  static final class DrawsBeforeTheFilter extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings.withColumn("wave", drawn()).filter(col("price").lt(below));
    }
  }

  /** Compares another type than the file holds. */
  @Mistake(task = 7, diagnosis = "cast-blocks-push-down")
  static final class CastsThePrice extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings
          .filter(col("price").cast("decimal(12,2)").lt(below))
          .withColumn("wave", drawn());
    }
  }

  /** Does not say that the function draws. */
  @Mistake(task = 7, diagnosis = "deterministic-random")
  static final class HidesTheRandomness extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var draw =
          udf(
              (UDF0<Integer>) () -> ThreadLocalRandom.current().nextInt(1, 11),
              DataTypes.IntegerType);
      return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
    }
  }

  /** Computes the wave from the listing. */
  @Mistake(task = 7, diagnosis = "same-draw")
  static final class HashesTheListing extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings
          .filter(col("price").lt(below))
          .withColumn("wave", abs(hash(col("id"))).mod(10).plus(1).cast("int"));
    }
  }

  /** Draws with a fixed seed. */
  @Mistake(task = 7, diagnosis = "same-draw")
  static final class SeedsTheDraw extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      Random random = new Random(42);
      var draw =
          udf((UDF0<Integer>) () -> random.nextInt(10) + 1, DataTypes.IntegerType)
              .asNondeterministic();
      return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
    }
  }

  /** Starts at 0. */
  @Mistake(task = 7, diagnosis = "off-by-one")
  static final class DrawsFromZero extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var draw =
          udf((UDF0<Integer>) () -> ThreadLocalRandom.current().nextInt(10), DataTypes.IntegerType)
              .asNondeterministic();
      return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
    }
  }

  /** Rounds, so that the ends get half a share. */
  @Mistake(task = 7, diagnosis = "uneven-draw")
  static final class RoundsTheDraw extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var draw =
          udf((UDF0<Integer>) () -> (int) Math.round(Math.random() * 9) + 1, DataTypes.IntegerType)
              .asNondeterministic();
      return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
    }
  }

  /** Lets in what costs exactly as much. */
  @Mistake(task = 7, diagnosis = "at-most-instead-of-below")
  static final class FiltersAtMost extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings.filter(col("price").leq(below)).withColumn("wave", drawn());
    }
  }

  private static Column drawn() {
    return udf(
            (UDF0<Integer>) () -> ThreadLocalRandom.current().nextInt(1, 11), DataTypes.IntegerType)
        .asNondeterministic()
        .apply();
  }
}
