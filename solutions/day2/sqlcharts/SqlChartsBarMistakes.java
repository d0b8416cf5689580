package day2.sqlcharts;

import static org.apache.spark.sql.functions.desc;

import dev.kindling.lab.Mistake;
import dev.kindling.plot.Aggregate;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about bars, each as somebody would draw them. */
final class SqlChartsBarMistakes {

  private SqlChartsBarMistakes() {}

  private static Dataset<Row> bars(Dataset<Row> listings, String aggregate, int n) {
    return SqlChartsSolution.query(
        listings,
        """
        SELECT neighbourhood_cleansed, %s AS median_price
        FROM listings
        GROUP BY neighbourhood_cleansed
        ORDER BY median_price DESC, neighbourhood_cleansed
        LIMIT :n
        """
            .formatted(aggregate),
        Map.of("n", n));
  }

  private static final String Y =
      "\"y\": {\"field\": \"neighbourhood_cleansed\", \"type\": \"nominal\", \"sort\": null}";
  private static final String X =
      "\"x\": {\"field\": \"median_price\", \"type\": \"quantitative\"}";

  private static ChartSpec chart(Dataset<Row> bars, String mark, String y, String x) {
    return ChartSpec.of(
        """
        {
          "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
          "title": "The dearest neighbourhoods",
          "description": %s,
          "data": {"values": [%s]},
          "mark": "%s",
          "encoding": {%s, %s}
        }
        """
            .formatted(
                SqlChartsSolution.quoted(bars.first().getString(0) + " is the dearest."),
                String.join(",", bars.toJSON().collectAsList()),
                mark,
                y,
                x));
  }

  /** Takes the average. */
  @Mistake(task = 7, diagnosis = "mean-for-median")
  static final class DrawsMeans extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return chart(bars(listings, "avg(price)", n), "bar", Y, X);
    }
  }

  /** Limits in a subquery and sorts outside. */
  @Mistake(task = 7, diagnosis = "limit-before-order")
  static final class LimitsBeforeOrder extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      Dataset<Row> some =
          SqlChartsSolution.query(
              listings,
              """
              SELECT * FROM (
                SELECT neighbourhood_cleansed, median(price) AS median_price
                FROM listings
                GROUP BY neighbourhood_cleansed
                LIMIT :n
              )
              ORDER BY median_price DESC, neighbourhood_cleansed
              """,
              Map.of("n", n));
      return chart(some, "bar", Y, X);
    }
  }

  /** Draws them all. */
  @Mistake(task = 7, diagnosis = "limit-forgotten")
  static final class LimitsNothing extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return chart(bars(listings, "median(price)", Integer.MAX_VALUE), "bar", Y, X);
    }
  }

  /** Puts the listings of the dearest neighbourhoods into the chart. */
  @Mistake(task = 7, diagnosis = "rows-not-grouped")
  static final class ShipsListings extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      Dataset<Row> dearest = bars(listings, "median(price)", n);
      Dataset<Row> all =
          dearest
              .join(listings, "neighbourhood_cleansed")
              .selectExpr("neighbourhood_cleansed", "price AS median_price", "median_price AS m")
              .orderBy(desc("m"))
              .drop("m");
      return chart(all, "bar", Y, X.replace("\"field\"", "\"aggregate\": \"median\", \"field\""));
    }
  }

  /** Relies on the order of the query. */
  @Mistake(task = 7, diagnosis = "bars-in-alphabet")
  static final class SortsNothing extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return chart(bars(listings, "median(price)", n), "bar", Y.replace(", \"sort\": null", ""), X);
    }
  }

  /** Sorts by the numbers, upwards. */
  @Mistake(task = 7, diagnosis = "lowest-first")
  static final class SortsUpwards extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return chart(bars(listings, "median(price)", n), "bar", Y.replace("null", "\"x\""), X);
    }
  }

  /** Makes the differences look larger. */
  @Mistake(task = 7, diagnosis = "bars-not-from-zero")
  static final class CutsTheBars extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return chart(
          bars(listings, "median(price)", n),
          "bar",
          Y,
          X.replace("}", ", \"scale\": {\"zero\": false}}"));
    }
  }

  /** Draws bars on a logarithmic scale. */
  @Mistake(task = 7, diagnosis = "bars-not-from-zero")
  static final class DrawsLogs extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      Dataset<Row> bars = bars(listings, "median(price)", n);
      return Chart.bar(bars, "neighbourhood_cleansed", "median_price", Aggregate.MAX)
          .logScale()
          .description(bars.first().getString(0) + " is the dearest.")
          .spec();
    }
  }

  /** Joins names by a line. */
  @Mistake(task = 7, diagnosis = "no-bars")
  static final class DrawsALine extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return chart(bars(listings, "median(price)", n), "line", Y, X);
    }
  }

  /** Takes the numbers for names. */
  @Mistake(task = 7, diagnosis = "price-as-name")
  static final class DrawsNames extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return chart(
          bars(listings, "median(price)", n), "bar", Y, X.replace("quantitative", "nominal"));
    }
  }

  /** Writes the rows by hand. */
  @Mistake(task = 7, diagnosis = "json-glued")
  static final class GluesJson extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      List<Row> bars = bars(listings, "median(price)", n).collectAsList();
      StringBuilder rows = new StringBuilder();
      for (Row bar : bars) {
        rows.append(rows.isEmpty() ? "" : ",")
            .append("{\"neighbourhood_cleansed\": \"")
            .append(bar.getString(0))
            .append("\", \"median_price\": ")
            .append(bar.getDouble(1))
            .append("}");
      }
      return ChartSpec.of(
          """
          {
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
            "title": "The dearest neighbourhoods",
            "description": "%s is the dearest.",
            "data": {"values": [%s]},
            "mark": "bar",
            "encoding": {%s, %s}
          }
          """
              .formatted(bars.get(0).getString(0), rows, Y, X));
    }
  }

  /** Has no title. */
  @Mistake(task = 7, diagnosis = "no-title")
  static final class SaysNothing extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return Chart.bar(
              bars(listings, "median(price)", n),
              "neighbourhood_cleansed",
              "median_price",
              Aggregate.MAX)
          .title("")
          .spec();
    }
  }

  /** Describes nothing. */
  @Mistake(task = 7, diagnosis = "no-description")
  static final class DescribesNothing extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return Chart.bar(
              bars(listings, "median(price)", n),
              "neighbourhood_cleansed",
              "median_price",
              Aggregate.MAX)
          .description(" ")
          .spec();
    }
  }

  /** Describes the chart and not what it says. */
  @Mistake(task = 7, diagnosis = "description-without-message")
  static final class DescribesTheChart extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      return Chart.bar(
              bars(listings, "median(price)", n),
              "neighbourhood_cleansed",
              "median_price",
              Aggregate.MAX)
          .spec();
    }
  }
}
