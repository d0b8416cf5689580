package dev.kindling.data.lowrank;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Readings of twelve sensors at a pump: 2,000 rows, split into train and a later test in which the
 * pump works harder, and 400 canary rows that no learner is shown. The card is {@code
 * datasets/lowrank/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job; rows are in no
 * particular order.
 */
public final class LowRank {

  /** The sensors, in the order of the columns. */
  public static final List<String> SENSORS =
      List.of(
          "vibration",
          "oil_level",
          "humidity",
          "inlet_pressure",
          "bearing_temperature",
          "current",
          "flow",
          "voltage",
          "torque",
          "speed",
          "power",
          "outlet_pressure");

  /** The unseen causes, in the order of the components that they make. */
  public static final List<String> CAUSES = List.of("load", "heat", "wear");

  /** The label: 1 if the pump failed within the day, 0 if not. */
  public static final String LABEL = "fault";

  /** The columns of every frame; no cell is null. */
  public static final StructType SCHEMA = schema();

  private final GeneratedData<LowRankTruth> data;

  public LowRank(DataContext context) {
    this.data = new GeneratedData<>(context, new LowRankGenerator());
  }

  /** 1,500 readings to learn from. */
  public Dataset<Row> train() {
    return data.frame(SCHEMA, "train");
  }

  /** 500 later readings to judge a model with; the load is higher. */
  public Dataset<Row> test() {
    return data.frame(SCHEMA, "test");
  }

  /** Train and test together: 2,000 readings. */
  public Dataset<Row> all() {
    return data.frame(SCHEMA, "train", "test");
  }

  /** 400 readings like those of train that are in no other frame. */
  public Dataset<Row> canary() {
    return data.frame(SCHEMA, "canary");
  }

  /** What was planted; for checks. */
  public LowRankTruth truth() {
    return data.truth();
  }

  private static StructType schema() {
    StructType schema = new StructType().add("id", DataTypes.IntegerType);
    for (String sensor : SENSORS) {
      schema = schema.add(sensor, DataTypes.DoubleType);
    }
    return schema.add(LABEL, DataTypes.DoubleType);
  }
}
