package day2.sqlcharts.checks;

import dev.kindling.data.Aggregate;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.Values;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What each task should give, in plain Java. */
final class RightAnswers {

  private static final String NAME = "neighbourhood_cleansed";

  static final Map<String, String> MONTHLY =
      Map.of(
          "entire_home", "Entire home/apt",
          "private_room", "Private room",
          "shared_room", "Shared room");

  private RightAnswers() {}

  static Table bins(Table listings, double low, double high, int bins) {
    Map<Long, Long> counts = new HashMap<>();
    for (Object income : listings.column("host_income")) {
      counts.merge(income == null ? null : bin((double) income, low, high, bins), 1L, Long::sum);
    }
    double width = (high - low) / bins;
    TableBuilder table =
        Table.builder("bin:long", "from_income:double", "to_income:double", "listings:long");
    for (long bin = 0; bin <= bins + 1; bin++) {
      Double from = bin == 0 ? null : (Double) (low + (bin - 1) * width);
      Double to = bin == bins + 1 ? null : (Double) (low + bin * width);
      table.row(bin, from, to, counts.getOrDefault(bin, 0L));
    }
    return table.row(null, null, null, counts.getOrDefault(null, 0L)).build();
  }

  private static long bin(double income, double low, double high, int bins) {
    double place = Math.floor((income - low) * bins / (high - low)) + 1;
    return (long) Math.max(0, Math.min(bins + 1, place));
  }

  static Table boxes(Table listings) {
    return perBedroom(listings)
        .groupBy("room_type")
        .agg(
            Aggregate.of("listings:long", group -> (long) group.values("each").size()),
            Aggregate.of("low:double", "each", Values::min),
            Aggregate.of("q1:double", "each", each -> each.percentile(0.25)),
            Aggregate.of("median:double", "each", Values::median),
            Aggregate.of("q3:double", "each", each -> each.percentile(0.75)),
            Aggregate.of("high:double", "each", Values::max));
  }

  static Table perBedroom(Table listings) {
    return listings.with(
        "each:double",
        row ->
            row.isNull("price") || row.isNull("bedrooms") || row.whole("bedrooms") == 0
                ? null
                : row.number("price") / row.number("bedrooms"));
  }

  static Table months(Table listings) {
    return byMonth(listings)
        .groupBy("month")
        .agg(
            MONTHLY.keySet().stream()
                .map(name -> Aggregate.of(name + ":double", month -> median(month, name)))
                .toArray(Aggregate[]::new));
  }

  private static Double median(Table month, String name) {
    Values prices = month.where("room_type", MONTHLY.get(name)).values("price");
    return prices.size() == 0 ? null : (Double) prices.median();
  }

  static Table byMonth(Table listings) {
    return listings.with("month:date", row -> row.date("last_scraped").withDayOfMonth(1));
  }

  static Table totals(Table listings) {
    Table named = listings;
    for (String column : List.of("room_type", "host_response_time")) {
      Table told = named.change(column, value -> value == null ? "Not told" : value);
      named = told.union(told.change(column, value -> "All"));
    }
    return named
        .groupBy("room_type", "host_response_time")
        .agg(
            Aggregate.count("listings"),
            Aggregate.of("mean_rating:double", "review_scores_rating", Values::mean));
  }

  static Table week(Table listings) {
    TreeMap<Object, Long> counts = new TreeMap<>(listings.values("last_scraped").counts());
    LocalDate first = (LocalDate) counts.firstKey();
    LocalDate last = (LocalDate) counts.lastKey();
    TableBuilder days = Table.builder("day:date", "listings:long", "average:double");
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            day -> {
              LongStream week =
                  day.minusDays(6)
                      .datesUntil(day.plusDays(1))
                      .mapToLong(one -> counts.getOrDefault(one, 0L));
              Double average = day.isBefore(first.plusDays(6)) ? null : (Double) (week.sum() / 7.0);
              days.row(day, counts.getOrDefault(day, 0L), average);
            });
    return days.build();
  }

  static Table dearest(Table homes, String roomType, int n) {
    return homes
        .where("room_type", roomType)
        .complete("price")
        .select(NAME, "id", "price")
        .with("id:long", home -> home.whole("id"))
        .with("price:double", home -> home.number("price"))
        .sortBy("id")
        .sortByDescending("price")
        .groupBy(NAME)
        .each(group -> numbered(group.head(n)));
  }

  private static Table numbered(Table homes) {
    return homes.with("place:long", LongStream.rangeClosed(1, homes.size()).boxed().toList());
  }

  /** The median price of each neighbourhood, the highest first. */
  static Table medians(Table listings) {
    return listings
        .groupBy(NAME)
        .agg(Aggregate.of("median:double", "price", Values::median))
        .sortBy(NAME)
        .sortByDescending("median");
  }
}
