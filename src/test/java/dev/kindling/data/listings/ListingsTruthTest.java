package dev.kindling.data.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted holds for every seed; plain Java, no Spark. */
class ListingsTruthTest {

  private static ListingsTruth truth(long seed) {
    return new ListingsGenerator().generate(seed).truth();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void rowsDuplicatesAndPartsAddUp(long seed) {
    ListingsTruth truth = truth(seed);
    assertThat(List.of(truth.train().size(), truth.test().size(), truth.canary().size()))
        .containsExactly(5400, 1800, 400);
    Set<Object> train = new HashSet<>(truth.train().column("id"));
    Set<Object> test = new HashSet<>(truth.test().column("id"));
    Set<Object> canary = new HashSet<>(truth.canary().column("id"));
    assertThat(train).hasSize(5355).doesNotContainAnyElementsOf(test);
    assertThat(test).hasSize(1785);
    assertThat(canary)
        .hasSize(400)
        .doesNotContainAnyElementsOf(train)
        .doesNotContainAnyElementsOf(test);
    assertThat(truth.duplicates()).hasSize(60).doesNotContainAnyElementsOf(truth.outlierIds());
    for (Integer id : truth.duplicates()) {
      Table copies = truth.all().where("id", id);
      assertThat(copies.rows()).hasSize(2);
      assertThat(copies.rows().get(0)).isEqualTo(copies.rows().get(1));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void outliersAreTheFortyPlantedOnesAndNoOther(long seed) {
    ListingsTruth truth = truth(seed);
    assertThat(truth.outlierIds()).hasSize(40);
    Table all = truth.all();
    for (List<Object> row : all.rows()) {
      Integer id = (Integer) cell(all, row, "id");
      double price = (Double) cell(all, row, "price");
      int nights = (Integer) cell(all, row, "minimum_nights");
      assertThat(price == 0).isEqualTo(truth.outliers(Outlier.PRICE_ZERO).contains(id));
      assertThat(price > 10_000).isEqualTo(truth.outliers(Outlier.PRICE_HUGE).contains(id));
      assertThat(nights == 100_000_000)
          .isEqualTo(truth.outliers(Outlier.MINIMUM_NIGHTS_HUGE).contains(id));
      assertThat(nights == 100_000_000 || nights <= 365).isTrue();
      assertThat(price == 0 || price > 10_000 || price == truth.prices().get(id)).isTrue();
    }
    assertThat(truth.prices().values())
        .allSatisfy(price -> assertThat(price).isBetween(5.0, 9000.0));
    assertThat(truth.test().values("price").quantile(0)).isPositive();
    assertThat(truth.test().values("price").quantile(1)).isLessThan(9000);
    assertThat(truth.test().values("minimum_nights").quantile(1)).isEqualTo(100_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void gapsHaveTheirMechanisms(long seed) {
    ListingsTruth truth = truth(seed);
    // Shares of about 7,600 rows: five standard errors of 6 % are 1.4 %.
    assertThat(share(truth, "review_scores_rating")).isCloseTo(0.06, within(0.015));
    assertThat(share(truth, "beds")).isCloseTo(0.04, within(0.012));
    assertThat(share(truth, "host_response_time")).isCloseTo(0.42, within(0.03));
    assertThat(share(truth, "host_response_rate")).isCloseTo(0.18, within(0.025));

    // Shares of 600 to 2,500 train rows: about five standard errors each.
    assertThat(nulls(truth.train().where("room_type", "Entire home/apt"), "bathrooms"))
        .isCloseTo(0.02, within(0.015));
    assertThat(nulls(truth.train().where("room_type", "Private room"), "bathrooms"))
        .isCloseTo(0.10, within(0.03));
    assertThat(nulls(truth.train().where("room_type", "Shared room"), "bathrooms"))
        .isCloseTo(0.30, within(0.09));

    double told = truth.train().values("host_income").mean();
    double removed = new Values(List.copyOf(truth.removed().get("host_income").values())).mean();
    assertThat(removed).as("the rich keep their income back").isGreaterThan(1.5 * told);
    assertThat(truth.trainMeanBeforeGaps("host_income")).isGreaterThan(1.05 * told);
    assertThat(truth.trainMeanBeforeGaps("beds")).isCloseTo(truth.trainMean("beds"), within(0.05));

    assertThat(truth.missing("review_scores_location"))
        .containsAll(truth.missing("review_scores_rating"));
    assertThat(truth.missing("review_scores_location"))
        .hasSizeGreaterThan(truth.missing("review_scores_rating").size());
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void everyGapIsInTheTruthAndNoOther(long seed) {
    ListingsTruth truth = truth(seed);
    for (Table table : List.of(truth.train(), truth.test(), truth.canary())) {
      for (String column : table.columns()) {
        List<Object> ids = table.column("id");
        List<Object> values = table.column(column);
        Set<Integer> gaps = truth.removed().containsKey(column) ? truth.missing(column) : Set.of();
        for (int i = 0; i < values.size(); i++) {
          boolean gap =
              column.equals(ListingsTruth.SENTINEL_COLUMN)
                  ? ListingsTruth.SENTINELS.contains(values.get(i))
                  : values.get(i) == null;
          assertThat(gap).as("%s of %s", column, ids.get(i)).isEqualTo(gaps.contains(ids.get(i)));
        }
      }
    }
    assertThat(truth.removed().values())
        .allSatisfy(values -> assertThat(values.values()).isNotEmpty().doesNotContainNull());
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void trainAndAllRowsHaveOtherMediansMeansAndModes(long seed) {
    ListingsTruth truth = truth(seed);
    assertThat(ListingsTruth.NUMERIC_GAPS).hasSize(6);
    for (String column : ListingsTruth.NUMERIC_GAPS) {
      double train = truth.trainMedian(column);
      double all = (Double) truth.allMedians(column).rows().get(0).get(0);
      double mean = truth.trainMean(column);
      assertThat(all).as(column).isGreaterThan(1.01 * train);
      assertThat((Double) truth.allMeans(column).rows().get(0).get(0))
          .as(column)
          .isGreaterThan(1.01 * mean);
      assertThat(Math.abs(mean - train)).as(column).isGreaterThan(0.01 * train);
    }
    assertThat(truth.trainMode("host_response_time")).isEqualTo("within a few hours");
    assertThat(truth.allMode("host_response_time")).isEqualTo("within an hour");
    Values times = truth.train().values("host_response_time");
    long most = times.counts().values().stream().mapToLong(Long::longValue).max().orElseThrow();
    assertThat(truth.train().size() - times.present().size())
        .as("null is ahead of every level")
        .isGreaterThan((int) (1.2 * most));
    assertThat(truth.trainMedianWithSentinels())
        .isNotEqualTo(truth.trainMedian("host_response_rate"));
    assertThat(truth.trainMeanWithSentinels())
        .isGreaterThan(truth.trainMean("host_response_rate") + 5);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void roomTypesHaveMediansOfTheirOwn(long seed) {
    ListingsTruth truth = truth(seed);
    Table groups =
        truth.trainMediansBy(
            "room_type", "host_income", "bathrooms", "beds", "review_scores_rating");
    assertThat(groups.column("room_type"))
        .containsExactly("Entire home/apt", "Private room", "Shared room");
    for (String column : List.of("host_income", "bathrooms", "beds", "review_scores_rating")) {
      assertThat(groups.column(column)).as(column).doesNotHaveDuplicates();
    }
    assertThat(truth.trainMediansBy("room_type").columns()).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void oneLevelIsInTestOnly(long seed) {
    ListingsTruth truth = truth(seed);
    Set<Object> train = levels(truth.train(), "property_type");
    Set<Object> test = levels(truth.test(), "property_type");
    test.removeAll(train);
    assertThat(test).containsExactly(ListingsTruth.TEST_ONLY);
    assertThat(train).hasSize(6).isEqualTo(levels(truth.canary(), "property_type"));
    for (String column :
        List.of(
            "neighbourhood_cleansed",
            "room_type",
            "bed_type",
            "cancellation_policy",
            "host_response_time")) {
      assertThat(levels(truth.train(), column))
          .as(column)
          .containsAll(levels(truth.test(), column));
    }
    assertThat(truth.train().values("neighbourhood_cleansed").counts())
        .hasSize(36)
        .allSatisfy((place, count) -> assertThat(count).isGreaterThan(30));
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void noiseSetsTheFloor(long seed) {
    ListingsTruth truth = truth(seed);
    // The standard error of the standard deviation of 1,800 draws is 0.3 / sqrt(3600) = 0.005.
    assertThat(truth.testRmseFloor()).isCloseTo(truth.noise(), within(0.025));
    assertThat(truth.testR2Ceiling()).isBetween(0.75, 0.92);
    assertThatThrownBy(() -> truth.coefficient("pets"))
        .hasMessageStartingWith("There is no term 'pets' in the price");
  }

  private static Object cell(Table table, List<Object> row, String column) {
    return row.get(table.columns().indexOf(column));
  }

  private static double share(ListingsTruth truth, String column) {
    return truth.missing(column).size() / (double) truth.prices().size();
  }

  private static double nulls(Table table, String column) {
    return table.column(column).stream().filter(Objects::isNull).count() / (double) table.size();
  }

  private static Set<Object> levels(Table table, String column) {
    return new TreeSet<>(table.values(column).present());
  }
}
