package day2.scaling;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Numeric columns of a table, for scaling them without Spark.
 *
 * @param table the rows, with these columns and others
 * @param columns the numeric columns, in the order in which arrays of numbers have them
 */
record Numbers(Table table, List<String> columns) {

  double[] each(ToDoubleFunction<Values> statistic) {
    return columns.stream()
        .mapToDouble(column -> statistic.applyAsDouble(table.values(column)))
        .toArray();
  }

  double[] means() {
    return each(Values::mean);
  }

  double[] sds() {
    return each(Values::sd);
  }

  /** Standard deviations divided by n instead of n - 1. */
  double[] populationSds() {
    double n = table.size();
    return Arrays.stream(sds()).map(sd -> sd * Math.sqrt((n - 1) / n)).toArray();
  }

  double[] smallest() {
    return each(values -> values.sorted()[0]);
  }

  double[] ranges() {
    return each(values -> values.sorted()[values.present().size() - 1] - values.sorted()[0]);
  }

  double[] zeros() {
    return new double[columns.size()];
  }

  /** The numbers of each row. */
  List<double[]> rows() {
    int[] places = columns.stream().mapToInt(table.columns()::indexOf).toArray();
    return table.rows().stream()
        .map(
            row ->
                IntStream.of(places)
                    .mapToDouble(place -> ((Number) row.get(place)).doubleValue())
                    .toArray())
        .toList();
  }

  /** The table with a vector more: the numbers of each row, scaled. */
  Table with(String vector, UnaryOperator<double[]> scale) {
    List<String> names = new ArrayList<>(table.columns());
    names.add(vector);
    List<double[]> numbers = rows();
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      List<Object> cells = new ArrayList<>(table.rows().get(i));
      cells.add(Arrays.stream(scale.apply(numbers.get(i))).boxed().toList());
      rows.add(cells);
    }
    return new Table(names, rows);
  }

  /** The rows of both, for what is learned from too many. */
  Numbers and(Numbers other) {
    List<List<Object>> rows = new ArrayList<>(table.rows());
    rows.addAll(other.table.rows());
    return new Numbers(new Table(table.columns(), rows), columns);
  }

  /** Tells the mean of a column here and in other rows: of the column that shows it best. */
  String meansBeside(Numbers others, String name) {
    double[] here = means();
    double[] there = others.means();
    double[] sds = others.sds();
    int farthest =
        IntStream.range(0, here.length)
            .boxed()
            .max(
                (a, b) ->
                    Double.compare(off(here[a], there[a], sds[a]), off(here[b], there[b], sds[b])))
            .orElseThrow();
    return "the mean of `%s` is %,.2f in these rows, and %,.2f in %s"
        .formatted(columns.get(farthest), here[farthest], there[farthest], name);
  }

  private static double off(double here, double there, double sd) {
    return sd == 0 ? 0 : Math.abs(here - there) / sd;
  }
}
