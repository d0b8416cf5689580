package day2.creation;

import dev.kindling.data.houseinfo.HouseInfo;
import dev.kindling.data.listings.Listings;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Features from what is there: texts, records, times, ratios, buckets, products and the past; none
 * of them from what is to be predicted.
 *
 * <p>Every task is handed what it needs, so each can be solved alone.
 */
@Lab(
    day = 2,
    order = 6,
    title = "Feature creation",
    minutes = 50,
    data = {Listings.class, HouseInfo.class})
public interface CreationLab {

  /** A record of the second task: the columns of one line of JSON. */
  String HOUSE =
      "id INT, price DOUBLE, house_info STRUCT<"
          + "num_rooms: INT, num_bedrooms: INT, num_bathrooms: DOUBLE, num_basement_rooms: INT,"
          + " year_built: INT, address: STRUCT<street_name: STRING, house_number: INT, city: STRING>>";

  /**
   * Turns price texts into numbers.
   *
   * @param df any frame
   * @param columns text columns. A text is a price if it is a number once its dollar sign and its
   *     commas are taken away, as {@code $1,234.00} is; it may have neither, as {@code 85}
   * @return all rows of {@code df} and all its columns, with each of {@code columns} as double
   *     under its own name: the price in dollars, or null where the text is null or no price (such
   *     as an empty one, or {@code on request}). The other columns stay as they are.
   */
  @Task(
      value = 1,
      points = 12,
      title = "Parse the prices",
      hints = {
        "Two steps per column: take away the two characters that are not part of a number, then turn the text into a double. What does a plain cast do with a text that is no number?",
        "`translate` replaces or removes single characters and knows no patterns, so the dollar sign has no meaning to it. `try_cast` gives null where `cast` stops the job.",
        "`translate(col(c), \"$,\", \"\").try_cast(\"double\")`, put back under the name `c` for each column."
      })
  Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns);

  /**
   * Makes flat, numeric columns of nested records.
   *
   * @param lines one text column, {@code value}: each row one JSON object with the columns of
   *     {@link #HOUSE}. The objects {@code house_info} and {@code address} may be null or absent,
   *     and -1 in one of the five numbers of {@code house_info} means that nobody knows it
   * @param slots how long the vector of a street is
   * @return one row per line with exactly these columns: {@code id} (int), {@code num_rooms},
   *     {@code num_bedrooms}, {@code num_bathrooms}, {@code num_basement_rooms} and {@code
   *     year_built} (double, null where not known), {@code street_name} and {@code city} (string),
   *     {@code price} (double), {@code street_hashed} (vector of {@code slots}: 1.0 in the one slot
   *     to which the street's name, and nothing but its name, is hashed; all zeros where the name
   *     is null). What is in a missing object is null.
   */
  @Task(
      value = 2,
      points = 18,
      title = "Flatten the records",
      hints = {
        "`from_json` makes a struct of a text, and dots reach into it. `org.apache.spark.ml.feature.FeatureHasher` makes the vector; it is a transformer and learns nothing.",
        "Parse `value` into one struct column, then `select` every column by its path. `when(value.notEqual(-1), value)` is null for the sentinel and for null. Give the hasher its input column, its output column and the number of slots, and `transform`.",
        "`lines.select(from_json(col(\"value\"), StructType.fromDDL(HOUSE)).as(\"house\"))`, then columns such as `col(\"house.house_info.address.city\")`; at the end `new FeatureHasher().setInputCols(new String[] {\"street_name\"}).setOutputCol(\"street_hashed\").setNumFeatures(slots).transform(flat)`."
      })
  Dataset<Row> flattenHouses(Dataset<Row> lines, int slots);

  /**
   * Takes a time apart, and puts its hour on a circle.
   *
   * @param df any frame
   * @param column a timestamp column without nulls, to be read in the time zone of the session
   * @return all rows and columns of {@code df}, and {@code month} (int, 1 to 12), {@code weekday}
   *     (int, 1 is Monday and 7 is Sunday), {@code is_weekend} (double, 1.0 on Saturday and Sunday,
   *     otherwise 0.0), {@code hour} (int, 0 to 23, minutes do not count), {@code hour_sin} and
   *     {@code hour_cos} (double, sine and cosine of the angle of {@code hour}; 24 hours are one
   *     full turn, and midnight is angle 0)
   */
  @Task(
      value = 3,
      points = 14,
      title = "Put the hour on a circle",
      hints = {
        "There is a function for each part in `org.apache.spark.sql.functions`. Two of them give the day of the week, and neither counts as asked for here. `sin` and `cos` take radians.",
        "`weekday` counts from 0, beginning with Monday; `dayofweek` counts from 1, beginning with Sunday. A full turn is 2π, so one hour is 2π/24.",
        "`Column angle = hour(col(column)).multiply(2 * Math.PI / 24)`, then `sin(angle)` and `cos(angle)`; `weekday(col(column)).plus(1)` for the day and `when(weekday(col(column)).geq(5), 1.0).otherwise(0.0)` for the weekend."
      })
  Dataset<Row> timeFeatures(Dataset<Row> df, String column);

  /**
   * Ratios as a stage, so that they ship with the model.
   *
   * @param ratios the ratios that somebody proposed
   * @param label the column to be predicted. A ratio that has it as numerator or denominator is
   *     left out
   * @return a transformer that keeps all rows and all columns of a frame and adds one column
   *     (double) per remaining ratio: numerator divided by denominator, null where the denominator
   *     is 0 or one of the two is null. It also works on frames without {@code label}.
   */
  @Task(
      value = 4,
      points = 16,
      title = "Ship the ratios",
      hints = {
        "`org.apache.spark.ml.feature.SQLTransformer` holds one SQL statement; in it `__THIS__` stands for the frame that is transformed. Which ratios cannot be computed for a row that has no price yet?",
        "Build the statement as text: `SELECT *`, then a comma and an expression for each ratio that has nothing to do with the label, then `FROM __THIS__`. In Spark 4 `/` stops at a zero; `try_divide` does not.",
        "Each ratio gives `\", try_divide(%s, %s) AS %s\".formatted(…)`; join them and call `new SQLTransformer().setStatement(\"SELECT *\" + added + \" FROM __THIS__\")`."
      })
  SQLTransformer ratioStage(List<Ratio> ratios, String label);

  /**
   * Buckets with given limits, and buckets whose limits are learned from {@code train} alone.
   *
   * @param train the rows to learn from
   * @param test the rows that the model will be judged on later; both parts lie at hand, as they do
   *     in a notebook
   * @param byLimits a numeric column (int or double) to divide at {@code limits}
   * @param limits in ascending order: n limits make n + 1 buckets, the first without a lower and
   *     the last without an upper end; a value that equals a limit belongs to the bucket above it
   * @param byQuantiles a double column to divide into {@code buckets} buckets with about equally
   *     many rows of {@code train} each, as {@code QuantileDiscretizer} does
   * @param buckets how many, at least 2
   * @return a fitted model that keeps all rows and columns of a frame and adds {@code
   *     <byLimits>_bucket} and {@code <byQuantiles>_bucket} (double): the number of the bucket,
   *     counted from 0. Every number falls into a bucket, also one beyond anything in {@code
   *     train}. NaN gets a bucket of its own after the last one, with the number n + 1 or {@code
   *     buckets}; null stays null
   */
  @Task(
      value = 5,
      points = 14,
      title = "Cut into buckets",
      hints = {
        "`Bucketizer` cuts where you say, `QuantileDiscretizer` learns where to cut. The first one wants the ends of the outermost buckets, too.",
        "N splits give N - 1 buckets: put minus infinity before the limits and plus infinity after them. Both stages have a `handleInvalid`, which says what happens to NaN, and to rows with a null. Put both into a `Pipeline` and fit it. On which rows?",
        "`new Bucketizer().setInputCol(c).setOutputCol(c + \"_bucket\").setSplits(splits).setHandleInvalid(\"keep\")`, the same with `new QuantileDiscretizer()….setNumBuckets(buckets)`, and `new Pipeline().setStages(new PipelineStage[] {…}).fit(…)`; the ends are `Double.NEGATIVE_INFINITY` and `Double.POSITIVE_INFINITY`."
      })
  PipelineModel fitBuckets(
      Dataset<Row> train,
      Dataset<Row> test,
      String byLimits,
      List<Double> limits,
      String byQuantiles,
      int buckets);

  /**
   * A feature vector that holds the product of two columns beside the columns themselves.
   *
   * @param columns numeric columns without nulls
   * @param first one of {@code columns}
   * @param second another one of {@code columns}
   * @return an unfitted pipeline that, fitted on any frame with {@code columns}, keeps all rows and
   *     adds {@code features}: the values of {@code columns} in their order, and after them, as the
   *     last element, {@code first} times {@code second}. It may add other columns on the way; the
   *     ones that were there keep their values.
   */
  @Task(
      value = 6,
      points = 12,
      title = "Multiply what belongs together",
      hints = {
        "`org.apache.spark.ml.feature.Interaction` multiplies its input columns. `PolynomialExpansion` makes all products and squares, which is more than is asked for.",
        "Two stages: one makes the product, under a name of its own; a `VectorAssembler` then puts the columns and the product into `features`.",
        "`new Interaction().setInputCols(new String[] {first, second}).setOutputCol(\"product\")`, then an assembler whose input columns are `columns` and, last, `product`."
      })
  Pipeline interactionPipeline(List<String> columns, String first, String second);

  /**
   * Features from the past of a series, and nothing from its present.
   *
   * @param df one row per {@code group} and {@code time}, in any order; within a group no time is
   *     missing
   * @param group a text column, such as the station that a series belongs to
   * @param time a date or timestamp column
   * @param label an int column, which is to be predicted before its day (or hour) begins
   * @param parts columns that add up to {@code label} and are not known before it is
   * @return all rows of {@code df} and all its columns but {@code parts}, and three more: {@code
   *     <label>_lag1} and {@code <label>_lag7} (int), the label one row and seven rows earlier in
   *     the same group, null where there is no such row; {@code <label>_mean7} (double), the mean
   *     of the label over the seven rows before the row, or over as many as there are, null where
   *     there is none
   */
  @Task(
      value = 7,
      points = 14,
      title = "Look back",
      hints = {
        "`org.apache.spark.sql.expressions.Window` says which rows a row may look at: its group, in which order, from where to where. `lag` looks back by a number of rows.",
        "One window serves all: `Window.partitionBy(…).orderBy(…)`. The mean needs a frame on top of it, `rowsBetween(from, to)`, where 0 is the row itself and negative numbers lie before it. What of the columns in `parts`?",
        "`lag(col(label), 7).over(byTime)` and `avg(col(label)).over(byTime.rowsBetween(-7, -1))`, then `drop(parts.toArray(String[]::new))`."
      })
  Dataset<Row> lagFeatures(
      Dataset<Row> df, String group, String time, String label, List<String> parts);
}
