package day2.outliers;

import dev.kindling.data.listings.Listings;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * As many train listings as make all definitions of a quantile agree, whatever the share of it is
 * in percent: a hundred times some number, and one more. They are those with the smallest ids. (Not
 * more than about 4,000, so that {@code percentile_approx} with its default accuracy is exact.)
 *
 * @param frame as a learner's method gets them
 * @param rows the same in plain Java
 */
record SomeListings(Dataset<Row> frame, Rows rows) {

  private static final int MOST = 4001;
  private static final int STEP = 100;

  static SomeListings of(Listings listings, List<String> columns) {
    Rows train = Rows.of(listings.truth().train());
    int last = lastId(train.values("id").sorted());
    Column[] selected = columns.stream().map(functions::col).toArray(Column[]::new);
    return new SomeListings(
        listings.train().where(functions.col("id").leq(last)).select(selected),
        train.where(row -> (Integer) row.get("id") <= last).select(columns));
  }

  /** A duplicate has the same id as its twin; both are in, or neither. */
  private static int lastId(double... ids) {
    int count = MOST;
    while (ids[count - 1] == ids[count]) {
      count -= STEP;
    }
    return (int) ids[count - 1];
  }
}
