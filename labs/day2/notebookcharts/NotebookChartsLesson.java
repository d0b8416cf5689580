package day2.notebookcharts;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.kurtosis;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;

import dev.kindling.plot.Aggregate;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The code that the lesson shows, on the walks of a hiking club. */
final class NotebookChartsLesson {

  private NotebookChartsLesson() {}

  static ChartSpec bars(Dataset<Row> walks) {
    // region: chart
    ChartSpec chart =
        Chart.bar(walks, "region", "minutes", Aggregate.MEDIAN) // Spark computes the medians
            .title("How long a walk takes")
            .description("Walks in the hills take 210 minutes, walks by the sea 95.")
            .spec();
    // endregion
    return chart;
  }

  static Dataset<Row> described(Dataset<Row> walks) {
    // region: describe
    Dataset<Row> fixed = walks.describe("minutes"); // count, mean, stddev, min, max; no median
    // endregion
    return fixed;
  }

  static Row kurtoses(Dataset<Row> walks) {
    // region: two-figures
    Row figures =
        walks.agg(kurtosis(col("minutes")), kurtosis(sqrt(col("minutes")))).first(); // one job
    double plain = figures.getDouble(0);
    // endregion
    return plain > 0 ? figures : null;
  }

  static Dataset<Row> tenth(Dataset<Row> walks) {
    // region: sample
    Dataset<Row> about = walks.sample(0.1, 42); // each row with a chance of 0.1, by seed 42
    // endregion
    return about;
  }

  static double correlation(Dataset<Row> walks) {
    // region: correlation
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(new String[] {"minutes", "climb"})
            .setOutputCol("both")
            .setHandleInvalid("skip"); // a row with a null is left out
    Row cell = Correlation.corr(assembler.transform(walks), "both").first(); // Pearson's
    double ofMinutesAndClimb = ((Matrix) cell.get(0)).apply(0, 1);
    // endregion
    return ofMinutesAndClimb;
  }

  static Dataset<Row> besideEachRow(Dataset<Row> walks) {
    // region: window
    Dataset<Row> compared =
        walks.withColumn("usual", avg(col("minutes")).over(Window.partitionBy("region")));
    // endregion
    return compared;
  }

  static Dataset<Row> hours(Dataset<Row> walks) {
    // region: floor
    Dataset<Row> byHour =
        walks
            .groupBy(floor(col("minutes").divide(60)).as("hours"))
            .agg(count_if(col("climb").gt(500)).as("steep"));
    // endregion
    return byHour;
  }

  static Dataset<Row> below(Dataset<Row> walks) {
    // region: union
    Dataset<Row> minutes =
        walks.agg(avg(col("minutes")).as("mean")).withColumn("column", lit("minutes"));
    Dataset<Row> climb = walks.agg(avg(col("climb")).as("mean")).withColumn("column", lit("climb"));
    Dataset<Row> both = minutes.union(climb);
    // endregion
    return both;
  }

  static ChartSpec written() {
    // region: by-hand
    ChartSpec chart =
        ChartSpec.of(
            """
            {
              "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
              "title": "Walks by region",
              "description": "Three walks in the hills, two by the sea.",
              "mark": "bar",
              "data": {"values": [{"region": "hills", "walks": 3}, {"region": "sea", "walks": 2}]},
              "encoding": {
                "x": {"field": "region", "type": "nominal"},
                "y": {"field": "walks", "type": "quantitative"}
              }
            }
            """);
    // endregion
    return chart;
  }
}
