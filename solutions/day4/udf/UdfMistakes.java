package day4.udf;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.lab.Mistake;
import java.io.Serializable;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Wrong answers about writing functions, each as somebody would write it. */
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
}
