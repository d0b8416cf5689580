package dev.kindling.data.survey;

import dev.kindling.data.DataContext;
import dev.kindling.data.GeneratedData;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Answers of the passengers of an invented ferry line, nearly every column with a fault that a
 * profile should find. The card is {@code datasets/survey/README.md}.
 *
 * <p>Each call returns a fresh frame over the same files, without running a job.
 */
public final class Survey {

  /** The columns of every frame. */
  public static final StructType SCHEMA =
      new StructType()
          .add("answer_id", DataTypes.IntegerType)
          .add("season", DataTypes.StringType)
          .add("sailed_on", DataTypes.StringType)
          .add("route", DataTypes.StringType)
          .add("cabin", DataTypes.StringType)
          .add("crew_code", DataTypes.StringType)
          .add("home_town", DataTypes.StringType)
          .add("needs_lift", DataTypes.BooleanType)
          .add("age", DataTypes.IntegerType)
          .add("rating", DataTypes.IntegerType)
          .add("distance_km", DataTypes.DoubleType)
          .add("minutes", DataTypes.DoubleType)
          .add("spend", DataTypes.DoubleType)
          .add("complaints", DataTypes.IntegerType)
          .add("lost_item", DataTypes.StringType)
          .add("seat", DataTypes.IntegerType)
          .add("wait_per_boat", DataTypes.DoubleType)
          .add("remark", DataTypes.StringType)
          .add("stops", DataTypes.createArrayType(DataTypes.StringType));

  private final GeneratedData<SurveyTruth> data;

  public Survey(DataContext context) {
    this.data = new GeneratedData<>(context, new SurveyGenerator());
  }

  /** 2,000 answers of the summer, none of them twice. */
  public Dataset<Row> answers() {
    return data.frame(SCHEMA, "answers");
  }

  /** The same answers as they came in: 40 of them twice, with every cell the same. */
  public Dataset<Row> raw() {
    return data.frame(SCHEMA, "answers", "repeated");
  }

  /** 600 answers of the autumn, whose passengers differ. */
  public Dataset<Row> autumn() {
    return data.frame(SCHEMA, "autumn");
  }

  /** 300 other answers of the summer, which are in no other frame. */
  public Dataset<Row> canary() {
    return data.frame(SCHEMA, "canary");
  }

  /** What was planted; for checks. */
  public SurveyTruth truth() {
    return data.truth();
  }
}
