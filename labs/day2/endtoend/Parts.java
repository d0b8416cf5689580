package day2.endtoend;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of a split, in plain Java.
 *
 * @param columns of every row
 * @param parts train, validation and test
 */
record Parts(List<String> columns, List<List<List<Object>>> parts) {

  private static final List<String> NAMES = List.of("train", "validation", "test");
  private static final List<Double> SHARES = List.of(0.6, 0.2, 0.2);
  private static final double OFF = 0.03;

  /**
   * The share of good and of red wines in a part of 1,300 rows has a standard deviation of at most
   * 0.012; this is five of them.
   */
  private static final double UNLIKE = 0.06;

  /** Collects a split in one job. */
  static Parts of(Split split, List<String> columns) {
    List<Dataset<Row>> frames = frames(split);
    for (int i = 0; i < frames.size(); i++) {
      expect(frames.get(i)).as(NAMES.get(i)).toHaveColumns(columns.toArray(String[]::new));
    }
    List<Row> rows =
        compute(
            "the three parts",
            () ->
                numbered(frames.get(0), columns, 0)
                    .union(numbered(frames.get(1), columns, 1))
                    .union(numbered(frames.get(2), columns, 2))
                    .collectAsList());
    List<List<List<Object>>> parts =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Row row : rows) {
      List<Object> cells = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        cells.add(row.get(i));
      }
      parts.get(row.getInt(columns.size())).add(cells);
    }
    return new Parts(columns, parts);
  }

  private static List<Dataset<Row>> frames(Split split) {
    expect(split.train()).as("train").toSatisfy("there is one", frame -> true);
    expect(split.validation()).as("validation").toSatisfy("there is one", frame -> true);
    expect(split.test()).as("test").toSatisfy("there is one", frame -> true);
    return List.of(split.train(), split.validation(), split.test());
  }

  private static Dataset<Row> numbered(Dataset<Row> part, List<String> columns, int number) {
    return part.select(
        Stream.concat(columns.stream().map(name -> col(name)), Stream.of(lit(number)))
            .toArray(Column[]::new));
  }

  /** Judges that each of some wines is in one part. */
  void judgeRows(Table wines) {
    Map<List<Object>, Integer> missing = new HashMap<>();
    wines.rows().forEach(row -> missing.merge(row, 1, Integer::sum));
    parts.forEach(part -> part.forEach(row -> missing.merge(row, -1, Integer::sum)));
    expect(-missing.values().stream().filter(count -> count < 0).mapToInt(count -> count).sum())
        .as("the number of rows that are in two parts")
        .toBe(0)
        .diagnose(
            "parts-overlap",
            count -> count > 0,
            count ->
                "%.0f rows are in more than one part, so the model is judged on rows that it has learned by heart. Samples that are drawn one by one overlap; draw once, and cut."
                    .formatted(count));
    expect(missing.values().stream().filter(count -> count > 0).mapToInt(count -> count).sum())
        .as("the number of rows that are in no part")
        .toBe(0);
  }

  /** Judges that the parts are what chance makes of many wines. */
  void judgeChance(Table wines) {
    judgeShares(wines.size());
    for (String mark : List.of("label", "is_red")) {
      judgeMark(wines, mark);
    }
  }

  private void judgeShares(int wines) {
    double train = parts.get(0).size() / (double) wines;
    for (int i = 0; i < parts.size(); i++) {
      expect(parts.get(i).size() / (double) wines)
          .as("the share of " + NAMES.get(i))
          .toBeBetween(SHARES.get(i) - OFF, SHARES.get(i) + OFF)
          .diagnose(
              "negative-remainder",
              share -> train > 0.77 && train < 0.83,
              "Train has 80 % of the rows. A hash may be negative, and in Java and in SQL so is its remainder: half of all rows are below zero, and end up in train. `pmod` gives a remainder that never is.");
    }
  }

  private void judgeMark(Table wines, String mark) {
    double all = share(wines.rows(), mark);
    for (int i = 0; i < parts.size(); i++) {
      expect(share(parts.get(i), mark))
          .as("the mean of `%s` in %s".formatted(mark, NAMES.get(i)))
          .toBeBetween(all - UNLIKE, all + UNLIKE)
          .diagnose(
              "not-random",
              share -> true,
              "The parts are not alike: rows were cut off in some order, by a column or as they came. A model that learns from one kind of wine is judged on another. Let chance decide.");
    }
  }

  private double share(List<List<Object>> rows, String mark) {
    int place = columns.indexOf(mark);
    return rows.stream()
        .mapToDouble(row -> ((Number) row.get(place)).doubleValue())
        .average()
        .orElse(Double.NaN);
  }

  /** How many rows are not in the part that they are in here. */
  int moved(Parts others) {
    int moved = 0;
    for (int i = 0; i < parts.size(); i++) {
      Map<List<Object>, Long> left =
          parts.get(i).stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
      for (List<Object> row : others.parts().get(i)) {
        if (left.merge(row, -1L, Long::sum) < 0) {
          moved++;
        }
      }
    }
    return moved;
  }
}
