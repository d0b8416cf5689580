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

  private static Values values(Object... values) {
    return new Values(Arrays.asList(values));
  }
}
