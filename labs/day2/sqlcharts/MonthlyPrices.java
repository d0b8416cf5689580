package day2.sqlcharts;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Prices by month and room type in plain Java: as they should be, and as known mistakes have them.
 */
record MonthlyPrices(List<Map<String, Object>> listings) {

  private static final List<String> TYPES =
      List.of("Entire home/apt", "Private room", "Shared room");
  private static final List<String> NAMES = List.of("entire_home", "private_room", "shared_room");
  private static final String[] COLUMNS = {"month", "entire_home", "private_room", "shared_room"};

  Table right() {
    return pivot(sorted -> Rows.percentile(sorted, 0.5));
  }

  private Table means() {
    return pivot(Rows::mean);
  }

  /** The middle value, or the lower one of two. */
  private Table lowerMedians() {
    return pivot(sorted -> sorted.length == 0 ? null : sorted[(sorted.length - 1) / 2]);
  }

  private Table emptyAsZero() {
    return pivot(sorted -> sorted.length == 0 ? (Double) 0.0 : Rows.percentile(sorted, 0.5));
  }

  private Table pivot(Function<double[], Double> statistic) {
    List<List<Object>> months = new ArrayList<>();
    Rows.groups(listings, row -> ((LocalDate) row.get("last_scraped")).withDayOfMonth(1))
        .forEach(
            (month, rows) -> {
              Map<Object, List<Map<String, Object>>> types =
                  Rows.groups(rows, row -> row.get("room_type"));
              List<Object> cells = new ArrayList<>(List.of(month));
              for (String type : TYPES) {
                cells.add(
                    statistic.apply(
                        Rows.sorted(
                            types.getOrDefault(type, List.of()),
                            row -> Rows.number(row, "price"))));
              }
              months.add(cells);
            });
    return new Table(List.of(COLUMNS), months);
  }

  /** Judges what pivoting gave. */
  void judge(Dataset<Row> result) {
    int months = right().size();
    expect(result)
        .as("the months")
        .toHaveColumns(COLUMNS)
        .diagnose(
            "pivot-not-named",
            frame -> columns(frame).contains(TYPES.get(0)),
            "The columns are called as the room types are, blanks and slashes included, so whoever uses them must quote them. Name them in the list: `IN ('Entire home/apt' AS entire_home, …)`.")
        .diagnose(
            "pivot-groups-by-all",
            frame -> columns(frame).containsAll(NAMES),
            "There are columns left that nobody asked for. PIVOT groups by every column that it does not use, so each of them splits the months further. Let a subquery hand it the month, the room type and the price alone.")
        .diagnose(
            "pivot-without-list",
            frame -> NAMES.stream().anyMatch(columns(frame)::contains),
            "The columns depend on which room types happen to occur, so a chart that works today fails tomorrow. (Spark also runs a job of its own to find them.) List the three room types.");
    expect(compute("the months", () -> Widened.numbers(result)))
        .as("the months")
        .toHaveType("month", DataTypes.DateType)
        .diagnose(
            "month-not-a-date",
            frame -> true,
            "`month` is not a date, so a chart cannot put it on an axis of time, and a number from 1 to 12 would throw the Marches of all years together. `trunc(last_scraped, 'MM')` is the first day of the month, as a date.")
        .toHaveRows(right())
        .diagnose(
            "pivot-groups-by-all",
            frame -> frame.count() > months,
            frame ->
                "There are %,d rows for %d months. PIVOT groups by every column that it does not use; with the whole table that is nearly one group per listing. Let a subquery hand it the month, the room type and the price alone."
                    .formatted(frame.count(), months))
        .diagnose(
            "mean-for-median",
            this::means,
            "These are means. Prices are skewed, so one mansion lifts the line of its month, and the reader sees a trend that is none. Take the `median`.")
        .diagnose(
            "approximate-median",
            this::lowerMedians,
            "These are approximate medians: of an even number of prices, `percentile_approx` takes one of the two in the middle. `median` goes halfway between them.")
        .diagnose(
            "empty-cell-is-zero",
            this::emptyAsZero,
            "A month without a room of some type has the price 0, and its line would dive to the ground: nothing for free is not the same as nothing to rent. Leave the null, and the line has a gap.");
  }

  private static Set<String> columns(Dataset<Row> frame) {
    return Set.copyOf(Arrays.asList(frame.columns()));
  }
}
