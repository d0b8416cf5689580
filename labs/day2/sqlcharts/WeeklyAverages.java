package day2.sqlcharts;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Days counted and averaged in plain Java: as it should be, and as known mistakes have it.
 *
 * @param scraped a date for each listing
 */
record WeeklyAverages(List<LocalDate> scraped) {

  private static final int WEEK = 7;
  private static final double ROUNDING = 1e-9;

  Table right() {
    return averages(WEEK - 1, 0, true, count -> true);
  }

  /** Averages over days on which something happened. */
  private Table quietDaysIgnored() {
    return averages(WEEK - 1, 0, true, count -> count > 0);
  }

  /** Over the rows from {@code before} before a day to {@code after} after it. */
  private Table averages(int before, int after, boolean wholeOnly, IntPredicate counted) {
    List<LocalDate> days = days();
    int[] counts = counts(days);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      boolean whole = i >= WEEK - 1;
      int from = Math.max(0, i - before);
      int to = Math.min(counts.length - 1, i + after);
      Double average =
          to < from || (wholeOnly && !whole)
              ? null
              : Rows.mean(
                  Arrays.stream(counts, from, to + 1).filter(counted).asDoubleStream().toArray());
      rows.add(Arrays.asList(days.get(i), (long) counts[i], average));
    }
    return new Table(List.of("day", "listings", "average"), rows);
  }

  private List<LocalDate> days() {
    TreeMap<LocalDate, Integer> byDay = new TreeMap<>();
    scraped.forEach(day -> byDay.merge(day, 1, Integer::sum));
    return byDay.firstKey().datesUntil(byDay.lastKey().plusDays(1)).toList();
  }

  private int[] counts(List<LocalDate> days) {
    int[] counts = new int[days.size()];
    scraped.forEach(day -> counts[(int) ChronoUnit.DAYS.between(days.get(0), day)]++);
    return counts;
  }

  /** Judges what averaging gave. */
  void judge(Dataset<Row> result) {
    int days = days().size();
    long quiet = Arrays.stream(counts(days())).filter(count -> count == 0).count();
    expect(result).as("the days").toHaveColumns("day", "listings", "average");
    expect(compute("the days", () -> Widened.numbers(result)))
        .as("the days")
        .toHaveRows(right())
        .diagnose(
            "quiet-days-missing",
            frame -> frame.count() <= days - quiet && quiet > 0,
            frame ->
                "There are %d rows, but the calendar has %d days from the first to the last. A day without a listing has no row, so six rows back can be more than six days back, and the line runs straight across the hole. Make every day with `sequence` and left join the counts."
                    .formatted(frame.count(), days))
        .diagnose(
            "quiet-day-is-null",
            frame -> !frame.where(col("listings").isNull()).isEmpty(),
            "Days without a listing have null instead of 0. Nothing happened on them, and that is known: `coalesce(listings, 0)`, before the average is taken.")
        .diagnose(
            "quiet-days-not-averaged",
            this::quietDaysIgnored,
            "`listings` has its zeros, but `average` was taken before the nulls became zeros, so days without a listing did not count, and the average is too high. Average `coalesce(listings, 0)`.")
        .diagnose(
            "partial-weeks",
            () -> averages(WEEK - 1, 0, false, count -> true),
            "The first six days have an average, of fewer than seven days: the first one is the average of a single day. Such a line begins with a jump that is none. Leave them null until the window is full, such as with `CASE WHEN count(*) OVER w = 7`.")
        .diagnose(
            "eight-days",
            frame -> averagesOver(frame, WEEK, 0),
            "The window is eight days wide: `7 PRECEDING` and the current row make eight. Seven days are `6 PRECEDING` to `CURRENT ROW`.")
        .diagnose(
            "today-left-out",
            frame -> averagesOver(frame, WEEK, -1),
            "The window ends the day before: the day itself is not in its average. That is right for a feature that must not know its own day; here the day counts: `6 PRECEDING` to `CURRENT ROW`.")
        .diagnose(
            "looks-ahead",
            frame -> averagesOver(frame, WEEK / 2, WEEK / 2),
            "The window reaches into the days after, so today's average would change tomorrow. The last seven days end with the day itself: `6 PRECEDING` to `CURRENT ROW`.")
        .diagnose(
            "average-of-all-before",
            frame -> averagesOver(frame, days, 0),
            "Each average is over all days so far: a window with ORDER BY but without a frame begins at the first row. Add `ROWS BETWEEN 6 PRECEDING AND CURRENT ROW`.");
  }

  /** Whether the averages are over this window, wherever there is one. */
  private boolean averagesOver(Dataset<Row> frame, int before, int after) {
    Map<Object, Object> found = new HashMap<>();
    frame
        .where("average is not null")
        .select(col("day").cast("string"), col("average"))
        .collectAsList()
        .forEach(row -> found.put(row.get(0), row.get(1)));
    Table wrong = averages(before, after, false, count -> true);
    // The last day's window is full, whatever the answer does where it is not.
    return found.containsKey(days().get(days().size() - 1).toString())
        && wrong.rows().stream()
            .filter(row -> row.get(2) != null && found.containsKey(row.get(0).toString()))
            .allMatch(
                row ->
                    Math.abs((double) row.get(2) - (double) found.get(row.get(0).toString()))
                        < ROUNDING);
  }
}
