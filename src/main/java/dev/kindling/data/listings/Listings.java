package dev.kindling.data.listings;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Short-term rentals: 7,200 rows, split into train and test by the period in which they were
 * scraped, and 400 canary rows that no learner is shown. The card is {@code
 * datasets/listings/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job.
 */
public final class Listings {

  /** The columns of every frame but {@link #raw()}. */
  public static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.IntegerType)
          .add("last_scraped", DataTypes.DateType)
          .add("host_is_superhost", DataTypes.StringType)
          .add("host_response_time", DataTypes.StringType)
          .add("host_response_rate", DataTypes.IntegerType)
          .add("host_income", DataTypes.DoubleType)
          .add("neighbourhood_cleansed", DataTypes.StringType)
          .add("latitude", DataTypes.DoubleType)
          .add("longitude", DataTypes.DoubleType)
          .add("property_type", DataTypes.StringType)
          .add("room_type", DataTypes.StringType)
          .add("accommodates", DataTypes.IntegerType)
          .add("bathrooms", DataTypes.DoubleType)
          .add("bedrooms", DataTypes.IntegerType)
          .add("beds", DataTypes.IntegerType)
          .add("bed_type", DataTypes.StringType)
          .add("cancellation_policy", DataTypes.StringType)
          .add("instant_bookable", DataTypes.StringType)
          .add("minimum_nights", DataTypes.IntegerType)
          .add("number_of_reviews", DataTypes.IntegerType)
          .add("review_scores_rating", DataTypes.IntegerType)
          .add("review_scores_location", DataTypes.IntegerType)
          .add("price_per_guest", DataTypes.DoubleType)
          .add("price", DataTypes.DoubleType);

  /** The same columns, all of them strings. */
  public static final StructType RAW_SCHEMA =
      new StructType(
          Arrays.stream(SCHEMA.fields())
              .map(field -> DataTypes.createStructField(field.name(), DataTypes.StringType, true))
              .toArray(StructField[]::new));

  static final int FIRST_ID = 10_000;

  private final GeneratedData<ListingsTruth> data;

  public Listings(DataContext context) {
    this.data = new GeneratedData<>(context, new ListingsGenerator());
  }

  /** All 7,200 rows as they stand in the CSV file: strings, with prices such as "$1,234.00". */
  public Dataset<Row> raw() {
    return data.frame(RAW_SCHEMA, "raw");
  }

  /** Train and test rows together: 7,200. */
  public Dataset<Row> all() {
    return data.frame(SCHEMA, "train", "test");
  }

  /** 5,400 rows to learn from. */
  public Dataset<Row> train() {
    return data.frame(SCHEMA, "train");
  }

  /** 1,800 rows of a later period to judge a model with; their prices are clean. */
  public Dataset<Row> test() {
    return data.frame(SCHEMA, "test");
  }

  /** 400 rows that are in no other frame, like those of train but without outliers. */
  public Dataset<Row> canary() {
    return data.frame(SCHEMA, "canary");
  }

  /** Train as it would be had nothing gone wrong: no gap, sentinel, outlier or duplicate. */
  public Dataset<Row> completeTrain() {
    return data.frame(SCHEMA, "complete_train");
  }

  /** Test as it would be had nothing gone wrong. */
  public Dataset<Row> completeTest() {
    return data.frame(SCHEMA, "complete_test");
  }

  /** What was planted; for checks. */
  public ListingsTruth truth() {
    return data.truth();
  }
}
