package day2.creation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.kindling.check.Example;
import dev.kindling.data.Table;
import dev.kindling.data.houseinfo.HouseInfo;
import dev.kindling.data.listings.Listings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

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
  Dataset<Row> partsOfTimes(CreationLab lab, SparkSession spark) {
    return lab.timeFeatures(HandMade.frame(spark, HandMade.SOME_RIDES, HandMade.RIDES), "started")
        .orderBy("id")
        .select("started", "month", "weekday", "is_weekend", "hour", "hour_sin", "hour_cos");
  }

  @Example(task = 4)
  Dataset<Row> ratiosOfListings(CreationLab lab, Listings listings) {
    List<Ratio> ratios =
        List.of(
            new Ratio("affordability_index", "price", "host_income"),
            new Ratio("guests_per_bedroom", "accommodates", "bedrooms"),
            new Ratio("income_per_guest", "host_income", "accommodates"));
    Dataset<Row> unpriced =
        listings
            .test()
            .where("bedrooms < 2")
            .select("id", "accommodates", "bedrooms", "host_income");
    return lab.ratioStage(ratios, "price").transform(unpriced).orderBy("id");
  }

  @Example(task = 5)
  Dataset<Row> bucketsOfIncomes(CreationLab lab, Listings listings) {
    return lab.fitBuckets(
            listings.train(),
            listings.test(),
            "minimum_nights",
            List.of(2.0, 4.0, 8.0),
            "host_income",
            4)
        .transform(listings.test())
        .groupBy("host_income_bucket")
        .agg(
            count(lit(1)).as("test_rows"),
            min("host_income").as("from"),
            max("host_income").as("to"))
        .orderBy("host_income_bucket");
  }

  /** How much of the log price of later whole homes a linear regression explains. */
  @Example(task = 6)
  Dataset<Row> whatTheProductTells(CreationLab lab, Listings listings, SparkSession spark) {
    List<String> columns = List.of("bedrooms", "accommodates");
    Dataset<Row> train = wholeHomes(listings.completeTrain());
    Dataset<Row> test = wholeHomes(listings.completeTest());
    var withProduct = lab.interactionPipeline(columns, "bedrooms", "accommodates").fit(train);
    VectorAssembler plain =
        new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol("features");
    Table explained =
        row(
            row(
                Table.of("features", "coefficients", "r2_on_test"),
                "the columns",
                plain.transform(train),
                plain.transform(test)),
            "and the product",
            withProduct.transform(train),
            withProduct.transform(test));
    return HandMade.frame(
        spark, explained, "features STRING, coefficients STRING, r2_on_test DOUBLE");
  }

  @Example(task = 7)
  Dataset<Row> pastOfBikeDays(CreationLab lab, SparkSession spark) {
    return lab.lagFeatures(
            HandMade.frame(spark, BikeDays.days(), BikeDays.DAYS),
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

  private static Table row(Table rows, String features, Dataset<Row> train, Dataset<Row> test) {
    LinearRegressionModel model = new LinearRegression().setSolver("normal").fit(train);
    String coefficients =
        DoubleStream.of(model.coefficients().toArray())
            .mapToObj("%.3f"::formatted)
            .collect(Collectors.joining(", "));
    return rows.row(features, coefficients, model.evaluate(test).r2());
  }
}
