package dev.kindling.data.selection;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Thirty numbers and eight categories, of which a few matter to a continuous and to a binary label;
 * which ones is drawn anew for each seed. And a small wide frame in which nothing matters at all.
 * The card is {@code datasets/selection/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job; rows are in no
 * particular order.
 */
public final class Signals {

  /** The columns {@code x01} to {@code x30}: continuous, some of them below zero. */
  public static final List<String> NUMBERS =
      IntStream.rangeClosed(1, 30).mapToObj("x%02d"::formatted).toList();

  /** The columns {@code c1} to {@code c8}: levels counted from 0. */
  public static final List<String> CATEGORIES =
      IntStream.rangeClosed(1, 8).mapToObj("c%d"::formatted).toList();

  /** The continuous label. */
  public static final String TARGET = "target";

  /** The binary label, 0 or 1. */
  public static final String LABEL = "label";

  /** The columns of {@link #train()}, {@link #test()} and {@link #canary()}; no cell is null. */
  public static final StructType SCHEMA = schema();

  /** The columns of the wide frame: {@code values} holds {@link #WIDTH} numbers in each row. */
  public static final StructType WIDE_SCHEMA =
      new StructType()
          .add("id", DataTypes.IntegerType)
          .add("values", DataTypes.createArrayType(DataTypes.DoubleType))
          .add(LABEL, DataTypes.DoubleType);

  /** How many numbers a row of the wide frame has. */
  public static final int WIDTH = 300;

  private final GeneratedData<SelectionTruth> data;

  public Signals(DataContext context) {
    this.data = new GeneratedData<>(context, new SelectionGenerator());
  }

  /** 3,000 rows to learn from. */
  public Dataset<Row> train() {
    return data.frame(SCHEMA, "train");
  }

  /** 1,000 rows to judge a model with. */
  public Dataset<Row> test() {
    return data.frame(SCHEMA, "test");
  }

  /** Train and test together: 4,000 rows. */
  public Dataset<Row> all() {
    return data.frame(SCHEMA, "train", "test");
  }

  /** 400 rows that are in no other frame. */
  public Dataset<Row> canary() {
    return data.frame(SCHEMA, "canary");
  }

  /**
   * 120 rows of 300 numbers, none of which has to do with the label: 80 to learn from, whose ids
   * are up to 80, and 40 to judge with.
   */
  public Dataset<Row> wide() {
    return data.frame(WIDE_SCHEMA, "wide");
  }

  /** What was planted; for checks. */
  public SelectionTruth truth() {
    return data.truth();
  }

  private static StructType schema() {
    StructType schema = new StructType().add("id", DataTypes.IntegerType);
    for (String number : NUMBERS) {
      schema = schema.add(number, DataTypes.DoubleType);
    }
    for (String category : CATEGORIES) {
      schema = schema.add(category, DataTypes.IntegerType);
    }
    return schema.add(TARGET, DataTypes.DoubleType).add(LABEL, DataTypes.DoubleType);
  }
}
