package dev.kindling.data.houseinfo;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Houses for sale as nested JSON records: 500 of them, and 100 canary records that no learner is
 * shown. Both come as lines of JSON and as structs. The card is {@code
 * datasets/houseinfo/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job.
 */
public final class HouseInfo {

  /** What stands for "not known" in a number of {@code house_info}. */
  public static final int NOT_KNOWN = -1;

  /** The object {@code address}, which may be missing. */
  public static final StructType ADDRESS =
      new StructType()
          .add("street_name", DataTypes.StringType)
          .add("house_number", DataTypes.IntegerType)
          .add("city", DataTypes.StringType);

  /** The object {@code house_info}, which may be missing. */
  public static final StructType INFO =
      new StructType()
          .add("num_rooms", DataTypes.IntegerType)
          .add("num_bedrooms", DataTypes.IntegerType)
          .add("num_bathrooms", DataTypes.DoubleType)
          .add("num_basement_rooms", DataTypes.IntegerType)
          .add("year_built", DataTypes.IntegerType)
          .add("address", ADDRESS);

  /** The columns of {@link #houses()} and {@link #canary()}: a record as it is nested. */
  public static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.IntegerType)
          .add("price", DataTypes.DoubleType)
          .add("house_info", INFO);

  /** The one column of {@link #lines()} and {@link #canaryLines()}: a record as JSON. */
  public static final StructType LINES_SCHEMA = new StructType().add("value", DataTypes.StringType);

  private final GeneratedData<HouseInfoTruth> data;

  public HouseInfo(DataContext context) {
    this.data = new GeneratedData<>(context, new HouseInfoGenerator());
  }

  /** 500 lines of JSON, one house each. */
  public Dataset<Row> lines() {
    return data.frame(LINES_SCHEMA, "lines");
  }

  /** The same 500 houses, parsed. */
  public Dataset<Row> houses() {
    return data.frame(SCHEMA, "houses");
  }

  /** 100 lines of JSON with other houses. */
  public Dataset<Row> canaryLines() {
    return data.frame(LINES_SCHEMA, "canary_lines");
  }

  /** The same 100 other houses, parsed. */
  public Dataset<Row> canary() {
    return data.frame(SCHEMA, "canary");
  }

  /** What was planted; for checks. */
  public HouseInfoTruth truth() {
    return data.truth();
  }
}
