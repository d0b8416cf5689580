package day2.sqlcharts.checks;

import dev.kindling.plot.Aggregate;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The code that the lesson shows, on a morning of two ferries. */
final class SqlChartsLesson {

  private SqlChartsLesson() {}

  static List<Object> morning(Dataset<Row> trips, SparkSession spark) {
    // region: view
    trips.createOrReplaceTempView("trips"); // gives the frame a name in SQL
    Dataset<Row> crowded =
        spark.sql("SELECT * FROM trips WHERE passengers > :least", Map.of("least", 100));
    // endregion
    // region: all-hours
    Dataset<Row> perHour =
        spark.sql(
            """
            WITH hours AS (SELECT explode(sequence(6, 9)) AS hour),
            counted AS (SELECT hour, count(*) AS trips FROM trips GROUP BY hour)
            SELECT hours.hour, coalesce(counted.trips, 0) AS trips
            FROM hours LEFT JOIN counted ON hours.hour = counted.hour
            """);
    // endregion
    // region: try-divide
    Dataset<Row> perSailor =
        spark.sql("SELECT avg(try_divide(passengers, sailors)) AS mean_per_sailor FROM trips");
    // endregion
    // region: pivot
    Dataset<Row> table =
        spark.sql(
            """
            SELECT * FROM (SELECT hour, ferry, passengers FROM trips)
            PIVOT (sum(passengers) FOR ferry IN ('Ada' AS ada, 'Big Bo' AS bo))
            """);
    // endregion
    // region: grouping
    Dataset<Row> totals =
        spark.sql(
            """
            SELECT weather, grouping(weather) AS is_total, count(*) AS trips
            FROM trips GROUP BY CUBE (weather)
            """);
    // endregion
    // region: window
    Dataset<Row> smooth =
        spark.sql(
            """
            SELECT hour, sum(passengers) OVER two_rows AS last_two, count(*) OVER two_rows AS rows
            FROM trips WHERE ferry = 'Ada'
            WINDOW two_rows AS (ORDER BY hour ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
            """);
    // endregion
    // region: numbered
    Dataset<Row> earliest =
        spark.sql(
            """
            SELECT ferry, hour FROM (
              SELECT ferry, hour, row_number() OVER (PARTITION BY ferry ORDER BY hour) AS turn
              FROM trips
            ) WHERE turn = 1
            """);
    // endregion
    // region: specification
    String rows = String.join(",", perHour.toJSON().collectAsList());
    ChartSpec points =
        ChartSpec.of(
            """
            {
              "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
              "title": "Ferries in the morning",
              "description": "Trips per hour. None leaves at eight.",
              "data": {"values": [%s]},
              "mark": "point",
              "encoding": {
                "x": {"field": "hour", "type": "ordinal"},
                "y": {"field": "trips", "type": "quantitative"}
              }
            }
            """
                .formatted(rows));
    // endregion
    // region: chart
    ChartSpec bars =
        Chart.bar(trips, "ferry", "passengers", Aggregate.SUM)
            .title("Passengers this morning")
            .description("Big Bo carried most passengers.")
            .spec();
    // endregion
    return List.of(crowded, perSailor, table, totals, smooth, earliest, points, bars);
  }
}
