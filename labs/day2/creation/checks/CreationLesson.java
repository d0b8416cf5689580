package day2.creation.checks;

import static org.apache.spark.sql.functions.*;

import java.util.*;
import org.apache.spark.ml.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.sql.*;
import org.apache.spark.sql.expressions.*;

/** The code that the lesson shows, on cafés and a few days of hired bikes. */
final class CreationLesson {

  private CreationLesson() {}

  static List<Dataset<Row>> cafes(Dataset<Row> cafes) {
    // region: sql-transformer
    SQLTransformer seats =
        new SQLTransformer().setStatement("SELECT *, inside + outside AS seats FROM __THIS__");
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {seats});
    Dataset<Row> withSeats = pipeline.fit(cafes).transform(cafes);
    // endregion
    // region: try-cast
    Dataset<Row> areas =
        cafes.withColumn("area", translate(col("area"), " ²m", "").try_cast("int"));
    // endregion
    // region: hasher
    FeatureHasher hasher =
        new FeatureHasher()
            .setInputCols(new String[] {"owner"})
            .setOutputCol("owner_hashed")
            .setNumFeatures(8);
    Dataset<Row> hashed = hasher.transform(cafes); // no fit: nothing is learned
    // endregion
    // region: circle
    Column angle = col("month").multiply(2 * Math.PI / 12);
    Dataset<Row> round =
        cafes.withColumn("month_sin", sin(angle)).withColumn("month_cos", cos(angle));
    // endregion
    return List.of(withSeats, areas, hashed, round);
  }

  static Dataset<Row> records(Dataset<Row> lines) {
    // region: records
    String schema = "name STRING, seats STRUCT<inside: INT, outside: INT>";
    Dataset<Row> cafes =
        lines
            .select(from_json(col("value"), schema, Map.of()).as("cafe"))
            .select(col("cafe.name"), col("cafe.seats.inside")); // null if there are no seats
    // endregion
    return cafes;
  }

  static List<PipelineStage> stages() {
    // region: bucketizer
    double[] splits = {0, 18, 25, 100}; // four splits, three buckets
    Bucketizer bucketizer =
        new Bucketizer().setInputCol("celsius").setOutputCol("warmth").setSplits(splits);
    // endregion
    // region: interaction
    Interaction interaction =
        new Interaction()
            .setInputCols(new String[] {"seats", "hours_open"})
            .setOutputCol("seat_hours"); // a vector, here with one element
    // endregion
    return List.of(bucketizer, interaction);
  }

  static Dataset<Row> bikes(SparkSession spark) {
    // region: bikes
    Dataset<Row> bikes =
        spark.sql(
            """
            SELECT * FROM VALUES
              ('Quay', DATE'2025-05-26', 12, 140, 152),
              ('Quay', DATE'2025-05-27',  9, 155, 164),
              ('Quay', DATE'2025-05-28', 15, 149, 164),
              ('Hill', DATE'2025-05-26',  3,  40,  43)
            AS bikes(station, day, casual, registered, count)
            """);
    // endregion
    // region: window
    WindowSpec soFar =
        Window.partitionBy("station")
            .orderBy("day")
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Dataset<Row> totals = bikes.withColumn("bikes_so_far", sum("count").over(soFar));
    // endregion
    return totals;
  }
}
