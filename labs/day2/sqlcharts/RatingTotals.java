package day2.sqlcharts;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A cube with named margins in plain Java: as it should be, and as known mistakes have it. */
record RatingTotals(List<Map<String, Object>> listings) {

  private static final String ALL = "All";
  private static final String GAP = "Not told";
  private static final String[] COLUMNS = {
    "room_type", "host_response_time", "listings", "mean_rating"
  };

  /** Which columns a row of the result keeps apart. */
  private record Grouping(boolean byType, boolean byTime) {}

  private static final Grouping CELLS = new Grouping(true, true);
  private static final Grouping TYPES = new Grouping(true, false);
  private static final Grouping TIMES = new Grouping(false, true);
  private static final Grouping WHOLE = new Grouping(false, false);
  private static final List<Grouping> CUBE = List.of(CELLS, TYPES, TIMES, WHOLE);

  /** How rows become figures. */
  private interface Figures extends Function<List<Map<String, Object>>, List<Object>> {}

  Table right() {
    return table(listings, CUBE, GAP, ALL, RatingTotals::figures);
  }

  private Table gapsDropped() {
    return table(told(), CUBE, GAP, ALL, RatingTotals::figures);
  }

  private Table gapsLackingRows() {
    Table right = right();
    return new Table(
        right.columns(),
        right.rows().stream().filter(row -> !row.subList(0, 2).contains(GAP)).toList());
  }

  private Table with(Grouping... groupings) {
    return table(listings, List.of(groupings), GAP, ALL, RatingTotals::figures);
  }

  private Table countingRatings() {
    return table(
        listings,
        CUBE,
        GAP,
        ALL,
        rows -> List.of((long) ratings(rows).length, figures(rows).get(1)));
  }

  private Table gapsRatedZero() {
    return table(
        listings,
        CUBE,
        GAP,
        ALL,
        rows -> List.of((long) rows.size(), Arrays.stream(ratings(rows)).sum() / rows.size()));
  }

  /** Each total as the mean of the means of its cells. */
  private Table averagesOfAverages() {
    return table(
        listings,
        CUBE,
        GAP,
        ALL,
        rows ->
            Arrays.asList(
                (long) rows.size(),
                Rows.mean(
                    Rows.groups(rows, row -> key(row, CELLS, GAP, ALL)).values().stream()
                        .map(cell -> Rows.mean(ratings(cell)))
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray())));
  }

  private List<Map<String, Object>> told() {
    return listings.stream()
        .filter(row -> row.get("room_type") != null && row.get("host_response_time") != null)
        .toList();
  }

  private static List<Object> figures(List<Map<String, Object>> rows) {
    return Arrays.asList((long) rows.size(), Rows.mean(ratings(rows)));
  }

  private static double[] ratings(List<Map<String, Object>> rows) {
    return Rows.sorted(rows, row -> Rows.number(row, "review_scores_rating"));
  }

  private static List<Object> key(
      Map<String, Object> row, Grouping grouping, String gap, String all) {
    UnaryOperator<Object> named = value -> value == null ? gap : value;
    return List.of(
        grouping.byType() ? named.apply(row.get("room_type")) : all,
        grouping.byTime() ? named.apply(row.get("host_response_time")) : all);
  }

  private static Table table(
      List<Map<String, Object>> rows,
      List<Grouping> groupings,
      String gap,
      String all,
      Figures figures) {
    List<List<Object>> table = new ArrayList<>();
    for (Grouping grouping : groupings) {
      Rows.groups(rows, row -> key(row, grouping, gap, all))
          .forEach(
              (key, group) -> {
                List<Object> cells = new ArrayList<>(key);
                cells.addAll(figures.apply(group));
                table.add(cells);
              });
    }
    return new Table(List.of(COLUMNS), table);
  }

  /** Judges what grouping gave. */
  void judge(Dataset<Row> result) {
    String noTotals =
        "Some totals are missing. The margins of a heat map are the totals per room type, the totals per response time, and the one over all: `GROUP BY CUBE (room_type, host_response_time)` makes them all. ";
    expect(result).as("the totals").toHaveColumns(COLUMNS);
    expect(compute("the totals", () -> Widened.numbers(result)))
        .as("the totals")
        .toHaveRows(right())
        .diagnose(
            "null-for-total",
            RatingTotals::hasNullLabels,
            "There are rows with null in place of a name, and it means two things: `not told` in the data, and `all of them` in a total. `grouping(column)` is 1 in a total; with it, name the totals `All` and the gaps `Not told`.")
        .diagnose(
            "null-bucket-dropped",
            this::gapsDropped,
            frame ->
                "%,d of %,d listings are gone, because they do not tell their room type or response time, and so every total is too small. That a host tells nothing is a column of the heat map of its own: `Not told`."
                    .formatted(listings.size() - told().size(), listings.size()))
        .diagnose(
            "null-bucket-dropped",
            this::gapsLackingRows,
            "The totals count everybody, but the rows of those who do not tell are missing, so the parts do not add up to the totals. Name them `Not told`.")
        .diagnose(
            "gap-called-all",
            frame -> mixesLabels(frame, ALL),
            "Listings that do not tell are called `All`, like the totals: `coalesce(column, 'All')` cannot know which null it has. So there are two rows `All` for a room type, and one of them is not a total. `grouping(column)` is 1 in a total alone.")
        .diagnose(
            "total-called-gap",
            frame -> mixesLabels(frame, GAP),
            "Totals are called `Not told`, like the listings that do not tell: `coalesce` cannot know which null it has. `grouping(column)` is 1 in a total alone.")
        .diagnose(
            "rollup-for-cube",
            () -> with(CELLS, TYPES, WHOLE),
            noTotals + "`ROLLUP` leaves out the totals of its last column alone.")
        .diagnose(
            "rollup-for-cube",
            () -> with(CELLS, TIMES, WHOLE),
            noTotals + "`ROLLUP` leaves out the totals of its last column alone.")
        .diagnose("totals-missing", () -> with(CELLS, TYPES, TIMES), noTotals)
        .diagnose("totals-missing", () -> with(CELLS), noTotals)
        .diagnose(
            "counts-ratings",
            this::countingRatings,
            "`listings` counts only those that have a rating: `count(review_scores_rating)` passes over nulls. `count(*)` counts rows.")
        .diagnose(
            "null-as-zero",
            this::gapsRatedZero,
            "A missing rating was taken for a 0, so a place that nobody has rated drags its group down. `avg` passes over nulls by itself; leave them.")
        .diagnose(
            "average-of-averages",
            this::averagesOfAverages,
            "The totals are averages of averages: a cell with one listing counts as much as a cell with a thousand. A total's mean is taken over its rows. `CUBE` does that in one query.");
  }

  private static boolean hasNullLabels(Dataset<Row> frame) {
    return !frame.where(col(COLUMNS[0]).isNull().or(col(COLUMNS[1]).isNull())).isEmpty();
  }

  /** Whether one label stands for totals and gaps alike, so that rows look the same. */
  private static boolean mixesLabels(Dataset<Row> frame, String used) {
    List<List<Object>> labels =
        frame.select(COLUMNS[0], COLUMNS[1]).collectAsList().stream()
            .map(row -> List.of(row.get(0), row.get(1)))
            .toList();
    String other = used.equals(ALL) ? GAP : ALL;
    return labels.stream().distinct().count() < labels.size()
        && labels.stream().noneMatch(pair -> pair.contains(other));
  }
}
