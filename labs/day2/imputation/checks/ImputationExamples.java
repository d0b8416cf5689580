package day2.imputation.checks;

import static day2.imputation.checks.RightAnswers.markedWithId;

import day2.imputation.ImputationLab;
import dev.kindling.check.Example;
import dev.kindling.check.Given;
import dev.kindling.data.listings.Listings;
import dev.kindling.data.listings.ListingsTruth;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task returns for the listings. */
final class ImputationExamples {

  private static final List<String> GAPS = ListingsTruth.NUMERIC_GAPS;
  private static final String RESPONSE_TIME = ListingsTruth.CATEGORICAL_GAP;

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
            RightAnswers.SENTINELS)
        .orderBy("id");
  }

  @Example(task = 3)
  Dataset<Row> mediansOfTrain(ImputationLab lab, Listings listings, Given given) {
    return lab.fitMedians(
            given.frame(markedWithId(listings.truth().train(), GAPS)),
            given.frame(markedWithId(listings.truth().test(), GAPS)),
            GAPS)
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
  Dataset<Row> featuresOfTest(ImputationLab lab, Listings listings, Given given) {
    List<String> columns = List.of("host_income", "price", "bathrooms", "beds");
    return lab.imputationPipeline(columns, "price")
        .fit(given.frame(markedWithId(listings.truth().train(), columns)))
        .transform(given.frame(markedWithId(listings.truth().test(), columns)))
        .select("id", "host_income", "bathrooms", "beds", "features")
        .orderBy("id");
  }

  @Example(task = 7)
  Dataset<Row> biasOfTrain(ImputationLab lab, Listings listings, Given given) {
    Dataset<Row> marked = given.frame(markedWithId(listings.truth().train(), GAPS));
    return lab.measureBias(ImputationChecks.model(marked, GAPS), marked, listings.completeTrain());
  }
}
