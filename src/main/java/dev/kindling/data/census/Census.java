package dev.kindling.data.census;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * 20,000 people and whether their income is above 50K, with the column names of the public census
 * data; and 400 people whom no learner is shown. Texts begin with a blank, and {@code " ?"} is an
 * unknown value. The card is {@code datasets/census/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job; rows are in no
 * particular order.
 */
public final class Census {

  /** The columns of every frame, the label last; no cell is null. */
  public static final StructType SCHEMA =
      new StructType()
          .add("age", DataTypes.IntegerType)
          .add("workclass", DataTypes.StringType)
          .add("fnlwgt", DataTypes.IntegerType)
          .add("education", DataTypes.StringType)
          .add("education_num", DataTypes.IntegerType)
          .add("marital_status", DataTypes.StringType)
          .add("occupation", DataTypes.StringType)
          .add("relationship", DataTypes.StringType)
          .add("race", DataTypes.StringType)
          .add("sex", DataTypes.StringType)
          .add("capital_gain", DataTypes.IntegerType)
          .add("capital_loss", DataTypes.IntegerType)
          .add("hours_per_week", DataTypes.IntegerType)
          .add("native_country", DataTypes.StringType)
          .add("tax_bracket", DataTypes.IntegerType)
          .add("income", DataTypes.StringType);

  /** The column of the label. */
  public static final String INCOME = "income";

  /** The income of a quarter of the people, without the blank that stands before it. */
  public static final String POSITIVE = ">50K";

  /** The other income, without the blank. */
  public static final String NEGATIVE = "<=50K";

  /** What stands for an unknown text, without the blank. */
  public static final String UNKNOWN = "?";

  /** The column that is known only when the income is. */
  public static final String LEAK = "tax_bracket";

  /** The columns in which a text can be unknown. */
  public static final List<String> WITH_UNKNOWN =
      List.of("workclass", "occupation", "native_country");

  private final GeneratedData<CensusTruth> data;

  public Census(DataContext context) {
    this.data = new GeneratedData<>(context, new CensusGenerator());
  }

  /** 20,000 people. */
  public Dataset<Row> people() {
    return data.frame(SCHEMA, "people");
  }

  /**
   * 400 people who are not in the other frame; ten of them come from a country of which it has no
   * one.
   */
  public Dataset<Row> canary() {
    return data.frame(SCHEMA, "canary");
  }

  /** What was planted; for checks. */
  public CensusTruth truth() {
    return data.truth();
  }
}
