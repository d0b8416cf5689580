package day2.creation;

import static org.apache.spark.sql.functions.*;

import java.util.*;
import org.apache.spark.ml.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.sql.*;
import org.apache.spark.sql.expressions.*;
import org.apache.spark.sql.types.*;

public class Creation implements CreationLab {

  // Task 1: each of `columns` from a text such as "$1,234.00" to a double; no price is null.
  @Override
  public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
    throw new UnsupportedOperationException("TODO 1: parse the prices");
  }

  // Task 2: JSON lines to flat columns, -1 to null, the street to a vector `street_hashed`.
  @Override
  public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
    // Dots reach into it: col("house.house_info.num_rooms").
    Dataset<Row> houses =
        lines.select(from_json(col("value"), StructType.fromDDL(HOUSE)).as("house"));
    throw new UnsupportedOperationException("TODO 2: flatten the records");
  }

  // Task 3: `month`, `weekday`, `is_weekend`, `hour`, `hour_sin` and `hour_cos`.
  @Override
  public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
    throw new UnsupportedOperationException("TODO 3: put the hour on a circle");
  }

  // Task 4: a SQLTransformer that adds every ratio which has nothing to do with the label.
  @Override
  public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
    StringBuilder added = new StringBuilder();
    for (Ratio ratio : ratios) {
      // A comma and an expression go here, or nothing.
    }
    throw new UnsupportedOperationException("TODO 4: ship the ratios");
  }

  // Task 5: `<byLimits>_bucket` cut at the limits, `<byQuantiles>_bucket` cut as learned.
  @Override
  public PipelineModel fitBuckets(
      Dataset<Row> train,
      Dataset<Row> test,
      String byLimits,
      List<Double> limits,
      String byQuantiles,
      int buckets) {
    throw new UnsupportedOperationException("TODO 5: cut into buckets");
  }

  // Task 6: an unfitted pipeline that ends in `features`: `columns`, then first times second.
  @Override
  public Pipeline interactionPipeline(List<String> columns, String first, String second) {
    throw new UnsupportedOperationException("TODO 6: multiply what belongs together");
  }

  // Task 7: `<label>_lag1`, `<label>_lag7`, `<label>_mean7`; without `parts`.
  @Override
  public Dataset<Row> lagFeatures(
      Dataset<Row> df, String group, String time, String label, List<String> parts) {
    throw new UnsupportedOperationException("TODO 7: look back");
  }
}
