package day2.creation.checks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import day2.creation.CreationLab;
import dev.kindling.check.Example;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.houseinfo.HouseInfo;
import dev.kindling.data.listings.Listings;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task returns. */
final class CreationExamples {

  @Example(task = 1)
  Dataset<Row> pricesOfListings(CreationLab lab, Listings listings) {
    return lab.parsePrices(
            listings.raw().select("id", "room_type", "price_per_guest", "price"),
            List.of("price_per_guest", "price"))
        .orderBy(col("price").desc(), col("id"));
  }

  @Example(task = 2)
  Dataset<Row> flatHouses(CreationLab lab, HouseInfo houses) {
    return lab.flattenHouses(houses.lines(), 16)
        .orderBy("id")
        .select("id", "num_basement_rooms", "year_built", "street_name", "street_hashed", "price");
  }

  @Example(task = 3)
  Dataset<Row> partsOfTimes(CreationLab lab, Given given) {
    Table times = Inputs.times("2025-03-07T21:10:00Z", 97).head(40);
    return lab.timeFeatures(given.frame(times), "at").drop("km").orderBy("id");
  }

  @Example(task = 4)
  Dataset<Row> ratiosOfFlats(CreationLab lab, Given given) {
    return lab.ratioStage(Inputs.FLAT_RATIOS, "rent")
        .transform(given.frame(Inputs.FLATS.drop("rent")))
        .orderBy("id");
  }

  @Example(task = 5)
  Dataset<Row> bucketsOfIncomes(CreationLab lab, Listings listings) {
    List<Double> limits = List.of(2.0, 4.0, 8.0);
    return lab.fitBuckets(
            listings.train(), listings.test(), "minimum_nights", limits, "host_income", 4)
        .transform(listings.test())
        .groupBy("host_income_bucket")
        .agg(
            count("id").as("test_rows"), min("host_income").as("from"), max("host_income").as("to"))
        .orderBy("host_income_bucket");
  }

  /** How much of the log price of later whole homes a linear regression explains. */
  @Example(task = 6)
  Dataset<Row> whatTheProductTells(CreationLab lab, Listings listings, Given given) {
    Pipeline features =
        lab.interactionPipeline(List.of("bedrooms", "accommodates"), "bedrooms", "accommodates");
    PipelineModel model =
        new Pipeline()
            .setStages(new PipelineStage[] {features, new LinearRegression()})
            .fit(wholeHomes(listings.completeTrain()));
    double r2 =
        new RegressionEvaluator()
            .setMetricName("r2")
            .evaluate(model.transform(wholeHomes(listings.completeTest())));
    return given.frame(Table.of("r2_on_test:double").row(r2));
  }

  @Example(task = 7)
  Dataset<Row> pastOfBikeDays(CreationLab lab, Given given) {
    return lab.lagFeatures(
            given.frame(Inputs.days(given.draws("bikes"))),
            "station",
            "day",
            "count",
            List.of("casual", "registered"))
        .orderBy("station", "day");
  }

  private static Dataset<Row> wholeHomes(Dataset<Row> df) {
    return df.where(col("room_type").equalTo("Entire home/apt"))
        .withColumn("label", log(col("price")));
  }
}
