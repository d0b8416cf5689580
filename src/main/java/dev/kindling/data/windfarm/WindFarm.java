package dev.kindling.data.windfarm;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One row a day of a wind farm, from 2023-01-01 to 2025-12-31, split by time; and the 365 days of
 * 2022, which no learner is shown. The card is {@code datasets/windfarm/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job; rows are in no
 * particular order.
 */
public final class WindFarm {

  /** The columns of every frame; no cell is null. */
  public static final StructType SCHEMA =
      new StructType()
          .add("date", DataTypes.DateType)
          .add("wind_direction_00", DataTypes.DoubleType)
          .add("wind_speed_00", DataTypes.DoubleType)
          .add("temperature_00", DataTypes.DoubleType)
          .add("wind_direction_08", DataTypes.DoubleType)
          .add("wind_speed_08", DataTypes.DoubleType)
          .add("temperature_08", DataTypes.DoubleType)
          .add("wind_direction_16", DataTypes.DoubleType)
          .add("wind_speed_16", DataTypes.DoubleType)
          .add("temperature_16", DataTypes.DoubleType)
          .add("power", DataTypes.DoubleType);

  private final GeneratedData<WindFarmTruth> data;

  public WindFarm(DataContext context) {
    this.data = new GeneratedData<>(context, new WindFarmGenerator());
  }

  /** The 731 days of 2023 and 2024, to learn from. */
  public Dataset<Row> train() {
    return data.frame(SCHEMA, "train");
  }

  /** The 181 days of the first half of 2025, to choose a model with. */
  public Dataset<Row> validation() {
    return data.frame(SCHEMA, "validation");
  }

  /** The 184 days of the second half of 2025, to judge a model with. */
  public Dataset<Row> test() {
    return data.frame(SCHEMA, "test");
  }

  /** Train, validation and test together: 1,096 days. */
  public Dataset<Row> all() {
    return data.frame(SCHEMA, "train", "validation", "test");
  }

  /** The 365 days of 2022, which are in no other frame. */
  public Dataset<Row> canary() {
    return data.frame(SCHEMA, "canary");
  }

  /** What was planted; for checks. */
  public WindFarmTruth truth() {
    return data.truth();
  }
}
