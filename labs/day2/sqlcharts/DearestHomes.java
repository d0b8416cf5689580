package day2.sqlcharts;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** A ranking within groups in plain Java: as it should be, and as known mistakes have it. */
record DearestHomes(List<Home> homes, String roomType, int n) {

  private static final String[] COLUMNS = {"neighbourhood_cleansed", "place", "id", "price"};

  private static final Comparator<Home> BY_PRICE = Comparator.comparing(Home::price).reversed();
  private static final Comparator<Home> BY_TEXT = Comparator.comparing(Home::text).reversed();
  private static final Comparator<Home> BY_ID = Comparator.comparing(Home::id);
  private static final Comparator<Home> BY_ID_TEXT =
      Comparator.comparing(home -> String.valueOf(home.id()));

  /** How the places are given. */
  private enum Places {
    ROW_NUMBER,
    RANK,
    DENSE_RANK
  }

  Table right() {
    return ranked(ofType(), BY_PRICE.thenComparing(BY_ID), Places.ROW_NUMBER, this::isOfType);
  }

  private Table sortedAsText() {
    return ranked(ofType(), BY_TEXT.thenComparing(BY_ID), Places.ROW_NUMBER, this::isOfType);
  }

  private Table idsSortedAsText() {
    return ranked(ofType(), BY_PRICE.thenComparing(BY_ID_TEXT), Places.ROW_NUMBER, this::isOfType);
  }

  private Table cheapest() {
    return ranked(
        ofType(), BY_PRICE.reversed().thenComparing(BY_ID), Places.ROW_NUMBER, this::isOfType);
  }

  private Table withTies(Places places) {
    return ranked(ofType(), BY_PRICE, places, this::isOfType);
  }

  private Table allTypes() {
    return ranked(priced(), BY_PRICE.thenComparing(BY_ID), Places.ROW_NUMBER, home -> true);
  }

  /** Ranked among all room types, then filtered. */
  private Table filteredTooLate() {
    return ranked(priced(), BY_PRICE.thenComparing(BY_ID), Places.ROW_NUMBER, this::isOfType);
  }

  private Table withoutDoubles() {
    return ranked(
        ofType().stream().distinct().toList(),
        BY_PRICE.thenComparing(BY_ID),
        Places.ROW_NUMBER,
        this::isOfType);
  }

  private Table withoutNamelessGroup() {
    Table right = right();
    return new Table(
        right.columns(), right.rows().stream().filter(row -> row.get(0) != null).toList());
  }

  private List<Home> priced() {
    return homes.stream().filter(home -> home.price() != null).toList();
  }

  private List<Home> ofType() {
    return priced().stream().filter(this::isOfType).toList();
  }

  private boolean isOfType(Home home) {
    return roomType.equals(home.roomType());
  }

  private Table ranked(
      List<Home> candidates, Comparator<Home> order, Places places, Predicate<Home> shown) {
    List<List<Object>> rows = new ArrayList<>();
    Rows.groups(candidates, Home::neighbourhood)
        .forEach(
            (neighbourhood, group) -> {
              List<Home> sorted = group.stream().sorted(order).toList();
              long place = 0;
              for (int i = 0; i < sorted.size(); i++) {
                Home home = sorted.get(i);
                boolean tied = i > 0 && order.compare(sorted.get(i - 1), home) == 0;
                if (places == Places.ROW_NUMBER || !tied) {
                  place = places == Places.DENSE_RANK ? place + 1 : i + 1;
                }
                if (place <= n && shown.test(home)) {
                  rows.add(Arrays.asList(neighbourhood, place, (long) home.id(), home.price()));
                }
              }
            });
    return new Table(List.of(COLUMNS), rows);
  }

  private KnownErrors errors() {
    return KnownErrors.none()
        .diagnose(
            "price-cast-fails",
            error -> error.hasCondition("CAST_INVALID_INPUT"),
            error ->
                "The text '%s' is no number, and in ANSI mode one such text stops the whole query. Take `$` and `,` away first, with `translate(price, '$,', '')`; and because some texts are no price at all, use `try_cast`, which gives null for them."
                    .formatted(error.group("The value '([^']*)'").orElse("$1,234.00")))
        .diagnose(
            "parameter-glued-in",
            error -> error.hasCondition("PARSE_SYNTAX_ERROR") && showsQuotes(error),
            "The query works until a room type has a quote in its name: glued into the text, the name ends where its quote is, and the rest is read as SQL. (That is also how strangers smuggle in SQL of their own.) Write `:roomType` in the query and pass the value in the map.");
  }

  /** Whether the query that Spark could not read has the room type in it, quotes and all. */
  private boolean showsQuotes(KnownErrors.Thrown error) {
    return roomType.contains("'") && error.says(Pattern.quote(roomType));
  }

  /** Judges what ranking gave. */
  void judge(Supplier<Dataset<Row>> answer) {
    errors()
        .during(
            () -> {
              Dataset<Row> result = answer.get();
              expect(result).as("the ranking").toHaveColumns(COLUMNS);
              judgeRows(compute("the ranking", () -> Widened.numbers(numbersFor(result))));
            });
  }

  /** An id that is still a text is no mistake that matters once the order is right. */
  private static Dataset<Row> numbersFor(Dataset<Row> result) {
    return result.withColumn("id", col("id").cast("bigint"));
  }

  private void judgeRows(Dataset<Row> ranking) {
    int expected = right().size();
    expect(ranking)
        .as("the ranking")
        .toHaveType("price", DataTypes.DoubleType)
        .diagnose(
            "sorted-as-text",
            frame -> frame.schema().apply("price").dataType().equals(DataTypes.StringType),
            "`price` is still a text. Texts are compared letter by letter, so $99.00 is greater than $1,234.00. Make it a number before you rank: `try_cast(translate(price, '$,', '') AS DOUBLE)`.")
        .toHaveRows(right())
        .diagnose(
            "unpriced-ranked",
            frame -> !frame.where(col("price").isNull()).isEmpty(),
            "Homes without a price have a place in the ranking. Where there are fewer than `n` prices, the nulls move up. Leave them out before you rank.")
        .diagnose(
            "sorted-as-text",
            this::sortedAsText,
            "The prices are ranked as texts, letter by letter, so $99.00 comes before $1,234.00. Rank by the number, not by the text that it was made from.")
        .diagnose(
            "ids-sorted-as-text",
            this::idsSortedAsText,
            "Of equal prices the smaller id comes first, but the ids are compared as texts: \"100\" comes before \"20\". Cast the id before you order by it.")
        .diagnose(
            "rank-for-row-number",
            () -> withTies(Places.RANK),
            frame ->
                "There are %d rows, %d are expected: `rank` gives equal prices the same place, so a group can have more than %d rows. `row_number` counts on, and `ORDER BY price DESC, id` says how."
                    .formatted(frame.count(), expected, n))
        .diagnose(
            "rank-for-row-number",
            () -> withTies(Places.DENSE_RANK),
            frame ->
                "There are %d rows, %d are expected: `dense_rank` gives equal prices the same place and counts on without a hole, so a group can have many more than %d rows. `row_number` gives each row a place of its own."
                    .formatted(frame.count(), expected, n))
        .diagnose(
            "limit-for-group",
            frame -> frame.count() == n && expected > n,
            frame ->
                "There are %d rows in all: `LIMIT` counts the rows of the whole result. Every neighbourhood is to have up to %d. Number the rows of each group with `row_number() OVER (PARTITION BY …)` and keep those up to `:n`."
                    .formatted(n, n))
        .diagnose(
            "cheapest-first",
            this::cheapest,
            "These are the cheapest homes: ORDER BY goes up unless it says DESC.")
        .diagnose(
            "filtered-after-ranking",
            this::filteredTooLate,
            "The homes were ranked among all room types and filtered afterwards, so places are missing. Filter first, then rank.")
        .diagnose(
            "all-room-types",
            this::allTypes,
            frame ->
                "These are the dearest homes of every room type; only '%s' is asked for."
                    .formatted(roomType))
        .diagnose(
            "doubles-removed",
            this::withoutDoubles,
            "A row that is there twice counts twice here; `DISTINCT` made one of them. Whether they are one home is not for a chart to decide.")
        .diagnose(
            "null-bucket-dropped",
            this::withoutNamelessGroup,
            "The homes without a neighbourhood are gone. Null is a group like any other in `PARTITION BY`; only a join or a comparison loses it.");
  }
}
