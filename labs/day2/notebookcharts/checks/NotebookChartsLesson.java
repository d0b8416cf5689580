package day2.notebookcharts.checks;

import static org.apache.spark.sql.functions.*;

import dev.kindling.plot.Aggregate;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The code that the lesson shows, on the walks of a hiking club. */
final class NotebookChartsLesson {

  private NotebookChartsLesson() {}

  static List<Object> walks(Dataset<Row> walks) {
    // region: chart
    ChartSpec chart =
        Chart.bar(walks, "region", "minutes", Aggregate.MEDIAN) // Spark computes the medians
            .title("How long a walk takes")
            .description("Walks in the hills take 210 minutes, walks by the sea 95.")
            .spec();
    // endregion
    // region: describe
    Dataset<Row> fixed = walks.describe("minutes"); // count, mean, stddev, min, max; no median
    // endregion
    // region: two-figures
    Row figures =
        walks.agg(kurtosis(col("minutes")), kurtosis(sqrt(col("minutes")))).first(); // one job
    double plain = figures.getDouble(0);
    // endregion
    // region: sample
    Dataset<Row> about = walks.sample(0.1, 42); // each row with a chance of 0.1, by seed 42
    // endregion
    // region: correlation
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(new String[] {"minutes", "climb"})
            .setOutputCol("both")
            .setHandleInvalid("skip"); // a row with a null is left out
    Row cell = Correlation.corr(assembler.transform(walks), "both").first(); // Pearson's
    double ofMinutesAndClimb = ((Matrix) cell.get(0)).apply(0, 1);
    // endregion
    // region: window
    Dataset<Row> compared =
        walks.withColumn("usual", avg(col("minutes")).over(Window.partitionBy("region")));
    // endregion
    // region: floor
    Dataset<Row> byHour =
        walks
            .groupBy(floor(col("minutes").divide(60)).as("hours"))
            .agg(count_if(col("climb").gt(500)).as("steep"));
    // endregion
    // region: union
    Dataset<Row> minutes =
        walks.agg(avg(col("minutes")).as("mean")).withColumn("column", lit("minutes"));
    Dataset<Row> climb = walks.agg(avg(col("climb")).as("mean")).withColumn("column", lit("climb"));
    Dataset<Row> both = minutes.union(climb);
    // endregion
    // region: by-hand
    ChartSpec written =
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
    return List.of(chart, written, fixed, plain, about, ofMinutesAndClimb, compared, byHour, both);
  }
}
