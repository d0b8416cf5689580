package day4.udf.checks;

import day4.udf.UdfLab;
import dev.kindling.check.Example;
import dev.kindling.check.Given;
import dev.kindling.data.listings.Listings;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What {@code lab run} shows of each task. */
final class UdfExamples {

  @Example(task = 1)
  Dataset<Row> products(UdfLab lab, Given given) {
    return lab.multiply(given.frame(UdfTables.PRODUCTS.head(3).select("x", "y")));
  }

  @Example(task = 2)
  Dataset<Row> stars(UdfLab lab, Listings listings) {
    return lab.withStars(listings.train().select("id", "review_scores_rating"));
  }

  @Example(task = 3)
  Dataset<Row> distances(UdfLab lab, Listings listings) {
    return lab.withDistance(
        listings.train().select("id", "neighbourhood_cleansed", "latitude", "longitude"),
        45.15,
        -59.88);
  }

  @Example(task = 4)
  Dataset<Row> nights(UdfLab lab, Given given) {
    return lab.withNights(given.frame(UdfTables.STAYS.head(4).select("id", "stay")));
  }

  @Example(task = 5)
  Dataset<Row> query(UdfLab lab, Listings listings) {
    return lab.askInSql(
        listings.test(),
        """
        SELECT room_type, count(*) AS listings, round(avg(guest_price(price, accommodates)), 2) AS per_guest
        FROM listings GROUP BY room_type ORDER BY per_guest DESC
        """);
  }

  @Example(task = 6)
  Dataset<Row> predictions(UdfLab lab, Listings listings) {
    return lab.predict(
        listings.test().select("id", "neighbourhood_cleansed", "accommodates", "price"),
        Map.of(
            "(intercept)", 4.2,
            "accommodates", 0.15,
            "neighbourhood_cleansed=Ashgrove", 0.2,
            "neighbourhood_cleansed=Fernhollow", -0.1));
  }

  @Example(task = 7)
  Dataset<Row> waves(UdfLab lab, Listings listings) {
    return lab.drawWaves(listings.train().select("id", "room_type", "price"), 100);
  }
}
