package day4.udf;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.lab.Mistake;
import java.io.Serializable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** Wrong answers about writing functions, each as somebody would write it. */
final class UdfMistakes {

  private static final String TYPES =
      "Java's types do not fit Spark's. The type in UDF2<…> must be the Java type of the column (int Integer, bigint"
          + " Long, double Double), and the type that you declare to Spark must be that of what the code returns (Long"
          + " LongType). The compiler sees neither, for Spark calls the function only when it computes rows.";

  private UdfMistakes() {}

  // Task 1

  /** Writes Integer for a bigint column. */
  @Mistake(task = 1, diagnosis = "wrong-java-type", says = TYPES)
  static final class IntegersForLongs extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      return product(
          numbers, udf((UDF2<Integer, Integer, Integer>) (x, y) -> x * y, DataTypes.IntegerType));
    }
  }

  /** Returns a Long and declares an int. */
  @Mistake(task = 1, diagnosis = "wrong-java-type", says = TYPES)
  static final class DeclaresAnInt extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      return product(numbers, udf((UDF2<Long, Long, Long>) (x, y) -> x * y, DataTypes.IntegerType));
    }
  }

  /** Squares x, which the example with 1, 4, 9 does not show. */
  @Mistake(
      task = 1,
      diagnosis = "same-column-twice",
      says =
          "These are the squares of x: the function got the column x twice. It shows only where x and y differ. Give it"
              + " col(\"x\") and col(\"y\").")
  static final class SquaresX extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      var multiply = udf((UDF2<Long, Long, Long>) (x, y) -> x * y, DataTypes.LongType);
      return numbers.withColumn(
          "product", multiply.withName("multiply_func").apply(col("x"), col("x")));
    }
  }

  /** Goes through int on the way. */
  @Mistake(
      task = 1,
      diagnosis = "int-overflow",
      says =
          "Products that do not fit into an int are wrong: Java's int arithmetic overflows without a word. Multiply as"
              + " long.")
  static final class MultipliesInts extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      return product(
          numbers,
          udf(
              (UDF2<Long, Long, Long>) (x, y) -> (long) (x.intValue() * y.intValue()),
              DataTypes.LongType));
    }
  }

  /** Leaves the function without a name. */
  @Mistake(
      task = 1,
      diagnosis = "function-not-named",
      says =
          "The plan calls the function UDF, as it calls all that have no name. Give it one with"
              + " withName(\"multiply_func\"): whoever reads the plan will thank you.")
  static final class ForgetsTheName extends UdfSolution {
    @Override
    public Dataset<Row> multiply(Dataset<Row> numbers) {
      var multiply = udf((UDF2<Long, Long, Long>) (x, y) -> x * y, DataTypes.LongType);
      return numbers.withColumn("product", multiply.apply(col("x"), col("y")));
    }
  }

  private static Dataset<Row> product(Dataset<Row> numbers, UserDefinedFunction function) {
    return numbers.withColumn(
        "product", function.withName("multiply_func").apply(col("x"), col("y")));
  }

  // Task 2

  /** Calculates with a rating that may be null. */
  @Mistake(
      task = 2,
      diagnosis = "null-unboxed",
      says =
          "Java cannot calculate with null, so one listing without a rating failed the whole job. An int column arrives as"
              + " Integer, which can be null: test for that first, and return null.")
  static final class UnboxesNull extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(listings, rating -> Math.round(rating / 10.0) / 2.0);
    }
  }

  /** Divides ints. */
  @Mistake(
      task = 2,
      diagnosis = "integer-division",
      says =
          "97 gives 4.5 instead of 5.0: the tenths were cut off, not rounded. An int divided by an int drops what is"
              + " behind the point before anything can be rounded, as Math.floor does. Divide by 10.0, and round.")
  static final class DividesInts extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(listings, rating -> rating == null ? null : (rating / 10) / 2.0);
    }
  }

  /** Rounds a half to the even neighbour. */
  @Mistake(
      task = 2,
      diagnosis = "half-to-even",
      says =
          "85 gives 4.0 instead of 4.5: 8.5 was rounded to the even neighbour, as Math.rint and bround do. The task"
              + " rounds a half up, as Math.round and round do.")
  static final class RoundsToEven extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(listings, rating -> rating == null ? null : Math.rint(rating / 10.0) / 2);
    }
  }

  /** Rounds the stars instead of the half stars. */
  @Mistake(
      task = 2,
      diagnosis = "whole-stars",
      says =
          "These are whole stars: the rating was divided by 20 and then rounded, so 50 gives 3.0 instead of 2.5. Round"
              + " the tenths, which are the half stars, and divide by 2.0 after that.")
  static final class RoundsToWholeStars extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(listings, rating -> rating == null ? null : (double) Math.round(rating / 20.0));
    }
  }

  /** Forgets to round. */
  @Mistake(
      task = 2,
      diagnosis = "not-rounded",
      says =
          "Nothing is rounded: 93 gives 4.65 instead of 4.5. Round the tenths to a whole number, a half up, and halve that.")
  static final class DoesNotRound extends UdfSolution {
    @Override
    public Dataset<Row> withStars(Dataset<Row> listings) {
      return stars(listings, rating -> rating == null ? null : rating / 20.0);
    }
  }

  private static Dataset<Row> stars(Dataset<Row> listings, UDF1<Integer, Double> function) {
    return listings.withColumn(
        "stars", udf(function, DataTypes.DoubleType).apply(col("review_scores_rating")));
  }

  // Task 3

  /** Calls the instance method of the starter. */
  @Mistake(
      task = 3,
      diagnosis = "captures-this",
      says =
          "A field or an instance method means this, the object around the lambda, and it would have to travel with the"
              + " lambda. Make kilometres static; copy what is in a field into a local variable before the lambda.")
  static final class CallsAnInstanceMethod extends UdfSolution {
    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      return distance(listings, (lat, lon) -> fromTo(latitude, longitude, lat, lon));
    }

    private Double fromTo(double latitude, double longitude, Double lat, Double lon) {
      return kilometres(latitude, longitude, lat, lon);
    }
  }

  /** Makes the class serializable, so that the fields travel, as they are when Spark runs. */
  @Mistake(
      task = 3,
      diagnosis = "shared-field",
      says =
          "These are the distances from the point of a later call: the function reads a field when it runs, not when it is"
              + " made, and by then that call had set the field anew. (Of a static field an executor elsewhere sees nothing"
              + " at all.) Let the lambda use the method's parameters, whose values travel with it.")
  static final class ReadsASerializableField extends UdfSolution implements Serializable {
    private double latitude;
    private double longitude;

    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      this.latitude = latitude;
      this.longitude = longitude;
      return distance(listings, (lat, lon) -> kilometres(this.latitude, this.longitude, lat, lon));
    }
  }

  /** Makes the function once for all calls. */
  @Mistake(
      task = 3,
      diagnosis = "first-point-kept",
      says =
          "These are the distances from the point of an earlier call: the function was made once and kept, and with it"
              + " the values that it captured then. Make it anew in each call; that costs nothing.")
  static final class KeepsTheFirstFunction extends UdfSolution {
    private static UserDefinedFunction distance;

    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      if (distance == null) {
        UDF2<Double, Double, Double> first =
            (lat, lon) -> kilometres(latitude, longitude, lat, lon);
        distance = udf(nullSafe(first), DataTypes.DoubleType);
      }
      return listings.withColumn("km", distance.apply(col("latitude"), col("longitude")));
    }
  }

  /** Passes the columns in the other order. */
  @Mistake(
      task = 3,
      diagnosis = "swapped-columns",
      says =
          "These are the distances if latitude and longitude change places in the listings. Two doubles look alike, so"
              + " nobody complains: give the columns in the order of the function's arguments.")
  static final class SwapsTheColumns extends UdfSolution {
    @Override
    public Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude) {
      return distance(listings, (lon, lat) -> kilometres(latitude, longitude, lat, lon));
    }
  }

  private static Dataset<Row> distance(
      Dataset<Row> listings, UDF2<Double, Double, Double> function) {
    return listings.withColumn(
        "km",
        udf(nullSafe(function), DataTypes.DoubleType).apply(col("latitude"), col("longitude")));
  }

  private static UDF2<Double, Double, Double> nullSafe(UDF2<Double, Double, Double> function) {
    return (lat, lon) -> lat == null || lon == null ? null : function.call(lat, lon);
  }

  // Task 4

  /** Leaves the numbers texts. */
  @Mistake(
      task = 4,
      diagnosis = "wrong-field-type",
      says =
          "Spark does not convert the values of a Row: what goes into an int field must be an Integer, not a text. Read it"
              + " with Integer.valueOf.")
  static final class KeepsTexts extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(listings, stay -> RowFactory.create(min(stay).toString(), null));
    }
  }

  /** Leaves out the value that is null. */
  @Mistake(
      task = 4,
      diagnosis = "wrong-field-count",
      says =
          "The Row has one value and the struct two fields. Values go to fields by position, so give one per field, null"
              + " included: RowFactory.create(3, null).")
  static final class LeavesOutTheOpenEnd extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(
          listings,
          stay ->
              stay.endsWith("+")
                  ? RowFactory.create(min(stay))
                  : RowFactory.create(min(stay), max(stay)));
    }
  }

  /** Asks for a part that is not there. */
  @Mistake(
      task = 4,
      diagnosis = "no-second-part",
      says =
          "A text without a dash has one part, and the function asks for the second: \"5\" and \"3+\" are such texts."
              + " Look at how many parts there are first.")
  static final class AlwaysTakesTheSecondPart extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      return nights(
          listings, stay -> RowFactory.create(min(stay), Integer.valueOf(stay.split("-")[1])));
    }
  }

  /** Returns a struct where there should be none. */
  @Mistake(
      task = 4,
      diagnosis = "struct-of-nulls",
      says =
          "Where stay is null there is a struct with two nulls, and nights.isNull() does not find it. Return null itself"
              + " there, not a Row of nulls.")
  static final class ReturnsAStructOfNulls extends UdfSolution {
    @Override
    public Dataset<Row> withNights(Dataset<Row> listings) {
      UDF1<String, Row> nights =
          stay ->
              stay == null
                  ? RowFactory.create(null, null)
                  : RowFactory.create(min(stay), max(stay));
      return listings.withColumn("nights", udf(nights, NIGHTS).apply(col("stay")));
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
              RowFactory.create(min(stay), stay.endsWith("+") ? Integer.valueOf(365) : max(stay)));
    }
  }

  private static Integer min(String stay) {
    return Integer.valueOf(stay.split("[-+]")[0]);
  }

  private static Integer max(String stay) {
    String[] ends = stay.split("-");
    return stay.endsWith("+") ? null : Integer.valueOf(ends[ends.length - 1]);
  }

  private static Dataset<Row> nights(Dataset<Row> listings, UDF1<String, Row> function) {
    UDF1<String, Row> nullSafe = stay -> stay == null ? null : function.call(stay);
    return listings.withColumn("nights", udf(nullSafe, UdfSolution.NIGHTS).apply(col("stay")));
  }
}
