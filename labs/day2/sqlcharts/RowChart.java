package day2.sqlcharts;

import dev.kindling.plot.spec.ChartSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A chart of the rows of a small result, as they are. */
record RowChart(Dataset<Row> rows, String title, String description) {

  /**
   * The chart with this mark and these encodings.
   *
   * @param mark as JSON
   * @param encoding the channels, as JSON
   */
  ChartSpec spec(String mark, String encoding) {
    return ChartSpec.of(
        """
        {
          "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
          "title": "%s",
          "description": "%s",
          "data": {"values": [%s]},
          "mark": %s,
          "encoding": %s
        }
        """
            .formatted(
                title,
                description,
                String.join(",", rows.toJSON().collectAsList()),
                mark,
                encoding));
  }
}
