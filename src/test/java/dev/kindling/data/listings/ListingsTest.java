package dev.kindling.data.listings;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.translate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.DataContext;
import dev.kindling.data.Table;
import dev.kindling.data.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark sees of the listings. */
class ListingsTest {

  @TempDir static Path cache;

  private static Listings listings;

  @BeforeAll
  static void start() {
    listings = new Listings(new DataContext(TestSpark.session(), 7, cache));
  }

  @Test
  void framesHaveTheirRowsAndSchemas() {
    assertThat(listings.train().count()).isEqualTo(5400);
    assertThat(listings.test().count()).isEqualTo(1800);
    assertThat(listings.all().count()).isEqualTo(7200);
    assertThat(listings.raw().count()).isEqualTo(7200);
    assertThat(listings.canary().count()).isEqualTo(400);
    assertThat(listings.completeTrain().count()).isEqualTo(5355);
    assertThat(listings.completeTest().count()).isEqualTo(1785);
    assertThat(listings.all().schema()).isEqualTo(Listings.SCHEMA);
    assertThat(listings.raw().schema()).isEqualTo(Listings.RAW_SCHEMA);
  }

  @Test
  void framesHoldTheRowsOfTheTruth() {
    assertThat(rows(listings.train()))
        .containsExactlyInAnyOrderElementsOf(text(listings.truth().train()));
    assertThat(rows(listings.test()))
        .containsExactlyInAnyOrderElementsOf(text(listings.truth().test()));
    assertThat(rows(listings.canary()))
        .containsExactlyInAnyOrderElementsOf(text(listings.truth().canary()));
  }

  @Test
  void aFrameIsTwoFilesAtMost() {
    assertThat(listings.train().inputFiles()).hasSize(2);
    assertThat(listings.canary().inputFiles()).hasSize(1);
  }

  @Test
  void theImputersMediansAreExactlyTheTruth() {
    String[] columns = {
      "host_income", "bathrooms", "beds", "review_scores_rating", "review_scores_location"
    };
    Imputer imputer =
        new Imputer().setStrategy("median").setInputCols(columns).setOutputCols(columns);
    ListingsTruth truth = listings.truth();
    assertThat(surrogates(imputer.fit(listings.train())))
        .isEqualTo(medians(truth.train(), columns));
    assertThat(surrogates(imputer.fit(listings.all()))).isEqualTo(medians(truth.all(), columns));
  }

  @Test
  void completeFramesHaveNoGapNoOutlierAndNoDuplicate() {
    for (Dataset<Row> frame : List.of(listings.completeTrain(), listings.completeTest())) {
      assertThat(frame.na().drop().count()).isEqualTo(frame.count());
      assertThat(frame.select("id").distinct().count()).isEqualTo(frame.count());
      assertThat(
              frame
                  .where(
                      "price > 0 and price < 10000 and minimum_nights <= 365 and host_response_rate between 0 and 100")
                  .count())
          .isEqualTo(frame.count());
    }
  }

  @Test
  void rawHoldsTheSameValuesAsText() {
    // The price is the one that a learner has to take apart; every other column casts as it is.
    Column[] casts =
        Arrays.stream(Listings.SCHEMA.fields())
            .map(
                f ->
                    (f.name().startsWith("price")
                            ? translate(col(f.name()), "$,", "")
                            : col(f.name()))
                        .cast(f.dataType())
                        .as(f.name()))
            .toArray(Column[]::new);
    assertThat(rows(listings.raw().select(casts)))
        .containsExactlyInAnyOrderElementsOf(rows(listings.all()));
    assertThat(listings.raw().where("price rlike '^.[0-9],[0-9]{3}[.]00$'").count()).isPositive();
  }

  @Test
  void rawIsWhatSparkReadsFromTheCsvFile(@TempDir Path folder) throws IOException {
    ListingsGenerator generator = new ListingsGenerator();
    Path file = folder.resolve("listings.csv");
    Files.writeString(file, generator.samples(generator.generate(7)).get(0).text());
    Dataset<Row> csv =
        TestSpark.session().read().option("header", true).csv(file.toUri().toString());
    assertThat(csv.schema()).isEqualTo(Listings.RAW_SCHEMA);
    assertThat(rows(csv)).containsExactlyInAnyOrderElementsOf(rows(listings.raw()));
  }

  private static List<Object> medians(Table table, String... columns) {
    return Arrays.stream(columns).<Object>map(name -> table.values(name).median()).toList();
  }

  private static List<Object> surrogates(ImputerModel model) {
    Row row = model.surrogateDF().first();
    return IntStream.range(0, row.size()).mapToObj(row::get).toList();
  }

  private static List<String> rows(Dataset<Row> frame) {
    return frame.collectAsList().stream().map(row -> row.mkString("|")).toList();
  }

  private static List<String> text(Table table) {
    return table.rows().stream()
        .map(row -> String.join("|", row.stream().map(String::valueOf).toList()))
        .toList();
  }
}
