package day2.onehot.checks;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.round;

import day2.onehot.OneHotLab;
import dev.kindling.check.Example;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task returns for the listings. */
final class OneHotExamples {

  private static final String LOG_PRICE = "log_price";
  private static final List<String> NOMINAL =
      List.of("host_is_superhost", "room_type", "property_type", "neighbourhood_cleansed");
  private static final List<String> NUMERIC =
      List.of(
          ("accommodates bedrooms bathrooms host_income review_scores_rating"
                  + " bedrooms_x_accommodates")
              .split(" "));

  @Example(task = 1)
  Dataset<Row> indicesInTest(OneHotLab lab, Listings listings) {
    return lab.fitIndexer(listings.train(), listings.test(), List.of("room_type", "property_type"))
        .transform(listings.test())
        .groupBy("property_type", "property_typeIndex")
        .count()
        .orderBy("property_typeIndex", "property_type");
  }

  @Example(task = 2)
  Dataset<Row> unknownInTest(OneHotLab lab, Listings listings) {
    return lab.countUnseen(
        listings.train(),
        listings.test(),
        List.of("room_type", "property_type", "host_response_time", "neighbourhood_cleansed"));
  }

  @Example(task = 3)
  Dataset<Row> encodedTestRows(OneHotLab lab, Listings listings) {
    return lab.oneHotPipeline(List.of("room_type", "property_type"), List.of("accommodates"))
        .fit(listings.train())
        .transform(listings.test())
        .select("id", "room_type", "property_type", "property_typeOHE", "features")
        .orderBy(col("property_type").equalTo("Houseboat").desc(), col("id"));
  }

  @Example(task = 4)
  Dataset<Row> quickAndSlowHosts(OneHotLab lab, Listings listings) {
    return lab.encodeOrdinal(listings.test(), "host_response_time", OneHotTables.RESPONSE_TIMES)
        .groupBy("host_response_time", "host_response_timeIndex")
        .count()
        .orderBy("host_response_timeIndex");
  }

  /** The model has every term that prices are made of, so it finds what was planted. */
  @Example(task = 5)
  Table effectsOfRoomTypes(OneHotLab lab, Listings listings) {
    Dataset<Row> train = withTerms(listings.completeTrain());
    PipelineModel model =
        Encoded.pipeline(NOMINAL, NUMERIC, false, new LinearRegression().setLabelCol(LOG_PRICE))
            .fit(train);
    Map<String, Double> effects =
        lab.readEffects(model, model.transform(train), "room_type", "Entire home/apt");
    Table table = Table.of("room_type", "your effect", "planted", "price times");
    for (Map.Entry<String, Double> effect : effects.entrySet()) {
      double planted = listings.truth().coefficient("room_type=" + effect.getKey());
      table = table.row(effect.getKey(), effect.getValue(), planted, Math.exp(effect.getValue()));
    }
    return table;
  }

  private static Dataset<Row> withTerms(Dataset<Row> listings) {
    return listings
        .withColumn(LOG_PRICE, log(col("price")))
        .withColumn("bedrooms_x_accommodates", col("bedrooms").multiply(col("accommodates")));
  }

  @Example(task = 6)
  Table twoTrees(OneHotLab lab, Listings listings) {
    // Private rooms are much alike, so that the neighbourhood matters most.
    Dataset<Row> train = withTerms(listings.completeTrain()).where("room_type = 'Private room'");
    Dataset<Row> test = withTerms(listings.completeTest()).where("room_type = 'Private room'");
    List<String> nominal = List.of("neighbourhood_cleansed");
    List<String> numeric = List.of("accommodates");
    Dataset<Row> yours =
        lab.treePipeline(nominal, numeric, LOG_PRICE, 36).fit(train).transform(test);
    Dataset<Row> slots =
        Encoded.pipeline(nominal, numeric, true, new DecisionTreeRegressor().setLabelCol(LOG_PRICE))
            .fit(train)
            .transform(test);
    return Table.of("tree", "features", "RMSE of the log price on test")
        .row(line("with indices (yours)", yours))
        .row(line("with slots", slots));
  }

  private static Object[] line(String tree, Dataset<Row> predicted) {
    int features = predicted.select("features").first().<Vector>getAs(0).size();
    double rmse = new RegressionEvaluator().setLabelCol(LOG_PRICE).evaluate(predicted);
    return new Object[] {tree, features, rmse};
  }

  @Example(task = 7)
  Dataset<Row> neighbourhoodsAsNumbers(OneHotLab lab, Listings listings) {
    String target = "neighbourhood_cleansedTarget";
    Dataset<Row> train = withTerms(listings.completeTrain());
    return lab.encodeByTarget(train, train, "neighbourhood_cleansed", LOG_PRICE, 20)
        .groupBy("neighbourhood_cleansed", target)
        .agg(count(lit(1)).as("rows"), round(avg(LOG_PRICE), 4).as("mean log_price"))
        .orderBy(col(target).desc());
  }
}
