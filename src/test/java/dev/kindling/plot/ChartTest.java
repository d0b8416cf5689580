package dev.kindling.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.TestSpark;
import dev.kindling.plot.spec.ChartNotes;
import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChartTest {

  private SparkSession spark;

  /** Prices 0 to 99, then a null, a NaN and an infinity; room a or b, or null. */
  private Dataset<Row> homes;

  @BeforeAll
  void frames() {
    spark = TestSpark.session();
    homes =
        spark
            .range(0, 103, 1, 3)
            .toDF("id")
            .selectExpr(
                "id",
                "case when id = 100 then null when id = 101 then double('NaN')"
                    + " when id = 102 then double('Infinity') else double(id) end as price",
                "case when id % 10 = 0 then null when id % 2 = 0 then 'a' else 'b' end as room",
                "date_add(date'2026-01-01', int(id)) as day",
                "int(id % 4) as beds");
  }

  private static ChartNotes notes(ChartSpec spec) {
    return spec.notes().orElseThrow();
  }

  @Test
  void aHistogramCountsEveryDrawableValueOnce() {
    ChartSpec spec = Chart.histogram(homes, "price").bins(9).spec();

    assertThat(spec.mark()).isEqualTo("bar");
    assertThat(spec.encoding("x").bin()).isEqualTo("binned");
    assertThat(spec.values("count")).containsExactly(11d, 11d, 11d, 11d, 11d, 11d, 11d, 11d, 12d);
    assertThat(spec.rows().get(0)).containsEntry("bin_start", 0.0).containsEntry("bin_end", 11.0);
    assertThat(spec.rows().get(8)).containsEntry("bin_end", 99.0);
  }

  @Test
  void nullsAndNumbersWithoutEndAreCountedAndTold() {
    ChartSpec spec = Chart.histogram(homes, "price").spec();

    assertThat(notes(spec))
        .isEqualTo(
            new ChartNotes(
                103, 100, false, Map.of("null in price", 1L, "not finite in price", 2L)));
    assertThat(spec.subtitle())
        .isEqualTo(
            "1 of 103 rows left out: null in price\n2 of 103 rows left out: not finite in price");
  }

  @Test
  void aLogHistogramHasBinsOfEqualRatioAndTellsOfZeros() {
    ChartSpec spec = Chart.histogram(homes, "price").bins(2).logScale().spec();

    assertThat(spec.encoding("x").log()).isTrue();
    assertThat((Double) spec.rows().get(0).get("bin_end")).isCloseTo(Math.sqrt(99), within(1e-9));
    assertThat(spec.values("count")).containsExactly(9d, 90d);
    assertThat(notes(spec).leftOut()).containsEntry("0 or less in price", 1L);
  }

  @Test
  void oneValueMakesOneBinAndNoneMakesNone() {
    assertThat(Chart.histogram(homes.where("id = 7"), "price").spec().values("count"))
        .containsExactly(1.0);
    ChartSpec none = Chart.histogram(homes.where("id = 100"), "price").spec();
    assertThat(none.rows()).isEmpty();
    assertThat(none.subtitle()).contains("1 of 1 rows left out: null in price");
  }

  @Test
  void barsAggregateAndNullIsACategoryToo() {
    ChartSpec spec = Chart.bar(homes.where("id < 100"), "room", "price", Aggregate.MEDIAN).spec();

    assertThat(spec.values("room")).containsExactly("b", "a", null);
    assertThat(spec.values("median_price")).containsExactly(50.0, 50.0, 45.0);
    assertThat(spec.encoding("x").type()).isEqualTo("nominal");
    assertThat(spec.encoding("y").field()).isEqualTo("median_price");
  }

  @Test
  void barsCountRowsWithoutAValueColumn() {
    ChartSpec spec = Chart.bar(homes, "beds").spec();

    assertThat(spec.encoding("x").type()).isEqualTo("ordinal");
    assertThat(spec.values("count")).containsExactly(26d, 26d, 26d, 25d);
  }

  @Test
  void ofManyCategoriesTheMostFrequentAreDrawnAndTheRestIsTold() {
    ChartSpec spec = Chart.bar(homes, "id").spec();

    assertThat(spec.rows()).hasSize(50);
    assertThat(spec.subtitle()).startsWith("the 50 most frequent of about 1").endsWith(" of id");
    assertThat(notes(spec).drawn()).isEqualTo(50);
  }

  @Test
  void aBoxHoldsTheFiveNumbersOfTukeyAndCountsWhatLiesBeyond() {
    Dataset<Row> values =
        spark
            .range(0, 101, 1, 4)
            .selectExpr("'flat' as room", "if(id = 100, 1000d, double(id)) as price");

    ChartSpec spec = Chart.box(values, "room", "price").spec();

    assertThat(spec.mark()).isEqualTo("boxplot");
    assertThat(spec.values("statistic")).containsExactly("low", "q1", "median", "q3", "high");
    assertThat(spec.values("price")).containsExactly(0d, 25d, 50d, 75d, 99d);
    assertThat(spec.subtitle()).startsWith("1 of 101 values lie beyond the whiskers");
  }

  @Test
  void aHeatMapHasACellForEachPairAndNumbersRise() {
    ChartSpec spec = Chart.heatmap(homes, "room", "beds", "price", Aggregate.MAX).spec();

    assertThat(spec.mark()).isEqualTo("rect");
    // Even numbers are a or null, odd ones b, whatever the beds.
    assertThat(spec.rows()).hasSize(6);
    assertThat(spec.definition("y").path("sort").asText()).isEqualTo("descending");
    assertThat(spec.encoding("color").field()).isEqualTo("max_price");
    assertThat(spec.rows()).contains(Map.of("room", "b", "beds", 3.0, "max_price", 99.0));
  }

  @Test
  void correlationsAreShadedFromBothSidesOfZero() {
    Dataset<Row> matrix =
        homes.where("id < 4").selectExpr("room", "beds", "double(beds) / 4 - 0.5 as r");

    ChartSpec spec = Chart.heatmap(matrix, "beds", "room", "r").spec();

    assertThat(spec.encoding("color").title()).as("of one row a cell").isEqualTo("r");
    assertThat(spec.definition("color").toString())
        .contains("\"domainMid\":0", "\"domain\":[-0.5,0.5]");
  }

  @Test
  void cellsThatNobodySeesAreRefused() {
    Dataset<Row> many = spark.range(0, 3000).selectExpr("id as a", "id * 2 as b");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chart.heatmap(many, "a", "b").spec())
        .withMessageContaining("more than 2,500 cells");
  }

  @Test
  void aScatterPlotDrawsASampleAndSaysSo() {
    ChartSpec spec = Chart.scatter(homes, "id", "price").sample(40, 7).spec();

    assertThat(spec.mark()).isEqualTo("point");
    assertThat(spec.rows()).hasSize(40).doesNotHaveDuplicates();
    assertThat(spec.subtitle()).startsWith("sampled 40 of 100 rows (seed 7)");
    assertThat(notes(spec).sampled()).isTrue();
    assertThat(Chart.scatter(homes, "id", "price").sample(40, 7).spec()).isEqualTo(spec);
    assertThat(Chart.scatter(homes, "id", "price").sample(40, 8).spec().rows())
        .isNotEqualTo(spec.rows());
  }

  @Test
  void aSmallFrameIsDrawnWhole() {
    ChartSpec spec = Chart.scatter(homes, "id", "price").color("room").spec();

    assertThat(spec.rows()).hasSize(100);
    assertThat(notes(spec).sampled()).isFalse();
    assertThat(spec.encoding("color").field()).isEqualTo("room");
  }

  @Test
  void aThousandRowsIsTheUsualSample() {
    Dataset<Row> many = spark.range(0, 20_000, 1, 4).selectExpr("id as a", "id * 2 as b");

    assertThat(Chart.scatter(many, "a", "b").spec().rows()).hasSize(1_000);
  }

  @Test
  void aLineRunsInTheOrderOfItsDates() {
    ChartSpec spec = Chart.line(homes.orderBy(functions.rand(3)), "day", "price").spec();

    assertThat(spec.encoding("x").type()).isEqualTo("temporal");
    assertThat(spec.values("price").subList(0, 4)).containsExactly(0d, 1d, 2d, 3d);
    assertThat(spec.values("day").get(0)).isEqualTo("2026-01-01");
  }

  @Test
  void aCounterIsOneNumber() {
    assertThat(Chart.counter(homes, "price", Aggregate.MEAN).spec().values("mean_price"))
        .containsExactly(49.5);
    assertThat(Chart.counter(homes.where("id = 5"), "price").spec().values("price"))
        .containsExactly(5.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chart.counter(homes, "price").spec())
        .withMessageContaining("more than one row");
  }

  @Test
  void whatIsSetStands() {
    ChartSpec spec =
        Chart.histogram(homes, "price").title("Prices").description("Even.").bins(3).spec();

    assertThat(spec.title()).isEqualTo("Prices");
    assertThat(spec.description()).isEqualTo("Even.");
    assertThat(spec.rows()).hasSize(3);
  }

  @Test
  void whatDoesNotFitTheKindIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chart.scatter(homes, "id", "price").bins(3))
        .withMessage("A scatter plot has no setting for bins.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chart.scatter(homes, "id", "price").sample(5_001, 1))
        .withMessageContaining("1 to 5,000 rows, not 5,001");
    assertThatIllegalArgumentException().isThrownBy(() -> Chart.histogram(homes, "price").bins(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chart.scatter(homes, "id", "price").color("id").spec())
        .withMessageContaining("nobody can tell so many colours apart");
  }

  @Test
  void aColumnThatIsMissingOrTextIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chart.histogram(homes, "prise").spec())
        .withMessage(
            "There is no column 'prise' to draw. The frame has id, price, room, day, beds.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Chart.histogram(homes, "room").spec())
        .withMessageContaining("The column 'room' is string, and this chart needs numbers there.");
  }

  @Test
  void columnsMayHaveAnyName() {
    Dataset<Row> odd =
        homes.selectExpr("price as `a.b`", "room as `x``y`").where("`a.b` is not null");

    ChartSpec spec = Chart.box(odd, "x`y", "a.b").spec();

    assertThat(spec.encoding("y").field()).isEqualTo("a.b");
    assertThat(spec.values("a.b")).hasSize(15).doesNotContainNull();
    assertThat(Chart.bar(odd, "a.b", "a.b").spec().encoding("x").field()).isEqualTo("a.b");
  }

  @Test
  void twoJobsMakeAnyChartAndThreeABoxPlot() {
    Dataset<Row> cached = homes.cache();
    cached.count();
    Map<Integer, List<Supplier<ChartSpec>>> charts =
        Map.of(
            2,
            List.of(
                () -> Chart.histogram(cached, "price").spec(),
                () -> Chart.bar(cached, "room", "price").spec(),
                () -> Chart.heatmap(cached, "room", "beds").spec(),
                () -> Chart.scatter(cached, "id", "price").sample(10, 1).spec(),
                () -> Chart.line(cached, "day", "price").spec(),
                () -> Chart.counter(cached, "price", Aggregate.MEDIAN).spec()),
            3,
            List.of(() -> Chart.box(cached, "room", "price").spec()));

    charts.forEach(
        (jobs, makers) ->
            makers.forEach(
                maker -> assertThat(Jobs.during(spark, maker)).as("jobs").isBetween(1, jobs)));
  }
}
