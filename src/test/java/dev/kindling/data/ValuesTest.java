package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class ValuesTest {

  private final Values values = values(5, null, 1, 2, 10);

  @Test
  void nullsNeverCount() {
    assertThat(values.present()).containsExactly(5, 1, 2, 10);
    assertThat(values.median()).isEqualTo(3.5);
    assertThat(values.mean()).isEqualTo(4.5);
    assertThat(values.sd()).isCloseTo(4.0415, within(1e-4));
  }

  @Test
  void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
    assertThat(values(9, 1, 2).median()).isEqualTo(2);
  }

  @Test
  void aMedianIsClearWhenItsNeighboursAreTheSame() {
    assertThat(values(1, 4, 4, 4, 4, 4, 9).medianIsClear(0.01)).isTrue();
    assertThat(values(1, 2, 3, 4, 5, 6, 9).medianIsClear(0.01)).isFalse();
  }

  @Test
  void theModeIsTheMostFrequentAndOfSeveralTheFirst() {
    assertThat(values("b", "a", null, null, null, "b", "a").mode()).isEqualTo("a");
    assertThat(values("b", "a", "b").counts()).containsEntry("b", 2L).hasSize(2);
  }

  @Test
  void noValueHasNoStatistics() {
    assertThatThrownBy(() -> values((Object) null).median())
        .hasMessageStartingWith("There is no value");
  }

  @Test
  void quantilesAreThoseOfSparkWithoutError() {
    SparkSession spark = TestSpark.session();
    Draws draws = new Draws(3);
    for (int size : new int[] {1, 2, 7, 100, 101}) {
      List<Double> numbers =
          Collections.nCopies(size, 0).stream().map(i -> draws.normal()).toList();
      Dataset<Double> frame = spark.createDataset(numbers, Encoders.DOUBLE());
      double[] shares = {0, 0.01, 0.25, 0.5, 0.75, 0.99, 1};
      double[] expected = frame.stat().approxQuantile("value", shares, 0);
      Values sample = new Values(List.copyOf(numbers));
      assertThat(Arrays.stream(shares).map(sample::quantile))
          .containsExactly(Arrays.stream(expected).boxed().toArray(Double[]::new));
    }
  }

  @Test
  void variancesAreOfASampleOrOfAPopulation() {
    Values marks = values(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(marks.populationVariance()).isEqualTo(4);
    assertThat(marks.variance()).isCloseTo(32 / 7.0, within(1e-12));
    assertThat(marks.sd()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    assertThat(values(3).variance()).isNaN();
    assertThat(marks.sum()).isEqualTo(40);
    assertThat(marks.min()).isEqualTo(2);
    assertThat(marks.max()).isEqualTo(9);
  }

  @Test
  void aPercentileLiesBetweenTwoValuesIfNeedBe() {
    assertThat(values(10, 20, 30, 40).percentile(0.25)).isEqualTo(17.5);
    assertThat(values(10, 20, 30, 40).percentile(1)).isEqualTo(40);
    assertThat(values(7).percentile(0.3)).isEqualTo(7);
  }

  @Test
  void modesAreAllThatAreMostFrequent() {
    assertThat(values("b", "a", null, "b", "a", "c").modes()).containsExactly("a", "b");
    assertThatThrownBy(() -> values().mode()).hasMessageStartingWith("There is no value");
  }

  @Test
  void skewnessAndPercentilesAreThoseOfSpark() {
    List<Double> numbers = List.of(1.0, 2.0, 2.0, 3.5, 9.0, -4.0, 0.25);
    var row =
        TestSpark.session()
            .createDataset(numbers, Encoders.DOUBLE())
            .selectExpr("skewness(value)", "percentile(value, 0.4)")
            .first();
    Values sample = new Values(List.copyOf(numbers));
    assertThat(sample.skewness()).isCloseTo(row.getDouble(0), within(1e-12));
    assertThat(sample.percentile(0.4)).isCloseTo(row.getDouble(1), within(1e-12));
  }

  private static Values values(Object... values) {
    return new Values(Arrays.asList(values));
  }
}
