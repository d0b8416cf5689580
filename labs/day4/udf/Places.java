package day4.udf;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Listings at places, and the distances that must be found.
 *
 * @param listings with {@code id}, {@code latitude}, {@code longitude}, and maybe other columns
 */
record Places(Table listings) {

  private static final Point NOWHERE = new Point(0, 0);

  Dataset<Row> frame(SmallFrames frames) {
    return frames.of("id INT, latitude DOUBLE, longitude DOUBLE", Tables.rows(listings));
  }

  /**
   * Distances are computed in two ways that differ by some 1e-9 km; a millimetre more is never a
   * mistake.
   *
   * @param from where the distances must be measured from
   * @param other where another call measured from
   */
  void judge(Dataset<Row> result, Point from, Point other) {
    expect(result).as("the listings with distances").toHaveColumns(Tables.names(listings, "km"));
    expect(compute("the distances", () -> result.select("id", "latitude", "longitude", "km")))
        .as("the distances")
        .within(1e-6)
        .toHaveRows(distances(from::km))
        .diagnose("shared-field", () -> distances(other::km), UdfErrors.SHARED_FIELD)
        .diagnose("shared-field", () -> distances(NOWHERE::km), UdfErrors.SHARED_FIELD)
        .diagnose(
            "swapped-columns",
            () -> distances(place -> from.km(place.swapped())),
            "These are the distances if latitude and longitude change places. Two doubles look alike, so nobody"
                + " complains: give the columns in the order of the function's arguments.")
        .diagnose(
            "swapped-columns",
            () -> distances(place -> from.swapped().km(place)),
            "These are the distances from a point whose latitude and longitude have changed places. Two doubles look"
                + " alike, so nobody complains: pass them in the order of the formula's arguments.");
  }

  private Table distances(ToDoubleFunction<Point> km) {
    return Tables.with(
        Tables.columns(listings, "id", "latitude", "longitude"),
        "km",
        row ->
            row.get(1) == null || row.get(2) == null
                ? null
                : km.applyAsDouble(new Point((Double) row.get(1), (Double) row.get(2))));
  }
}
