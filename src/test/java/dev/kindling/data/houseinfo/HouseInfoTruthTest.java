package dev.kindling.data.houseinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted holds for every seed; plain Java, no Spark. */
class HouseInfoTruthTest {

  private static HouseInfoTruth truth(long seed) {
    return new HouseInfoGenerator().generate(seed).truth();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void asManyObjectsAreMissingForEverySeed(long seed) {
    HouseInfoTruth truth = truth(seed);
    assertThat(truth.houses().flat().size()).isEqualTo(500);
    assertThat(withoutInfo(truth.houses())).isEqualTo(20);
    assertThat(withoutAddress(truth.houses())).isEqualTo(35);
    assertThat(truth.canary().flat().size()).isEqualTo(100);
    assertThat(withoutInfo(truth.canary())).isEqualTo(4);
    assertThat(withoutAddress(truth.canary())).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void halfOfTheMissingObjectsAreNullAndHalfAreLeftOut(long seed) {
    List<Object> lines = truth(seed).houses().lines().column("value");
    assertThat(lines)
        .filteredOn(line -> line.toString().contains("\"house_info\":null"))
        .hasSize(10);
    assertThat(lines).filteredOn(line -> !line.toString().contains("house_info")).hasSize(10);
    assertThat(lines)
        .filteredOn(line -> line.toString().contains("\"address\":null"))
        .hasSizeBetween(17, 18);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void sentinelsStandWhereCleanedCellsAreNull(long seed) {
    HouseTables houses = truth(seed).houses();
    Losses.SENTINELS.forEach(
        (column, share) -> {
          // 480 records with house_info: a standard error of 0.02 at most.
          int sentinels = sentinels(houses, column);
          assertThat(sentinels / 480.0).as(column).isCloseTo(share, within(0.08));
          assertThat(houses.cleaned().where(column, null).size()).isEqualTo(sentinels + 20);
          assertThat(houses.cleaned().values(column).quantile(0)).isNotNegative();
        });
    assertThat(Losses.SENTINELS).hasSize(3);
    assertThat(sentinels(houses, "num_rooms")).isZero();
    assertThat(houses.flat().where("num_basement_rooms", 0).size())
        .as("0 is a value")
        .isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void whatIsNotLostIsComplete(long seed) {
    HouseTables houses = truth(seed).houses();
    Table complete = houses.complete();
    assertThat(complete.rows()).allSatisfy(row -> assertThat(row).doesNotContainNull());
    assertThat(new HashSet<>(complete.column("id"))).hasSize(500);
    for (String column : HouseInfoGenerator.FLAT) {
      List<Object> cleaned = houses.cleaned().column(column);
      for (int i = 0; i < cleaned.size(); i++) {
        assertThat(cleaned.get(i)).isIn(null, complete.column(column).get(i));
      }
    }
    assertThat(complete.values("street_name").counts()).hasSize(60);
    assertThat(complete.values("num_bedrooms").sorted()).contains(1, 4).doesNotContain(0, 5);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void pricesScatterAroundTheSumAsPlanted(long seed) {
    HouseInfoTruth truth = truth(seed);
    Table complete = truth.houses().complete();
    List<Object> off = new ArrayList<>();
    for (List<Object> row : complete.rows()) {
      double expected =
          truth.prices().base()
              + truth.prices().cities().get((String) row.get(complete.columns().indexOf("city")));
      for (var term : truth.prices().coefficients().entrySet()) {
        double value = number(complete, row, term.getKey());
        expected += term.getValue() * (term.getKey().equals("year_built") ? value - 1950 : value);
      }
      off.add(number(complete, row, "price") - expected);
    }
    // 500 rows: standard errors of 670 for the mean and 475 for the standard deviation.
    assertThat(new Values(off).mean()).isCloseTo(0, within(3400.0));
    assertThat(new Values(off).sd()).isCloseTo(15_000, within(2400.0));
    assertThat(complete.values("price").quantile(0)).isGreaterThan(50_000);
  }

  @Test
  void theCardTellsTheNumbersOfTheGenerator() {
    assertThat(Path.of("datasets", "houseinfo", "README.md"))
        .content()
        .contains(
            "| `lines()` | %d |".formatted(HouseInfoGenerator.HOUSES),
            "| `canaryLines()`, `canary()` | %d |".formatted(HouseInfoGenerator.CANARY),
            "1 of %d records".formatted(Losses.WITHOUT_INFO),
            "7 of %d records".formatted(Losses.WITHOUT_ADDRESS),
            "standard deviation 15,000")
        .contains(
            Losses.SENTINELS.values().stream()
                .map(share -> "in about %.0f %%".formatted(100 * share))
                .toList())
        .contains(
            Stream.of(HouseInfo.INFO.fieldNames()).map(f -> "| `house_info." + f + "` |").toList());
  }

  private static int withoutInfo(HouseTables houses) {
    return houses.flat().where("num_rooms", null).size();
  }

  private static int withoutAddress(HouseTables houses) {
    return houses.flat().where(row -> row.isNull("city") && !row.isNull("num_rooms")).size();
  }

  private static int sentinels(HouseTables houses, String column) {
    return houses.flat().where(row -> HouseTables.isSentinel(row.get(column))).size();
  }

  private static double number(Table table, List<Object> row, String column) {
    return ((Number) row.get(table.columns().indexOf(column))).doubleValue();
  }
}
