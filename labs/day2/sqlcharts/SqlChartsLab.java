package day2.sqlcharts;

import dev.kindling.data.listings.Listings;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import dev.kindling.plot.spec.ChartSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Query first, then chart: each task is one SQL query whose result is small enough to be drawn, and
 * the last one draws it.
 *
 * <p>Every task is handed a frame of listings, with at least the columns that the task names, so
 * each can be solved alone. Results are judged by their rows, in any order; a number may have any
 * numeric type.
 */
@Lab(day = 2, order = 1, title = "Visualisation in SQL", minutes = 45, data = Listings.class)
public interface SqlChartsLab {

  /**
   * The table behind a histogram: how many hosts' incomes fall into each bin.
   *
   * @param listings {@code host_income} (double, dollars a year; null where it is not told)
   * @param low where the first bin begins
   * @param high where the last bin ends
   * @param bins how many bins of equal width lie between {@code low} and {@code high}
   * @return always {@code bins + 3} rows with {@code bin}, {@code from_income}, {@code to_income},
   *     {@code listings}. Bins 1 to {@code bins} lie between {@code low} and {@code high}; an
   *     income on an edge belongs to the bin that begins there. Bin 0 holds incomes below {@code
   *     low} and has no {@code from_income} (null); bin {@code bins + 1} holds incomes of {@code
   *     high} and more and has no {@code to_income}. The row whose {@code bin} is null holds the
   *     listings without an income and has neither. {@code listings} is the number of rows, 0 in an
   *     empty bin.
   */
  @Task(
      value = 1,
      points = 14,
      title = "Bin the incomes",
      hints = {
        "`width_bucket(value, low, high, bins)` gives the bin, 0 and `bins + 1` included. `GROUP BY` only knows bins that occur. Where do the empty ones come from?",
        "Make a list of all bins with `explode(sequence(…))`, add a null with `UNION ALL`, and `LEFT JOIN` the counts to it. Null never equals null: the operator `<=>` says that two nulls are the same.",
        "`FROM all_bins LEFT JOIN counted ON all_bins.bin <=> counted.bin`, with `coalesce(counted.listings, 0)`, and `CASE WHEN bin >= 1 THEN :low + (bin - 1) * (:high - :low) / :bins END AS from_income`."
      })
  Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins);

  /**
   * The table behind a box plot: five numbers of the price per bedroom for each room type.
   *
   * @param listings {@code room_type} (string, may be null), {@code price} (double, may be null),
   *     {@code bedrooms} (int; 0 for a studio, may be null)
   * @return one row per room type that occurs, null included: {@code room_type}, {@code listings}
   *     (how many have a price per bedroom), and of that price {@code low} (the least), {@code q1},
   *     {@code median}, {@code q3}, {@code high} (the greatest). The price per bedroom is the price
   *     divided by the bedrooms; a studio has none, and neither has a row that lacks one of the
   *     two. The quartiles are exact, as {@code percentile} computes them. A room type without any
   *     price per bedroom keeps its row, with 0 listings and nulls.
   */
  @Task(
      value = 2,
      points = 14,
      title = "Measure the boxes",
      hints = {
        "Spark runs in ANSI mode: `price / bedrooms` stops at the first studio. There is a function that gives null instead, and aggregates leave nulls out.",
        "Give the division a name in a subquery or a `WITH`, then `GROUP BY room_type` and aggregate the name: `count`, `min`, `percentile` three times, `max`. A `WHERE` would lose room types.",
        "`SELECT room_type, try_divide(price, bedrooms) AS per_bedroom FROM listings`, and over it `count(per_bedroom) AS listings, …, percentile(per_bedroom, 0.25) AS q1`."
      })
  Dataset<Row> priceBoxes(Dataset<Row> listings);

  /**
   * The table behind a chart with one line per room type: median prices, months down, room types
   * across.
   *
   * @param listings {@code last_scraped} (date, never null), {@code room_type} (string), {@code
   *     price} (double, may be null), and any other columns
   * @return one row per month that occurs: {@code month} (date, its first day), and the median
   *     price in that month of {@code Entire home/apt} as {@code entire_home}, of {@code Private
   *     room} as {@code private_room} and of {@code Shared room} as {@code shared_room}; null where
   *     a month has no such room. The columns are always these four: other room types are left out,
   *     and a room type that never occurs is a column of nulls.
   */
  @Task(
      value = 3,
      points = 14,
      title = "Turn rows into columns",
      hints = {
        "`PIVOT` follows a table or subquery in `FROM`. Whatever it does not use, it groups by. What must the subquery leave out?",
        "`FROM (SELECT month, room type and price only) PIVOT (aggregate FOR room_type IN ('…' AS …, …))`. `trunc(date, 'MM')` is the first day of a month.",
        "`PIVOT (median(price) FOR room_type IN ('Entire home/apt' AS entire_home, 'Private room' AS private_room, 'Shared room' AS shared_room))` over `SELECT trunc(last_scraped, 'MM') AS month, room_type, price FROM listings`."
      })
  Dataset<Row> monthlyPrices(Dataset<Row> listings);

  /**
   * The table behind a heat map with totals at its margins: listings and ratings by room type and
   * response time.
   *
   * @param listings {@code room_type} and {@code host_response_time} (strings, may be null), {@code
   *     review_scores_rating} (int, may be null)
   * @return one row for each pair of room type and response time that occurs, one for each room
   *     type over all response times, one for each response time over all room types, and one over
   *     all rows: {@code room_type} and {@code host_response_time} (strings, {@code All} where a
   *     row is over all of them, {@code Not told} for the rows in which it is null), {@code
   *     listings} (how many rows) and {@code mean_rating} (double: the mean over these rows of the
   *     ratings that are told; null if there is none)
   */
  @Task(
      value = 4,
      points = 16,
      title = "Add the totals",
      hints = {
        "`GROUP BY CUBE (a, b)` groups by both, by each alone and by nothing, in one query. In its result null has two meanings. Which function tells them apart?",
        "`grouping(a)` is 1 where the row is a total over `a`, and 0 where null is a value of `a`. So each label is a `CASE` with three branches.",
        "`CASE WHEN grouping(room_type) = 1 THEN 'All' ELSE coalesce(room_type, 'Not told') END AS room_type`, the same for the other column, then `count(*)` and `avg(review_scores_rating)`."
      })
  Dataset<Row> ratingTotals(Dataset<Row> listings);

  /**
   * The table behind a line over time: listings per day, and their average over the last seven
   * days.
   *
   * @param listings {@code last_scraped} (date, never null)
   * @return one row for every day of the calendar from the first to the last {@code last_scraped}:
   *     {@code day} (date), {@code listings} (how many were scraped on that day, 0 if none), and
   *     {@code average} (double: the mean of {@code listings} over this day and the six days before
   *     it, days with 0 included). In the first six rows {@code average} is null, since there are
   *     no seven days yet.
   */
  @Task(
      value = 5,
      points = 16,
      title = "Smooth the days",
      hints = {
        "A window with `ROWS BETWEEN` counts rows, not days. When is a row a day? See task 1 for how to get rows that the data does not have.",
        "`explode(sequence(min(day), max(day)))` gives every day; `LEFT JOIN` the counts and make nulls 0 before you average. How wide is a frame from `6 PRECEDING` to `CURRENT ROW`, and how wide is it in the first row?",
        "`CASE WHEN count(*) OVER w = 7 THEN avg(listings) OVER w END AS average … WINDOW w AS (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)`"
      })
  Dataset<Row> weeklyAverages(Dataset<Row> listings);

  /**
   * The table behind a ranking: the dearest homes of one room type in each neighbourhood.
   *
   * @param raw texts only: {@code id} (a whole number as text), {@code neighbourhood_cleansed} (may
   *     be null, which is a group like any other), {@code room_type}, {@code price} (such as {@code
   *     $1,234.00}; null, or any other text such as {@code on request}, is no price)
   * @param roomType the room type to rank, any text at all
   * @param n how many homes per neighbourhood
   * @return per neighbourhood the {@code n} homes of this room type with the highest prices, or
   *     all, if there are fewer that have a price: {@code neighbourhood_cleansed}, {@code place}
   *     (1, 2, …, without a hole and none twice), {@code id} (a number), {@code price} (a number,
   *     dollars). Of equal prices the smaller {@code id} comes first (9 before 10). A row that is
   *     there twice counts twice.
   */
  @Task(
      value = 6,
      points = 14,
      title = "Rank within groups",
      hints = {
        "As texts, `$99.00` is greater than `$1,234.00`, and a `CAST` of either stops the query. And `LIMIT` counts rows of the whole result, not of a group.",
        "Three steps in a `WITH`: numbers (`translate` removes characters, `try_cast` gives null for what is no number), then `row_number() OVER (PARTITION BY … ORDER BY …) AS place`, then `WHERE place <= :n`. Pass `Map.of(\"roomType\", roomType, \"n\", n)`.",
        "`try_cast(translate(price, '$,', '') AS DOUBLE) AS price … WHERE room_type = :roomType`, and `row_number() OVER (PARTITION BY neighbourhood_cleansed ORDER BY price DESC, id) AS place` over the rows whose price is not null."
      })
  Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n);

  /**
   * A bar chart of the neighbourhoods with the highest median price.
   *
   * @param listings {@code neighbourhood_cleansed} (string, never null), {@code price} (double, may
   *     be null)
   * @param n how many neighbourhoods; there are at least as many
   * @return a chart with the mark {@code bar}, one of {@code x} and {@code y} the neighbourhoods
   *     ({@code nominal} or {@code ordinal}) and the other one their median prices ({@code
   *     quantitative}). Its rows are those {@code n} neighbourhoods, one row each; of equal medians
   *     the name that comes first in the alphabet comes first. The bars are drawn in the order of
   *     the medians, the highest first, and begin at 0. The chart has a {@code title}, and a {@code
   *     description} (the text for people who cannot see it) that names the dearest neighbourhood.
   */
  @Task(
      value = 7,
      points = 12,
      title = "Draw the bars",
      hints = {
        "First the query: the groups, their medians, `ORDER BY`, `LIMIT`, in that order. Then the specification: Vega-Lite sorts names by the alphabet unless `sort` says something else.",
        "`toJSON().collectAsList()` gives one JSON object per row of the result: join them with commas into `data.values`. `\"sort\": null` keeps the order of the rows. The first row has the name for the description.",
        "`ChartSpec.of(\"\"\"{\"$schema\": …, \"title\": …, \"description\": %s, \"data\": {\"values\": [%s]}, \"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"median_price\", \"type\": \"quantitative\"}, \"y\": {\"field\": \"neighbourhood_cleansed\", \"type\": \"nominal\", \"sort\": null}}}\"\"\".formatted(quoted(…), String.join(\",\", rows)))`"
      })
  ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n);
}
