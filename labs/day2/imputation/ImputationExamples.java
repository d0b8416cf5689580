package day2.imputation;

import dev.kindling.check.Example;
import dev.kindling.data.listings.Listings;
import dev.kindling.data.listings.ListingsTruth;
import java.util.List;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task returns for the listings. */
final class ImputationExamples {

  private static final List<String> GAPS = ListingsTruth.NUMERIC_GAPS;
  private static final String RESPONSE_TIME = ListingsTruth.CATEGORICAL_GAP;
  private static final String LABEL = "price";

  @Example(task = 1)
  Dataset<Row> gapsOfTrain(ImputationLab lab, Listings listings) {
    return lab.countGaps(
        listings.train(),
        List.of(RESPONSE_TIME, "host_income", "review_scores_rating", "review_scores_location"));
  }

  @Example(task = 2)
  Dataset<Row> markedResponseRates(ImputationLab lab, Listings listings) {
    return lab.markGaps(
            listings.train().select("id", "host_response_rate", "beds"),
            List.of("host_response_rate", "beds"),
            MarkedFrames.SENTINELS)
        .orderBy("id");
  }

  @Example(task = 3)
  Dataset<Row> mediansOfTrain(ImputationLab lab, Listings listings) {
    return lab.fitMedians(
            MarkedFrames.of(listings.train(), GAPS), MarkedFrames.of(listings.test(), GAPS), GAPS)
        .surrogateDF();
  }

  @Example(task = 4)
  Dataset<Row> responseTimesOfTest(ImputationLab lab, Listings listings) {
    return lab.fillCategories(
            listings.train(), listings.test(), List.of(RESPONSE_TIME), List.of("bed_type"))
        .groupBy(RESPONSE_TIME)
        .count()
        .orderBy(RESPONSE_TIME);
  }

  @Example(task = 5)
  Dataset<Row> bathroomsByRoomType(ImputationLab lab, Listings listings) {
    return lab.fillByGroup(listings.train(), listings.test(), "bathrooms", "room_type")
        .where("bathrooms is null")
        .groupBy("room_type", "bathrooms", "bathrooms_imputed")
        .count()
        .orderBy("room_type");
  }

  @Example(task = 6)
  Dataset<Row> featuresOfTest(ImputationLab lab, Listings listings) {
    List<String> columns = List.of("host_income", LABEL, "bathrooms", "beds");
    return lab.imputationPipeline(columns, LABEL)
        .fit(MarkedFrames.of(listings.train(), columns))
        .transform(MarkedFrames.of(listings.test(), columns))
        .select("id", "host_income", "bathrooms", "beds", "features")
        .orderBy("id");
  }

  @Example(task = 7)
  Dataset<Row> biasOfTrain(ImputationLab lab, Listings listings) {
    Dataset<Row> marked = MarkedFrames.of(listings.train(), GAPS);
    ImputerModel model =
        new Imputer()
            .setStrategy("median")
            .setInputCols(GAPS.toArray(String[]::new))
            .setOutputCols(GAPS.stream().map(c -> c + "_imputed").toArray(String[]::new))
            .fit(marked);
    return lab.measureBias(model, marked, listings.completeTrain());
  }
}
