package dev.kindling.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

  /** With a single feature of two values the fit is the two shares: 1 of 4, and 2 of 3. */
  private static final Table TWO_GROUPS =
      Table.parse(
          """
          x:int | y:int
          0     | 0
          0     | 0
          0     | 0
          0     | 1
          5     | 1
          5     | 1
          5     | 0
          """);

  @Test
  void anExampleByHandIsRight() {
    LogisticFit fit = LogisticFit.of(TWO_GROUPS, List.of("x"), "y");
    assertThat(fit.intercept()).isCloseTo(Math.log(1 / 3.0), within(1e-10));
    assertThat(fit.coefficients()[0])
        .isCloseTo((Math.log(2) - Math.log(1 / 3.0)) / 5, within(1e-10));
    assertThat(fit.probability(5)).isCloseTo(2 / 3.0, within(1e-10));
    assertThat(fit.probability(0)).isCloseTo(0.25, within(1e-10));
  }

  @Test
  void featuresThatSayTheSameShareWhatTheySay() {
    Table rows = TWO_GROUPS.with("z", row -> row.number("x")).with("c", row -> 3);
    LogisticFit one = LogisticFit.of(TWO_GROUPS, List.of("x"), "y");
    LogisticFit two = LogisticFit.of(rows, List.of("x", "z", "c"), "y");
    double half = one.coefficients()[0] / 2;
    assertThat(two.coefficients()).containsExactly(new double[] {half, half, 0}, within(1e-9));
    assertThat(two.intercept()).isCloseTo(one.intercept(), within(1e-9));
  }

  @Test
  void labelsThatARuleTellsWithoutErrorHaveNoMaximum() {
    assertThatThrownBy(
            () -> LogisticFit.of(new double[][] {{1}, {2}, {3}, {4}}, new double[] {0, 0, 1, 1}))
        .hasMessageStartingWith("The likelihood has no maximum within reach");
    assertThat(
            LogisticFit.ridge(new double[][] {{1}, {2}, {3}, {4}}, new double[] {0, 0, 1, 1}, 1)
                .coefficients()[0])
        .isBetween(0.5, 2.0);
    assertThat(
            LogisticFit.of(new double[][] {{}, {}, {}, {}}, new double[] {0, 1, 1, 1}).intercept())
        .isCloseTo(Math.log(3), within(1e-10));
    assertThatThrownBy(() -> LogisticFit.of(new double[][] {{1}, {2}}, new double[] {0, 2}))
        .hasMessageContaining("0 or 1");
  }

  @Test
  void sparkFitsTheSame() {
    SmallData data = SmallData.of(120, 3);
    assertThat(Arrays.stream(data.classes()).sum()).isBetween(20.0, 100.0);
    LogisticRegression spark =
        new LogisticRegression().setLabelCol("class").setTol(1e-14).setMaxIter(500);
    LogisticRegressionModel plain = spark.fit(data.frame());
    LogisticFit fit = LogisticFit.of(data.features(), data.classes());
    assertThat(fit.coefficients()).containsExactly(plain.coefficients().toArray(), within(1e-5));
    assertThat(fit.intercept()).isCloseTo(plain.intercept(), within(1e-4));

    double r = 0.1;
    LogisticRegressionModel ridge = spark.setRegParam(r).fit(data.frame());
    double[] sds = data.sampleSds();
    double[][] scaled =
        Arrays.stream(data.features())
            .map(row -> new double[] {row[0] / sds[0], row[1] / sds[1]})
            .toArray(double[][]::new);
    LogisticFit own = LogisticFit.ridge(scaled, data.classes(), data.classes().length * r);
    assertThat(own.coefficients()[0] / sds[0])
        .isCloseTo(ridge.coefficients().apply(0), within(1e-6));
    assertThat(own.coefficients()[1] / sds[1])
        .isCloseTo(ridge.coefficients().apply(1), within(1e-6));
  }
}
