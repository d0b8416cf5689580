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
    for (String column : columns) {
      df = df.withColumn(column, regexp_replace(col(column), ",", "").cast("double"));
    }
    return df;
  }

  // Task 2: JSON lines to flat columns, -1 to null, the street to a vector `street_hashed`.
  @Override
  public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
    // Dots reach into it: col("house.house_info.num_rooms").
    Dataset<Row> houses =
        lines.select(from_json(col("value"), StructType.fromDDL(HOUSE)).as("house"));
    Dataset<Row> flat =
        houses
            .select("house.id", "house.price", "house.house_info.*", "house.house_info.address.*")
            .drop("address", "house_number");
    Dataset<Row> known = flat.na().replace("*", Map.of(-1.0, 0.0));
    StringIndexer indexer =
        new StringIndexer().setInputCol("street_name").setOutputCol("street_hashed").setHandleInvalid("keep");
    return indexer.fit(known).transform(known);
  }

  // Task 3: `month`, `weekday`, `is_weekend`, `hour`, `hour_sin` and `hour_cos`.
  @Override
  public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
    return df.withColumn("month", month(col(column)))
        .withColumn("weekday", dayofweek(col(column)))
        .withColumn("is_weekend", when(dayofweek(col(column)).isin(1, 7), 1).otherwise(0))
        .withColumn("hour", hour(col(column)))
        .withColumn("hour_sin", sin(col("hour").multiply(2 * Math.PI / 23)))
        .withColumn("hour_cos", cos(col("hour").multiply(2 * Math.PI / 23)));
  }

  // Task 4: a SQLTransformer that adds every ratio which has nothing to do with the label.
  @Override
  public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
    StringBuilder added = new StringBuilder();
    for (Ratio ratio : ratios) {
      added.append(", " + ratio.numerator() + " / " + ratio.denominator() + " AS " + ratio.name());
    }
    return new SQLTransformer().setStatement("SELECT *" + added + " FROM __THIS__");
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
    double[] splits = limits.stream().mapToDouble(d -> d).toArray();
    Bucketizer b = new Bucketizer().setInputCol(byLimits).setOutputCol(byLimits + "_bucket").setSplits(splits);
    QuantileDiscretizer q =
        new QuantileDiscretizer().setInputCol(byQuantiles).setOutputCol(byQuantiles + "_bucket").setNumBuckets(buckets);
    return new Pipeline().setStages(new PipelineStage[] {b, q}).fit(train.union(test));
  }

  // Task 6: an unfitted pipeline that ends in `features`: `columns`, then first times second.
  @Override
  public Pipeline interactionPipeline(List<String> columns, String first, String second) {
    return new Pipeline()
        .setStages(
            new PipelineStage[] {
              new VectorAssembler().setInputCols(columns.toArray(new String[0])).setOutputCol("raw"),
              new PolynomialExpansion().setInputCol("raw").setOutputCol("features")
            });
  }

  // Task 7: `<label>_lag1`, `<label>_lag7`, `<label>_mean7`; without `parts`.
  @Override
  public Dataset<Row> lagFeatures(
      Dataset<Row> df, String group, String time, String label, List<String> parts) {
    WindowSpec w = Window.partitionBy(group).orderBy(time);
    return df.withColumn(label + "_lag1", lag(label, 1).over(w))
        .withColumn(label + "_lag7", lag(label, 7).over(w))
        .withColumn(label + "_mean7", avg(label).over(w.rowsBetween(-7, 0)));
  }
}
