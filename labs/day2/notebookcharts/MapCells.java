package day2.notebookcharts;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleToLongFunction;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Homes in the cells of a map, counted in plain Java: as it should be, and as known mistakes have
 * it.
 *
 * @param degrees a power of two, so that every way to divide by it gives the same number
 */
record MapCells(Table df, double degrees) {

  private static final double NO_CELL = -1e9;

  Table right() {
    return table(value -> (long) Math.floor(value), Values::median, false);
  }

  Table truncated() {
    return table(value -> (long) value, Values::median, false);
  }

  Table rounded() {
    return table(Math::round, Values::median, false);
  }

  Table ofMeans() {
    return table(value -> (long) Math.floor(value), Values::mean, false);
  }

  /** Homes without a coordinate in a cell of nulls. */
  Table withNulls() {
    return table(value -> (long) Math.floor(value), Values::median, true);
  }

  Table turned() {
    Table right = right();
    return new Table(
        right.columns(),
        right.rows().stream()
            .map(row -> Arrays.asList(row.get(1), row.get(0), row.get(2), row.get(3)))
            .toList());
  }

  private Table table(
      DoubleToLongFunction cell, Function<Values, Double> middle, boolean withNulls) {
    Map<List<Object>, List<Object>> prices = new LinkedHashMap<>();
    List<Object> latitudes = df.column("latitude");
    List<Object> longitudes = df.column("longitude");
    for (int i = 0; i < df.size(); i++) {
      if (withNulls || latitudes.get(i) != null && longitudes.get(i) != null) {
        List<Object> key = Arrays.asList(of(latitudes.get(i), cell), of(longitudes.get(i), cell));
        prices.computeIfAbsent(key, ignored -> new ArrayList<>()).add(df.column("price").get(i));
      }
    }
    List<List<Object>> rows = new ArrayList<>();
    prices.forEach(
        (key, values) ->
            rows.add(
                Arrays.asList(
                    key.get(0),
                    key.get(1),
                    (long) values.size(),
                    middle.apply(new Values(values)))));
    return new Table(List.of("lat_cell", "lon_cell", "homes", "median_price"), rows);
  }

  private Long of(Object degree, DoubleToLongFunction cell) {
    double value = degree == null ? NO_CELL : ((Double) degree) / degrees;
    return value == NO_CELL ? null : (Long) cell.applyAsLong(value);
  }

  void judge(Dataset<Row> cells) {
    expect(cells)
        .as("the cells")
        .toHaveRows(right())
        .diagnose(
            "truncated",
            this::truncated,
            "The cells beside zero are twice as large as the others: a cast to a whole number goes towards zero, so -0.3 and 0.3 both become 0. West of Greenwich and south of the equator that moves every home. `floor` goes down.")
        .diagnose(
            "rounded",
            this::rounded,
            "`round` goes to the nearest whole number, so each cell is moved by half its size. Cells begin at their lower edge: use `floor`.")
        .diagnose(
            "latitude-for-longitude",
            this::turned,
            "Latitude and longitude are turned round. Latitude says how far north (`lat_cell`), longitude how far east (`lon_cell`).")
        .diagnose(
            "mean-for-median",
            this::ofMeans,
            "These are mean prices. One mansion pulls up the mean of its whole cell, and the map shows where the mansions are. Use `median`.")
        .diagnose(
            "cell-of-nulls",
            this::withNulls,
            "Homes without a coordinate got a cell of their own: `groupBy` takes null for a value. They lie nowhere on the map, so leave them out.");
  }
}
