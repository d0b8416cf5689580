package dev.kindling.data.wine;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Wines: 1,600 red and 4,900 white ones in frames of their own, and 400 canary rows that no learner
 * is shown. Column names have blanks, which Delta refuses. The card is {@code
 * datasets/wine/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job.
 */
public final class Wines {

  /** The columns of {@link #red()} and {@link #white()}; no cell is null. */
  public static final StructType SCHEMA =
      new StructType()
          .add("fixed acidity", DataTypes.DoubleType)
          .add("volatile acidity", DataTypes.DoubleType)
          .add("citric acid", DataTypes.DoubleType)
          .add("residual sugar", DataTypes.DoubleType)
          .add("chlorides", DataTypes.DoubleType)
          .add("free sulfur dioxide", DataTypes.DoubleType)
          .add("total sulfur dioxide", DataTypes.DoubleType)
          .add("density", DataTypes.DoubleType)
          .add("pH", DataTypes.DoubleType)
          .add("sulphates", DataTypes.DoubleType)
          .add("alcohol", DataTypes.DoubleType)
          .add("quality", DataTypes.IntegerType);

  /** The column that says which frame a wine is from: 1 for red, 0 for white. */
  public static final String IS_RED = "is_red";

  /** The columns of {@link #canary()}: the same, and {@link #IS_RED} at the end. */
  public static final StructType CANARY_SCHEMA = SCHEMA.add(IS_RED, DataTypes.IntegerType);

  /** A wine of this quality or better counts as good. */
  public static final int GOOD = 7;

  private final GeneratedData<WineTruth> data;

  public Wines(DataContext context) {
    this.data = new GeneratedData<>(context, new WineGenerator());
  }

  /** 1,600 red wines. */
  public Dataset<Row> red() {
    return data.frame(SCHEMA, "red");
  }

  /** 4,900 white wines. */
  public Dataset<Row> white() {
    return data.frame(SCHEMA, "white");
  }

  /** 400 wines that are in no other frame, a quarter of them red, with {@link #IS_RED}. */
  public Dataset<Row> canary() {
    return data.frame(CANARY_SCHEMA, "canary");
  }

  /** What was planted; for checks. */
  public WineTruth truth() {
    return data.truth();
  }
}
