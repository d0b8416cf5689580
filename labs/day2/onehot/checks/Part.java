package day2.onehot.checks;

import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The same rows twice.
 *
 * @param rows for computing what is right
 * @param frame for the answer
 */
record Part(Table rows, Dataset<Row> frame) {

  private static final List<String> SHOWN =
      List.of(
          ("id host_is_superhost host_response_time neighbourhood_cleansed property_type room_type"
                  + " cancellation_policy accommodates bedrooms price")
              .split(" "));

  static Part of(Given given, Table rows) {
    return new Part(rows, given.frame(rows));
  }

  static Part train(Listings listings) {
    return new Part(listings.truth().train(), listings.train()).select(SHOWN);
  }

  static Part test(Listings listings) {
    return new Part(listings.truth().test(), listings.test()).select(SHOWN);
  }

  static Part canary(Listings listings) {
    return new Part(listings.truth().canary(), listings.canary()).select(SHOWN);
  }

  Part select(List<String> columns) {
    return new Part(rows.select(columns), frame.selectExpr(columns.toArray(String[]::new)));
  }

  Part where(String column, int value) {
    return new Part(rows.where(column, value), frame.where(frame.col(column).equalTo(value)));
  }
}
