package day2.outliers.checks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import day2.outliers.Cleaned;
import day2.outliers.Fence;
import day2.outliers.OutliersLab;
import dev.kindling.check.Example;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task returns for the listings. */
final class OutliersExamples {

  private static final List<String> COLUMNS = List.of("price", "minimum_nights");
  private static final List<String> FEATURES = List.of("accommodates", "bedrooms");

  @Example(task = 1)
  Table fencesOfTrain(OutliersLab lab, Listings listings) {
    return Fencing.table(lab.learnFences(listings.train(), List.of("id"), 1.5));
  }

  @Example(task = 2)
  Dataset<Row> implausibleListings(OutliersLab lab, Listings listings) {
    return lab.flagOutliers(
            listings.train().select("id", "minimum_nights", "price"), Fencing.PLAUSIBLE)
        .where("price_outlier or minimum_nights_outlier")
        .orderBy("id");
  }

  @Example(task = 3)
  Table whatIsLeft(OutliersLab lab, Listings listings) {
    Cleaned cleaned = lab.removeOutliers(listings.train(), listings.test(), COLUMNS, 1.5);
    return Table.of("part", "rows", "highest price")
        .row(part("train before", listings.train()))
        .row(part("train now", cleaned.train()))
        .row(part("test", cleaned.test()))
        .row(part("test, outliers", cleaned.test().where("is_outlier")));
  }

  private static Object[] part(String name, Dataset<Row> rows) {
    return new Object[] {name, rows.count(), rows.selectExpr("max(price)").first().get(0)};
  }

  @Example(task = 4)
  Dataset<Row> pricesFromBothEnds(OutliersLab lab, Listings listings) {
    Dataset<Row> train = listings.train().select("id", "price");
    return lab.scoreOutliers(train, train, "price", 3.5)
        .withColumn("price_z", round(col("price_z"), 2))
        .withColumn("price_robust_z", round(col("price_robust_z"), 2))
        .withColumn("z_above_3", col("price_z").gt(3))
        .where("price = 0 or price > 1500")
        .orderBy("price", "id");
  }

  @Example(task = 5)
  Dataset<Row> rangesBeforeAndAfter(OutliersLab lab, Listings listings) {
    Dataset<Row> train = listings.train().select("price", "minimum_nights");
    return ranges("before", train)
        .union(ranges("after", lab.winsorise(train, train, COLUMNS, 0.01)));
  }

  private static Dataset<Row> ranges(String when, Dataset<Row> frame) {
    return frame.selectExpr(
        "'%s' as train".formatted(when),
        "min(price) as `least price`",
        "max(price) as `highest price`",
        "max(double(minimum_nights)) as `most nights`");
  }

  @Example(task = 6)
  Dataset<Row> fourWaysToFlag(OutliersLab lab, Listings listings) {
    Table train = listings.truth().train();
    Fence learned = Fencing.learn(train, List.of("price"), 1.5).get(0);
    double mean = train.values("price").mean();
    double sd = train.values("price").sd();
    Dataset<Row> flagged =
        listings
            .train()
            .selectExpr(
                "id",
                "price not between %s and %s as price_fence_1_5"
                    .formatted(learned.lower(), learned.upper()),
                "abs(price - %s) > 3 * %s as price_z_above_3".formatted(mean, sd),
                "price not between 1 and 10000 as price_implausible",
                "price not between 1 and 10000 or minimum_nights > 365 as any_implausible");
    return lab.judgeFlags(
        flagged,
        new ArrayList<>(listings.truth().outlierIds()),
        List.of("price_fence_1_5", "price_z_above_3", "price_implausible", "any_implausible"));
  }

  @Example(task = 7)
  Table errorsOfThreeModels(OutliersLab lab, Listings listings) {
    Map<String, List<Fence>> ways = new LinkedHashMap<>();
    ways.put("none", List.of());
    ways.put("implausible", Fencing.PLAUSIBLE);
    ways.put(
        "beyond the price fence", Fencing.learn(listings.truth().train(), List.of("price"), 1.5));
    Table table =
        Table.of("rows of train left out", "how many", "RMSE on what is left", "RMSE on test");
    for (Map.Entry<String, List<Fence>> way : ways.entrySet()) {
      List<Fence> fences = way.getValue();
      Dataset<Row> train = listings.train();
      Dataset<Row> left = train;
      for (Fence fence : fences) {
        left = left.where(col(fence.column()).between(fence.lower(), fence.upper()));
      }
      table =
          table.row(
              way.getKey(),
              train.count() - left.count(),
              lab.testRmse(train, left, fences, FEATURES, "price"),
              lab.testRmse(train, listings.test(), fences, FEATURES, "price"));
    }
    return table;
  }
}
