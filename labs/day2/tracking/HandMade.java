package day2.tracking;

import day2.tracking.TunedRuns.Tuned;
import dev.kindling.data.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Small rows and runs on which every known mistake shows. */
final class HandMade {

  static final StructType FLAT =
      new StructType()
          .add("bedrooms", DataTypes.IntegerType)
          .add("accommodates", DataTypes.IntegerType)
          .add("bathrooms", DataTypes.DoubleType)
          .add("price", DataTypes.DoubleType);

  /** Prices grow by a factor, not by a sum: the logarithm is the better label. */
  static final Table FLATS_TO_LEARN =
      Table.of("bedrooms", "accommodates", "bathrooms", "price")
          .row(0, 2, 1.0, 62.0)
          .row(1, 2, 1.0, 84.0)
          .row(1, 3, 1.5, 97.0)
          .row(2, 3, 1.0, 128.0)
          .row(2, 4, 2.0, 171.0)
          .row(1, 4, 1.0, 90.0)
          .row(3, 5, 1.5, 265.0)
          .row(3, 6, 2.5, 310.0)
          .row(4, 7, 2.0, 522.0)
          .row(0, 1, 1.0, 55.0);

  static final Table FLATS_TO_JUDGE =
      Table.of("bedrooms", "accommodates", "bathrooms", "price")
          .row(1, 2, 1.0, 79.0)
          .row(2, 5, 1.5, 205.0)
          .row(4, 8, 3.0, 690.0)
          .row(3, 4, 2.0, 224.0)
          .row(0, 3, 1.0, 88.0);

  /**
   * Depths of one and two digits, labels that contain each other, an rmse on the limit; begun in an
   * order that is neither that of the rmse nor its reverse.
   */
  static final TunedRuns TUNED =
      new TunedRuns(
          List.of(
              new Tuned("cedar", "price", 9, 118.5, false),
              new Tuned("larch", "price", 12, 99.5, false),
              new Tuned("birch", "log_price", 11, 0.34, false),
              new Tuned("aspen", "price", 2, 131.0, false),
              new Tuned("tulip", "price", 12, 112.0, false),
              new Tuned("rowan", "price", 5, 88.75, false),
              new Tuned("alder", "price", 11, 120.0, false),
              new Tuned("maple", "price", 10, 96.25, false),
              new Tuned("hazel", "price", 9, 71.0, true),
              new Tuned("beech", "price", 3, 104.0, false),
              new Tuned("holly", "price", 10, null, false),
              new Tuned("olive", "price", 8, 92.0, false),
              new Tuned("ebony", "price", 9, 109.0, false),
              new Tuned("lilac", "log_price", 4, 0.41, false)));

  private HandMade() {}

  static Dataset<Row> flats(SparkSession spark, Table table) {
    List<Row> rows = table.rows().stream().map(row -> RowFactory.create(row.toArray())).toList();
    return spark.createDataFrame(rows, FLAT);
  }
}
