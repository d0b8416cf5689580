package dev.kindling.data.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Aggregate;
import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    assertThat(meanBeforeGaps(truth, "host_income")).isGreaterThan(1.05 * told);
    assertThat(meanBeforeGaps(truth, "beds"))
        .isCloseTo(told(truth.train(), "beds").mean(), within(0.05));

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
      Values train = told(truth.train(), column);
      Values all = told(truth.all(), column);
      assertThat(all.median()).as(column).isGreaterThan(1.01 * train.median());
      assertThat(all.mean()).as(column).isGreaterThan(1.01 * train.mean());
      assertThat(Math.abs(train.mean() - train.median()))
          .as(column)
          .isGreaterThan(0.01 * train.median());
    }
    Values times = truth.train().values("host_response_time");
    assertThat(times.mode()).isEqualTo("within a few hours");
    assertThat(truth.all().values("host_response_time").mode()).isEqualTo("within an hour");
    long most = times.counts().values().stream().mapToLong(Long::longValue).max().orElseThrow();
    assertThat(truth.train().size() - times.present().size())
        .as("null is ahead of every level")
        .isGreaterThan((int) (1.2 * most));
    Values rates = truth.train().values(ListingsTruth.SENTINEL_COLUMN);
    Values known = told(truth.train(), ListingsTruth.SENTINEL_COLUMN);
    assertThat(rates.median()).as("with sentinels").isNotEqualTo(known.median());
    assertThat(rates.mean()).as("with sentinels").isGreaterThan(known.mean() + 5);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void roomTypesHaveMediansOfTheirOwn(long seed) {
    Table train = truth(seed).train();
    for (String column : List.of("host_income", "bathrooms", "beds", "review_scores_rating")) {
      Table medians =
          train.groupBy("room_type").agg(Aggregate.of("median", column, Values::median));
      assertThat(medians.column("room_type"))
          .containsExactlyInAnyOrder("Entire home/apt", "Private room", "Shared room");
      assertThat(medians.column("median")).as(column).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void oneLevelIsInTestOnly(long seed) {
    ListingsTruth truth = truth(seed);
    Set<Object> train = levels(truth.train(), "property_type");
    Set<Object> test = levels(truth.test(), "property_type");
    test.removeAll(train);
    assertThat(test).containsExactly(Homes.TEST_ONLY_PROPERTY);
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
    Values logPrices =
        new Values(truth.test().map(row -> Math.log(truth.prices().get(row.get("id")))));
    double unexplained = Math.pow(truth.testRmseFloor(), 2) / logPrices.populationVariance();
    assertThat(1 - unexplained).as("the largest R² on test").isBetween(0.75, 0.92);
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

  /** The values of a column that are neither null nor a sentinel. */
  private static Values told(Table table, String column) {
    boolean coded = column.equals(ListingsTruth.SENTINEL_COLUMN);
    return table
        .where(row -> !coded || !ListingsTruth.SENTINELS.contains(row.get(column)))
        .values(column);
  }

  /** The mean that a column of train would have, had nothing been taken away. */
  private static double meanBeforeGaps(ListingsTruth truth, String column) {
    Map<Integer, Object> taken = truth.removed().get(column);
    return new Values(truth.train().map(row -> taken.getOrDefault(row.get("id"), row.get(column))))
        .mean();
  }

  private static Set<Object> levels(Table table, String column) {
    return new TreeSet<>(table.values(column).present());
  }
}
