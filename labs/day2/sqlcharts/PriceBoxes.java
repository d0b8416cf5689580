package day2.sqlcharts;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Five numbers per room type in plain Java: as they should be, and as known mistakes have them. */
record PriceBoxes(List<Map<String, Object>> listings) {

  private static final List<String> COLUMNS =
      List.of("room_type", "listings", "low", "q1", "median", "q3", "high");
  private static final int MEDIAN = COLUMNS.indexOf("median");

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "studio-divides-by-zero",
              error -> error.hasCondition("DIVIDE_BY_ZERO"),
              "A studio has 0 bedrooms, and in ANSI mode a division by zero stops the whole query. `try_divide(price, bedrooms)` gives null for such a row, and aggregates leave nulls out.");

  Table right() {
    return boxes(row -> divided(row, bedrooms(row)), PriceBoxes::exact);
  }

  Table withMeans() {
    return boxes(
        row -> divided(row, bedrooms(row)),
        sorted -> {
          List<Object> numbers = new ArrayList<>(exact(sorted));
          numbers.set(2, Rows.mean(sorted));
          return numbers;
        });
  }

  /** Quartiles that are always one of the values. */
  private Table approximate() {
    return boxes(
        row -> divided(row, bedrooms(row)),
        sorted ->
            fiveNumbers(
                sorted, share -> sorted[Math.max(1, (int) Math.ceil(share * sorted.length)) - 1]));
  }

  private Table studiosAsOneBedroom() {
    return boxes(
        row -> divided(row, bedrooms(row) == null ? null : Math.max(1, bedrooms(row))),
        PriceBoxes::exact);
  }

  private Table studiosForNothing() {
    return boxes(
        row -> {
          Double perBedroom = divided(row, bedrooms(row));
          return perBedroom == null ? (Double) 0.0 : perBedroom;
        },
        PriceBoxes::exact);
  }

  private Table wholeDollars() {
    return boxes(
        row -> {
          Double perBedroom = divided(row, bedrooms(row));
          return perBedroom == null ? null : (Double) Math.floor(perBedroom);
        },
        PriceBoxes::exact);
  }

  private Table perListing() {
    return boxes(row -> Rows.number(row, "price"), PriceBoxes::exact);
  }

  /** All rows counted, also those without a price per bedroom. */
  private Table countingAll() {
    Map<Object, Long> rows = new HashMap<>();
    listings.forEach(row -> rows.merge(row.get("room_type"), 1L, Long::sum));
    return changed(
        right(),
        row -> {
          row.set(1, rows.get(row.get(0)));
          return row;
        });
  }

  private Table withoutEmptyTypes() {
    return changed(right(), row -> Objects.equals(row.get(1), 0L) ? null : row);
  }

  private static Table changed(Table table, Function<List<Object>, List<Object>> change) {
    return new Table(
        table.columns(),
        table.rows().stream()
            .map(row -> change.apply(new ArrayList<>(row)))
            .filter(Objects::nonNull)
            .toList());
  }

  private static Double bedrooms(Map<String, Object> row) {
    return Rows.number(row, "bedrooms");
  }

  private static Double divided(Map<String, Object> row, Double by) {
    Double price = Rows.number(row, "price");
    return price == null || by == null || by == 0 ? null : (Double) (price / by);
  }

  private static List<Object> exact(double[] sorted) {
    return fiveNumbers(sorted, share -> Rows.percentile(sorted, share));
  }

  private static List<Object> fiveNumbers(double[] sorted, Function<Double, Double> quantile) {
    return sorted.length == 0
        ? Arrays.asList(null, null, null, null, null)
        : List.of(
            sorted[0],
            quantile.apply(0.25),
            quantile.apply(0.5),
            quantile.apply(0.75),
            sorted[sorted.length - 1]);
  }

  private Table boxes(
      Function<Map<String, Object>, Double> value, Function<double[], List<Object>> numbers) {
    List<List<Object>> boxes = new ArrayList<>();
    Rows.groups(listings, row -> row.get("room_type"))
        .forEach(
            (type, rows) -> {
              double[] sorted = Rows.sorted(rows, value);
              List<Object> box = new ArrayList<>();
              box.add(type);
              box.add((long) sorted.length);
              box.addAll(numbers.apply(sorted));
              boxes.add(box);
            });
    return new Table(COLUMNS, boxes);
  }

  /** Judges what measuring gave. */
  void judge(Supplier<Dataset<Row>> answer) {
    ERRORS.during(
        () -> {
          Dataset<Row> result = answer.get();
          expect(result).as("the boxes").toHaveColumns(COLUMNS.toArray(String[]::new));
          expect(compute("the boxes", () -> Widened.numbers(result)))
              .as("the boxes")
              .toHaveRows(right())
              .diagnose("mean-for-median", this::withMeans, frame -> meanMessage())
              .diagnose(
                  "approximate-quartiles",
                  this::approximate,
                  "These quartiles are always one of the values, as `percentile_approx` and `percentile_disc` choose them. With few listings that is visibly off. `percentile(value, 0.25)` is exact and may lie between two values.")
              .diagnose(
                  "studio-as-bedroom",
                  this::studiosAsOneBedroom,
                  "Studios are in the boxes as if they had one bedroom. They have none, so there is no price per bedroom: `try_divide(price, bedrooms)` is null for them, and aggregates leave nulls out.")
              .diagnose(
                  "null-as-zero",
                  this::studiosForNothing,
                  "Where there is no price per bedroom, 0 was put in its place, and 0 takes part in every quartile: the boxes sink. Leave the null; aggregates pass over it.")
              .diagnose(
                  "whole-dollars",
                  this::wholeDollars,
                  "The cents are gone: `div`, or a cast to int, cuts off what is behind the point. `/` and `try_divide` keep it.")
              .diagnose(
                  "not-per-bedroom",
                  this::perListing,
                  "These are the numbers of the price itself. Divide it by the bedrooms first.")
              .diagnose(
                  "counts-every-row",
                  this::countingAll,
                  "The five numbers are right, but `listings` counts every row, also those that have no price per bedroom. `count(*)` counts rows, `count(per_bedroom)` counts values.")
              .diagnose(
                  "type-without-box-dropped",
                  this::withoutEmptyTypes,
                  "A room type in which nothing has a price per bedroom has no row: a WHERE took its rows away before they were grouped. The reader should see that there is nothing to see. Keep the rows and let the aggregates pass over the nulls.");
        });
  }

  /** With the type for which mean and median differ most. */
  private String meanMessage() {
    Table medians = right();
    Table means = withMeans();
    String type = "";
    double median = 0;
    double mean = 0;
    for (int i = 0; i < medians.size(); i++) {
      if (medians.rows().get(i).get(MEDIAN) instanceof Double middle
          && means.rows().get(i).get(MEDIAN) instanceof Double average
          && Math.abs(average - middle) > Math.abs(mean - median)) {
        type = String.valueOf(medians.rows().get(i).get(0));
        median = middle;
        mean = average;
      }
    }
    return "`median` holds means. Prices are skewed: for %s the mean is %,.2f and the median %,.2f, because a few dear homes pull the mean up. The line in a box is the median: `percentile(…, 0.5)` or `median(…)`."
        .formatted(type, mean, median);
  }
}
