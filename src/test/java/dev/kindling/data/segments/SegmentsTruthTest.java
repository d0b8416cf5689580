package dev.kindling.data.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted holds for every seed; plain Java, no Spark. */
class SegmentsTruthTest {

  private static SegmentsTruth truth(long seed) {
    return new SegmentsGenerator().generate(seed).truth();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void rowsAddUpWithIdsThatSayNothing(long seed) {
    SegmentsTruth truth = truth(seed);
    assertThat(List.of(truth.train().size(), truth.test().size(), truth.canary().size()))
        .containsExactly(2400, 600, 400);
    assertThat(truth.segments()).hasSize(3400);
    assertThat(truth.segments().values())
        .filteredOn(segment -> segment == SegmentsTruth.STRAY)
        .hasSize(34);
    assertThat(new HashSet<>(truth.all().column("customer_id")))
        .hasSize(3000)
        .doesNotContainAnyElementsOf(truth.canary().column("customer_id"));
    assertThat(truth.all().rows()).allSatisfy(row -> assertThat(row).doesNotContainNull());
    for (int segment = 0; segment < Centres.SEGMENTS; segment++) {
      double meanId = mean(truth, "customer_id", segment);
      // At least 480 customers: a standard error of 45.
      assertThat(meanId).isCloseTo(11_700, within(200.0));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void segmentsLieWhereTheyWerePlanted(long seed) {
    SegmentsTruth truth = truth(seed);
    for (String column : truth.centres().means().keySet()) {
      for (int segment = 0; segment < Centres.SEGMENTS; segment++) {
        Values values = of(truth, column, segment);
        double sd = truth.centres().sds().get(column);
        double error = sd / Math.sqrt(values.present().size());
        assertThat(values.mean())
            .as("%s of segment %s", column, segment)
            .isCloseTo(truth.centres().mean(column, segment), within(5 * error));
        assertThat(values.sd()).isBetween(0.85 * sd, 1.15 * sd);
      }
    }
    assertThat(truth.centres().means().keySet())
        .containsAll(Segments.TELLING)
        .contains(Segments.LOUD);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void anyTwoSegmentsDifferInFourColumns(long seed) {
    Centres centres = truth(seed).centres();
    for (int one = 0; one < Centres.SEGMENTS; one++) {
      for (int other = 0; other < one; other++) {
        int different = 0;
        for (String column : Segments.TELLING) {
          boolean high = centres.isHigh(column, one);
          different += high == centres.isHigh(column, other) ? 0 : 1;
        }
        assertThat(different).isEqualTo(4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026, 3, 4, 5, 6, 8, 9})
  void theTrueCentresFindTheSegmentsAndIncomeDoesNot(long seed) {
    SegmentsTruth truth = truth(seed);
    for (Table table : List.of(truth.train(), truth.test(), truth.all(), truth.canary())) {
      // Any two centres are 8.8 standard deviations apart or more: one customer in 50,000 or less
      // is nearer to another.
      Map<Integer, Integer> nearest = new HashMap<>();
      table.stream()
          .forEach(row -> nearest.put((int) row.whole("customer_id"), nearest(truth, row)));
      assertThat(truth.agreement(nearest)).isGreaterThan(0.995);
    }
    assertThat(truth.incomeAgreement(truth.train())).isBetween(-0.01, 0.02);
    assertThat(truth.incomeAgreement(truth.all())).isBetween(-0.01, 0.02);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void testReachesBeyondTrainOnBothSides(long seed) {
    SegmentsTruth truth = truth(seed);
    List<String> columns = new ArrayList<>(Segments.TELLING);
    columns.add(Segments.LOUD);
    for (String column : columns) {
      Values train = truth.train().values(column);
      Values test = truth.test().values(column);
      double tenth = 0.099 * (train.quantile(1) - train.quantile(0));
      assertThat(test.quantile(1)).as(column).isGreaterThan(train.quantile(1) + tenth);
      assertThat(test.quantile(0)).as(column).isLessThan(train.quantile(0) - tenth).isPositive();
    }
    assertThat(truth.train().values("returns").quantile(1)).isEqualTo(3);
    assertThat(truth.test().values("returns").quantile(1)).isEqualTo(4);
    assertThat(truth.all().values("open_days").counts()).isEqualTo(Map.of(6.0, 3000L));
    // 2,400 rows: a standard error of 0.0045.
    assertThat(truth.train().where("returns", 0.0).size() / 2400.0).isCloseTo(0.95, within(0.023));
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void spendScattersAroundTheSumAsPlanted(long seed) {
    SegmentsTruth truth = truth(seed);
    assertThat(truth.spend().noise()).isEqualTo(60);
    // Standard errors: 60 / sqrt(2 n).
    assertThat(truth.floorRmse(truth.train())).isCloseTo(60, within(4.4));
    assertThat(truth.floorRmse(truth.canary())).isCloseTo(60, within(10.7));
    assertThat(truth.train().values("spend").sd()).isGreaterThan(250);
    assertThat(truth.all().values("spend").quantile(0)).isPositive();
    assertThat(truth.spend().coefficients().keySet()).containsExactlyElementsOf(Segments.FEATURES);
    assertThat(truth.spend().coefficients()).containsEntry("open_days", 0.0);
    assertThat(truth.spend().coefficients()).isNotEqualTo(truth(seed + 1).spend().coefficients());
  }

  @Test
  void agreementLeavesStraysOut() {
    SegmentsTruth truth = truth(42);
    assertThat(truth.agreement(truth.segments())).isOne();
    Map<Integer, Integer> broken = new HashMap<>(truth.segments());
    broken.replaceAll((id, segment) -> segment == SegmentsTruth.STRAY ? id : segment);
    assertThat(broken).isNotEqualTo(truth.segments());
    assertThat(truth.agreement(broken)).isOne();
  }

  @Test
  void theCardTellsTheNumbersOfTheGenerator() {
    assertThat(Path.of("datasets", "segments", "README.md"))
        .content()
        .contains(
            "| `train()` | 2,400 |",
            "| `test()` | %d |".formatted(SegmentsGenerator.TEST),
            "| `canary()` | %d |".formatted(SegmentsGenerator.CANARY),
            "one customer in %d belongs to none".formatted(SegmentsGenerator.ONE_STRAY_IN),
            "High is %.0f standard deviations above low".formatted(Centres.STEP),
            "give or take\n%s".formatted(2 * Centres.JITTER),
            "standard deviation %.0f dollars".formatted(SpendModel.NOISE),
            "standard deviation of 9,000",
            "differs by %.0f from".formatted(Centres.INCOME_STEP),
            "0 for %.0f %% of".formatted(100 - 100 * SegmentsGenerator.SHARE_WITH_RETURNS),
            "shop is open: %.0f for all".formatted(SegmentsGenerator.OPEN_DAYS),
            "About 32, 27, 23 and 18 percent")
        .contains(
            List.of(Segments.SCHEMA.fieldNames()).stream().map(c -> "| `" + c + "` |").toList());
    assertThat(Centres.WEIGHTS).containsExactly(0.32, 0.27, 0.23, 0.18);
    assertThat(Centres.INCOME_SD).isEqualTo(9000);
  }

  /** The segment whose centre is nearest, each column in its own standard deviations. */
  private static int nearest(SegmentsTruth truth, TableRow customer) {
    return IntStream.range(0, Centres.SEGMENTS)
        .boxed()
        .min(Comparator.comparingDouble(segment -> distance(truth.centres(), customer, segment)))
        .orElseThrow();
  }

  private static double distance(Centres centres, TableRow customer, int segment) {
    return Segments.TELLING.stream()
        .mapToDouble(
            column ->
                (customer.number(column) - centres.mean(column, segment))
                    / centres.sds().get(column))
        .map(off -> off * off)
        .sum();
  }

  private static double mean(SegmentsTruth truth, String column, int segment) {
    return of(truth, column, segment).mean();
  }

  /** The values in train and test of one segment. */
  private static Values of(SegmentsTruth truth, String column, int segment) {
    Table all = truth.all();
    int index = all.columns().indexOf(column);
    return new Values(
        all.rows().stream()
            .filter(row -> truth.segments().get((Integer) row.get(0)) == segment)
            .map(row -> row.get(index))
            .toList());
  }
}
