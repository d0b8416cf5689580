package day2.outliers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;

import dev.kindling.check.Example;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task returns for the listings. */
final class OutliersExamples {

  private static final List<String> COLUMNS = List.of("price", "minimum_nights");
  private static final List<String> FEATURES = List.of("accommodates", "bedrooms");

  @Example(task = 1)
  Table fencesOfTrain(OutliersLab lab, Listings listings) {
    Table table = Table.of("column", "lower", "upper");
    for (Fence fence : lab.learnFences(listings.train(), List.of("id"), 1.5)) {
      table = table.row(fence.column(), fence.lower(), fence.upper());
    }
    return table;
  }

  @Example(task = 2)
  Dataset<Row> implausibleListings(OutliersLab lab, Listings listings) {
    return lab.flagOutliers(
            listings.train().select("id", "minimum_nights", "price"), Plausible.FENCES)
        .where("price_outlier or minimum_nights_outlier")
        .orderBy("id");
  }

  @Example(task = 3)
  Table whatIsLeft(OutliersLab lab, Listings listings) {
    Cleaned cleaned = lab.removeOutliers(listings.train(), listings.test(), COLUMNS, 1.5);
    Row train = prices(cleaned.train());
    Row test = prices(cleaned.test());
    return Table.of("part", "rows before", "rows now", "highest price now", "is_outlier")
        .row("train", listings.train().count(), train.get(0), train.get(1), null)
        .row(
            "test",
            listings.test().count(),
            test.get(0),
            test.get(1),
            cleaned.test().where("is_outlier").count());
  }

  private static Row prices(Dataset<Row> frame) {
    return frame.agg(count(lit(1)), max("price")).first();
  }

  @Example(task = 4)
  Dataset<Row> pricesFromBothEnds(OutliersLab lab, Listings listings) {
    Dataset<Row> train = listings.train().select("id", "price");
    Dataset<Row> scored = lab.scoreOutliers(train, train, "price", 3.5);
    return scored
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
        .unionByName(ranges("after", lab.winsorise(train, train, COLUMNS, 0.01)));
  }

  private static Dataset<Row> ranges(String when, Dataset<Row> frame) {
    return frame
        .agg(
            min(col("price")).as("least price"),
            max(col("price")).as("highest price"),
            max(col("minimum_nights").cast("double")).as("most nights"))
        .select(lit(when).as("train"), col("*"));
  }

  @Example(task = 6)
  Dataset<Row> fourWaysToFlag(OutliersLab lab, Listings listings) {
    Rows train = Rows.of(listings.truth().train());
    Fence learned = new Fencing(COLUMNS, 1.5).learn(train, "price");
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
    List<Fence> learned =
        new Fencing(List.of("price"), 1.5).learn(Rows.of(listings.truth().train()));
    Table table =
        Table.of("rows of train left out", "how many", "RMSE on what is left", "RMSE on test");
    table = table.row(errors("none", lab, listings, List.of()));
    table = table.row(errors("implausible", lab, listings, Plausible.FENCES));
    return table.row(errors("beyond the price fence", lab, listings, learned));
  }

  private static Object[] errors(
      String name, OutliersLab lab, Listings listings, List<Fence> fences) {
    Dataset<Row> left = listings.train();
    for (Fence fence : fences) {
      left = left.where(col(fence.column()).between(fence.lower(), fence.upper()));
    }
    return new Object[] {
      name,
      listings.train().count() - left.count(),
      lab.testRmse(listings.train(), left, fences, FEATURES, "price"),
      lab.testRmse(listings.train(), listings.test(), fences, FEATURES, "price")
    };
  }
}
