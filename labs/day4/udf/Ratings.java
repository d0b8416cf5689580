package day4.udf;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Listings with ratings, and the stars that they must get.
 *
 * @param listings with {@code id} and {@code review_scores_rating}, and maybe other columns
 */
record Ratings(Table listings) {

  private static final String RATING = "review_scores_rating";

  /** Listings with the ids 1, 2, 3 and so on. */
  static Ratings of(Integer... ratings) {
    Table table = Table.of("id", RATING);
    for (int i = 0; i < ratings.length; i++) {
      table = table.row(i + 1, ratings[i]);
    }
    return new Ratings(table);
  }

  Dataset<Row> frame(SmallFrames frames) {
    return frames.of("id INT, review_scores_rating INT", Tables.rows(listings));
  }

  void judge(Dataset<Row> result) {
    expect(result).as("the listings with stars").toHaveColumns(Tables.names(listings, "stars"));
    Table everybody = stars(Ratings::star);
    Table rated =
        new Table(
            everybody.columns(),
            everybody.rows().stream().filter(row -> row.get(1) != null).toList());
    expect(compute("the stars", () -> result.select("id", RATING, "stars")))
        .as("the stars")
        .toHaveRows(everybody)
        .diagnose(
            "rows-dropped",
            rated,
            ("%d of %d listings are gone: those without a rating. A function of columns gives every row a value, and"
                    + " null is one. Keep the rows, and return null.")
                .formatted(everybody.size() - rated.size(), everybody.size()))
        .diagnose(
            "null-becomes-zero",
            () -> stars(rating -> rating == null ? 0.0 : star(rating)),
            "Listings without a rating have 0 stars here, worse than the worst. Not known is not 0: return null.")
        .diagnose(
            "null-becomes-nan",
            () -> stars(rating -> rating == null ? Double.NaN : star(rating)),
            "Listings without a rating have NaN here. NaN is a number to Spark: isNull does not find it, and it spoils"
                + " every mean. Return null.")
        .diagnose(
            "integer-division",
            () -> stars(rating -> rating == null ? null : (rating / 10) / 2.0),
            "97 gives 4.5 instead of 5.0: an int divided by an int cuts off what is behind the point, before anything is"
                + " rounded. Divide by 10.0.")
        .diagnose(
            "integer-division",
            () -> stars(rating -> rating == null ? null : (double) ((rating + 5) / 10 / 2)),
            "93 gives 4.0 instead of 4.5: an int divided by an int cuts off the half star. Divide by 2.0.")
        .diagnose(
            "half-to-even",
            () -> stars(rating -> rating == null ? null : Math.rint(rating / 10.0) / 2),
            "85 gives 4.0 instead of 4.5: 8.5 was rounded to the even neighbour, as Math.rint and bround do. The task"
                + " rounds a half up, as Math.round and round do.");
  }

  /** In whole numbers, so that no rounding of Java or Spark is involved. */
  private static Double star(Integer rating) {
    return rating == null ? null : (rating + 5) / 10 / 2.0;
  }

  private Table stars(Function<Integer, Double> star) {
    return Tables.with(
        Tables.columns(listings, "id", RATING), "stars", row -> star.apply((Integer) row.get(1)));
  }
}
