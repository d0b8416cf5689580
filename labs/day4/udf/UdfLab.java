package day4.udf;

import dev.kindling.data.listings.Listings;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * User-defined functions: one value per row in, one value per row out. Each task returns the rows
 * that it was given, with all their columns, and one column more; the order of rows and columns
 * does not matter.
 */
@Lab(
    day = 4,
    order = 18,
    title = "User-defined functions, Series to Series",
    minutes = 30,
    data = Listings.class)
public interface UdfLab {

  /**
   * Multiplies two columns by a UDF that carries the name {@code multiply_func}.
   *
   * @param numbers has {@code x} and {@code y} (both bigint, no nulls) and maybe other columns
   * @return the rows with {@code product} (bigint), which is x times y
   */
  @Task(
      value = 1,
      points = 15,
      title = "Multiply two columns",
      hints = {
        "functions.udf(…) turns a lambda into a function of columns. Two columns go in, so it is a UDF2.",
        "A bigint arrives in Java as Long, and a Long is what must leave for a bigint: "
            + "cast the lambda to (UDF2<Long, Long, Long>) and declare DataTypes.LongType. withName(…) gives the name.",
        "UserDefinedFunction f = udf((UDF2<Long, Long, Long>) (x, y) -> …, DataTypes.LongType)"
            + ".withName(\"multiply_func\"); then numbers.withColumn(\"product\", f.apply(col(\"x\"), col(\"y\")))."
      })
  Dataset<Row> multiply(Dataset<Row> numbers);

  /**
   * Turns ratings into stars: a tenth of the rating, rounded to a whole number (a half rounds up),
   * is the number of half stars. So 93 gives 4.5, 97 gives 5.0 and 85 gives 4.5.
   *
   * @param listings has {@code review_scores_rating} (int, 0 to 100, may be null) and other columns
   * @return the rows with {@code stars} (double); null where the rating is null
   */
  @Task(
      value = 2,
      points = 15,
      title = "Null in, null out",
      hints = {
        "An int column arrives as Integer, and an Integer can be null: arithmetic on it then fails.",
        "Decide about null first: rating == null ? null : …. Mind that Integer divided by int cuts off.",
        "(UDF1<Integer, Double>) rating -> rating == null ? null : Math.round(rating / 10.0) / 2.0"
      })
  Dataset<Row> withStars(Dataset<Row> listings);

  /**
   * Measures how far each listing is from one point, along the surface of a sphere with a radius of
   * 6371 km. The starter has the formula.
   *
   * @param listings has {@code latitude} and {@code longitude} (double, in degrees, may be null)
   * @param latitude the latitude of the point, in degrees
   * @param longitude the longitude of the point, in degrees
   * @return the rows with {@code km} (double); null where the latitude or the longitude is null
   */
  @Task(
      value = 3,
      points = 20,
      title = "Give a function more than its columns",
      hints = {
        "A lambda may use parameters and local variables of the method around it: Spark sends their values along.",
        "It may not use the object around it. A call of an instance method, such as the starter's kilometres, is such a use.",
        "Make kilometres static; then (UDF2<Double, Double, Double>) (lat, lon) -> "
            + "lat == null || lon == null ? null : kilometres(latitude, longitude, lat, lon)."
      })
  Dataset<Row> withDistance(Dataset<Row> listings, double latitude, double longitude);

  /**
   * Reads how long guests may stay. The text "2-30" means 2 to 30 nights, "5" means exactly 5 (both
   * ends are 5), "3+" means 3 or more: the upper end is null.
   *
   * @param listings has {@code stay} (string, one of these three forms, or null)
   * @return the rows with {@code nights}, a struct of {@code min} (int) and {@code max} (int), in
   *     this order; where {@code stay} is null, the struct itself is null
   */
  @Task(
      value = 4,
      points = 15,
      title = "Return a struct",
      hints = {
        "The function returns a Row, and the declared type is a StructType: new StructType().add(…).add(…).",
        "A Row of a UDF has no names: values are matched to the fields by position. RowFactory.create(1, null) is fine.",
        "(UDF1<String, Row>) stay -> { if (stay == null) return null; if (stay.endsWith(\"+\")) "
            + "return RowFactory.create(Integer.valueOf(…), null); String[] ends = stay.split(\"-\"); … }"
      })
  Dataset<Row> withNights(Dataset<Row> listings);

  /**
   * Answers a query that uses the table {@code listings} and the function {@code guest_price(price,
   * guests)}: make both known to SQL, then run the query.
   *
   * <p>{@code guest_price} gives the price divided by the guests as a double: null if either is
   * null or if guests is 0; half a guest is not 0. It takes numbers of every type, since SQL hands
   * a Java function what is written: {@code 99.50} is a decimal (BigDecimal), {@code 2} an int,
   * {@code 2L} a bigint.
   *
   * @param listings what the query shall find as the table {@code listings}, whatever that name
   *     stood for before
   * @param query any SQL query
   * @return its result
   */
  @Task(
      value = 5,
      points = 10,
      title = "Register a function for SQL",
      hints = {
        "listings.sparkSession() has udf().register(…) for functions and sql(…) for queries; a frame can become a view.",
        "Integer, Long, Double and BigDecimal are all Numbers: take Number and use doubleValue(). "
            + "createTempView fails the second time, createOrReplaceTempView does not.",
        "spark.udf().register(\"guest_price\", (UDF2<Number, Number, Double>) (price, guests) -> …, DataTypes.DoubleType)"
      })
  Dataset<Row> askInSql(Dataset<Row> listings, String query);

  /**
   * Predicts prices with a linear model of the log price. The model is a map of weights: {@code
   * (intercept)}, {@code accommodates} (per guest), and one weight per neighbourhood, such as
   * {@code neighbourhood_cleansed=Ashgrove}; a neighbourhood without a weight counts as 0. The
   * prediction is e to the power of the sum. There may be many thousands of weights, so they are
   * sent to the executors as a broadcast variable, not with each task.
   *
   * @param listings has {@code neighbourhood_cleansed} (string) and {@code accommodates} (int);
   *     both may be null
   * @param weights the weights by name; {@code (intercept)} and {@code accommodates} are among them
   * @return the rows with {@code prediction} (double); null where the neighbourhood or {@code
   *     accommodates} is null
   */
  @Task(
      value = 6,
      points = 15,
      title = "Predict with a broadcast model",
      hints = {
        "JavaSparkContext.fromSparkContext(…) wraps the SparkContext of listings.sparkSession(); it has broadcast(…).",
        "Broadcast the map outside the function, and call value() inside it: the lambda then captures the small handle.",
        "Broadcast<Map<String, Double>> model = context.broadcast(weights); in the lambda: "
            + "Map<String, Double> w = model.value(); … w.getOrDefault(\"neighbourhood_cleansed=\" + name, 0.0)"
      })
  Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights);

  /**
   * Picks affordable listings and draws for each of them, at random, one of ten waves in which its
   * host will get a letter. The file that holds the listings must do the price filter itself, and a
   * listing's wave must not change when somebody filters on it later, however Spark plans that.
   * Each call draws anew.
   *
   * @param listings has {@code price} (double, may be null) and other columns; read from Parquet
   * @param below listings with a lower price are affordable
   * @return the affordable listings with {@code wave} (int), drawn evenly from 1 to 10
   */
  @Task(
      value = 7,
      points = 10,
      title = "Tell the optimizer the truth",
      hints = {
        "Spark cannot look into a UDF, so it cannot hand one to the file. And it believes that a UDF gives the same "
            + "result whenever it is called.",
        "Filter on the plain column, before anything random. A function that draws is declared asNondeterministic().",
        "udf((UDF0<Integer>) () -> ThreadLocalRandom.current().nextInt(1, 11), DataTypes.IntegerType).asNondeterministic()"
      })
  Dataset<Row> drawWaves(Dataset<Row> listings, double below);
}
