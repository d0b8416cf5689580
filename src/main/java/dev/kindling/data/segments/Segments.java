package dev.kindling.data.segments;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Customers of a shop: 3,000 rows in four segments that no column tells, split into train and test,
 * and 400 canary rows that no learner is shown. The card is {@code datasets/segments/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job; rows are in no
 * particular order.
 */
public final class Segments {

  /** The columns of every frame; no cell is null. */
  public static final StructType SCHEMA =
      new StructType()
          .add("customer_id", DataTypes.IntegerType)
          .add("visits", DataTypes.DoubleType)
          .add("basket", DataTypes.DoubleType)
          .add("minutes", DataTypes.DoubleType)
          .add("age", DataTypes.DoubleType)
          .add("online_share", DataTypes.DoubleType)
          .add("discount_share", DataTypes.DoubleType)
          .add("income", DataTypes.DoubleType)
          .add("returns", DataTypes.DoubleType)
          .add("open_days", DataTypes.DoubleType)
          .add("spend", DataTypes.DoubleType);

  /** The columns that tell the segments apart. */
  public static final List<String> TELLING =
      List.of("visits", "basket", "minutes", "age", "online_share", "discount_share");

  /** The column of the largest scale, which tells next to nothing about the segment. */
  public static final String LOUD = "income";

  /** The column that is 0 for nearly all customers. */
  public static final String SPARSE = "returns";

  /** The column that is the same for all customers. */
  public static final String CONSTANT = "open_days";

  /** All columns that describe a customer: neither the id nor the label. */
  public static final List<String> FEATURES =
      List.of(
          "visits",
          "basket",
          "minutes",
          "age",
          "online_share",
          "discount_share",
          LOUD,
          SPARSE,
          CONSTANT);

  /** The label: a linear function of the features, plus noise. */
  public static final String LABEL = "spend";

  private final GeneratedData<SegmentsTruth> data;

  public Segments(DataContext context) {
    this.data = new GeneratedData<>(context, new SegmentsGenerator());
  }

  /** 2,400 customers to learn from. */
  public Dataset<Row> train() {
    return data.frame(SCHEMA, "train");
  }

  /**
   * 600 customers to judge a model with. Each telling column, {@code income} and {@code returns}
   * has values above the largest of train, and all of them but {@code returns} below the smallest.
   */
  public Dataset<Row> test() {
    return data.frame(SCHEMA, "test");
  }

  /** Train and test together: 3,000 customers. */
  public Dataset<Row> all() {
    return data.frame(SCHEMA, "train", "test");
  }

  /** 400 customers that are in no other frame. */
  public Dataset<Row> canary() {
    return data.frame(SCHEMA, "canary");
  }

  /** What was planted; for checks. */
  public SegmentsTruth truth() {
    return data.truth();
  }
}
