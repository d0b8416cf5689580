package day2.notebookcharts.checks;

import dev.kindling.data.Aggregate;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.Values;
import dev.kindling.reference.Correlations;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each task should give, in plain Java. */
final class RightAnswers {

  private RightAnswers() {}

  static Table summary(Table df, List<String> columns, List<String> statistics) {
    String[] heads =
        Stream.concat(Stream.of("summary:string"), columns.stream().map(name -> name + ":double"))
            .toArray(String[]::new);
    TableBuilder rows = Table.builder(heads);
    for (String statistic : statistics) {
      rows.row(
          Stream.concat(
                  Stream.of(statistic),
                  columns.stream().map(column -> statistic(statistic, df.values(column))))
              .toArray());
    }
    return rows.build();
  }

  private static Object statistic(String name, Values values) {
    return switch (name) {
      case "count" -> (double) values.size();
      case "mean" -> values.mean();
      case "50%" -> values.median();
      case "min" -> values.min();
      case "max" -> values.max();
      case "count_distinct" -> (double) values.counts().size();
      default -> throw new IllegalArgumentException("No check asks for '%s'.".formatted(name));
    };
  }

  /** The bins of a histogram: where each begins and ends, and how many values it holds. */
  static Map<String, Double> histogram(Values values, boolean log, int bins) {
    double[] drawn = Arrays.stream(values.sorted()).filter(value -> !log || value > 0).toArray();
    double low = drawn[0];
    double high = drawn[drawn.length - 1];
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      double share = (double) i / bins;
      edges[i] = log ? low * Math.pow(high / low, share) : low + (high - low) * share;
    }
    double[] counts = new double[bins];
    for (double value : drawn) {
      int bin = 0;
      while (bin < bins - 1 && value >= edges[bin + 1]) {
        bin++;
      }
      counts[bin]++;
    }
    Map<String, Double> right = new LinkedHashMap<>();
    for (int i = 0; i < bins; i++) {
      right.put("bin %d, start".formatted(i + 1), edges[i]);
      right.put("bin %d, end".formatted(i + 1), edges[i + 1]);
      right.put("bin %d, rows".formatted(i + 1), counts[i]);
    }
    return right;
  }

  static Table correlations(Table df, List<String> columns) {
    Table complete = df.complete(columns.toArray(String[]::new));
    TableBuilder cells = Table.builder("x:string", "y:string", "correlation:double");
    for (String x : columns) {
      for (String y : columns) {
        cells.row(x, y, Correlations.spearman(complete.numbers(x), complete.numbers(y)));
      }
    }
    return cells.build();
  }

  /** The variance of the means of bins of {@code x}, over the rows, as a share of that of y. */
  static double explained(Table points, int bins) {
    Values x = points.values("x");
    double width = (x.max() - x.min()) / bins;
    Table binned =
        points.with(
            "bin",
            row -> Math.min(bins - 1, (int) Math.floor((row.number("x") - x.min()) / width)));
    Map<Object, Object> means =
        binned.groupBy("bin").agg(Aggregate.of("mean", "y", Values::mean)).lookup("bin", "mean");
    return binned.with("mean", row -> means.get(row.get("bin"))).values("mean").populationVariance()
        / points.values("y").populationVariance();
  }

  /** Degrees are a power of two, so that every way to divide by it gives the same number. */
  static Table cells(Table df, double degrees) {
    return df.complete("latitude", "longitude")
        .with("lat_cell:long", row -> (long) Math.floor(row.number("latitude") / degrees))
        .with("lon_cell:long", row -> (long) Math.floor(row.number("longitude") / degrees))
        .groupBy("lat_cell", "lon_cell")
        .agg(
            Aggregate.count("homes"), Aggregate.of("median_price:double", "price", Values::median));
  }

  /** The share of nulls by group and column, such as that of {@code Quay, rent}. */
  static Map<String, Double> missing(Table df, List<String> columns, String group) {
    Map<String, Double> shares = new LinkedHashMap<>();
    df.groupBy(group)
        .tables()
        .forEach(
            (key, rows) ->
                columns.forEach(
                    column ->
                        shares.put(
                            key.get(0) + ", " + column,
                            (double) rows.where(column, null).size() / rows.size())));
    return shares;
  }
}
