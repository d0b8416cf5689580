package dev.kindling.data.bikes;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How many bikes were rented in each hour of 2023 and 2024, with the column names of the public
 * bike-sharing data; and 400 hours of another town, which no learner is shown. The card is {@code
 * datasets/bike_hourly/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job; rows are in no
 * particular order.
 */
public final class Bikes {

  /** The columns of every frame, the label last; no cell is null. */
  public static final StructType SCHEMA =
      new StructType()
          .add("instant", DataTypes.IntegerType)
          .add("dteday", DataTypes.DateType)
          .add("season", DataTypes.IntegerType)
          .add("yr", DataTypes.IntegerType)
          .add("mnth", DataTypes.IntegerType)
          .add("hr", DataTypes.IntegerType)
          .add("holiday", DataTypes.IntegerType)
          .add("weekday", DataTypes.IntegerType)
          .add("workingday", DataTypes.IntegerType)
          .add("weathersit", DataTypes.IntegerType)
          .add("temp", DataTypes.DoubleType)
          .add("atemp", DataTypes.DoubleType)
          .add("hum", DataTypes.IntegerType)
          .add("windspeed", DataTypes.DoubleType)
          .add("casual", DataTypes.IntegerType)
          .add("registered", DataTypes.IntegerType)
          .add("cnt", DataTypes.IntegerType);

  /** The label: rents in an hour. */
  public static final String COUNT = "cnt";

  private final GeneratedData<BikesTruth> data;

  public Bikes(DataContext context) {
    this.data = new GeneratedData<>(context, new BikesGenerator());
  }

  /** 17,500 hours; 44 hours of the two years were not counted. */
  public Dataset<Row> hours() {
    return data.frame(SCHEMA, "hours");
  }

  /** 400 hours of the same two years in another town with other weather and the same habits. */
  public Dataset<Row> canary() {
    return data.frame(SCHEMA, "canary");
  }

  /** What was planted; for checks. */
  public BikesTruth truth() {
    return data.truth();
  }
}
