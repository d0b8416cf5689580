package dev.kindling.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Draws;
import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LinearFitTest {

  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void anExampleByHandIsRight() {
    // The means are 2.5 and 2.75, the products add to 5.5 and the squares of x to 5.
    LinearFit fit = LinearFit.of(new double[][] {{1}, {2}, {3}, {4}}, new double[] {1, 3, 2, 5});
    assertThat(fit.coefficients()[0]).isCloseTo(1.1, EXACT);
    assertThat(fit.intercept()).isCloseTo(0, EXACT);
    assertThat(fit.fitted()).containsExactly(new double[] {1.1, 2.2, 3.3, 4.4}, EXACT);
    assertThat(fit.residuals()).containsExactly(new double[] {-0.1, 0.8, -1.3, 0.6}, EXACT);
    assertThat(fit.rSquared()).isCloseTo(30.25 / 43.75, EXACT);
    assertThat(fit.rmse()).isCloseTo(Math.sqrt(2.7 / 4), EXACT);
    assertThat(fit.predict(10)).isCloseTo(11, EXACT);
  }

  @Test
  void plantedCoefficientsAreFoundInAnyUnit() {
    Draws draws = new Draws(7);
    double[][] features = new double[50][];
    double[] target = new double[50];
    for (int i = 0; i < features.length; i++) {
      features[i] = new double[] {draws.normal(1e6, 1e5), draws.normal(0, 1e-4), draws.below(2)};
      target[i] = 3 + 2e-5 * features[i][0] - 4e3 * features[i][1] + 7 * features[i][2];
    }
    LinearFit fit = LinearFit.of(features, target);
    assertThat(fit.intercept()).isCloseTo(3, within(1e-7));
    assertThat(fit.coefficients()[0]).isCloseTo(2e-5, within(1e-13));
    assertThat(fit.coefficients()[1]).isCloseTo(-4e3, within(1e-5));
    assertThat(fit.coefficients()[2]).isCloseTo(7, EXACT);
    assertThat(fit.rSquared()).isCloseTo(1, EXACT);
  }

  @Test
  void featuresThatSayTheSameShareWhatTheySayAndConstantsSayNothing() {
    Table rows =
        Table.parse(
            """
            x:double | twice:double | same:int | y:double
            1        | 2            | 5        | 1
            2        | 4            | 5        | 3
            3        | 6            | 5        | 2
            4        | 8            | 5        | 5
            """);
    LinearFit fit = LinearFit.of(rows, List.of("x", "twice", "same"), "y");
    assertThat(fit.coefficients()).containsExactly(new double[] {0.55, 0.275, 0}, EXACT);
    assertThat(fit.fitted()).containsExactly(new double[] {1.1, 2.2, 3.3, 4.4}, EXACT);
  }

  @Test
  void moreFeaturesThanRowsAndNoFeatureAtAllAreFitted() {
    LinearFit wide = LinearFit.of(new double[][] {{1, 0, 2}, {0, 1, 1}}, new double[] {3, 5});
    assertThat(wide.fitted()).containsExactly(new double[] {3, 5}, EXACT);
    LinearFit none = LinearFit.of(new double[][] {{}, {}}, new double[] {3, 5});
    assertThat(none.intercept()).isEqualTo(4);
    assertThat(none.rSquared()).isZero();
    assertThatThrownBy(() -> LinearFit.of(new double[][] {{1}}, new double[] {1, 2}))
        .hasMessage("There are 1 rows of features and 2 targets: give each row one of both.");
  }

  @Test
  void aPenaltyShrinksByItsFormula() {
    // With one centred feature the coefficient is Σxy / (Σx² + penalty).
    LinearFit fit =
        LinearFit.ridge(new double[][] {{1}, {2}, {3}, {4}}, new double[] {1, 3, 2, 5}, 6);
    assertThat(fit.coefficients()[0]).isCloseTo(5.5 / 11, EXACT);
    assertThat(fit.intercept()).isCloseTo(2.75 - 0.5 * 2.5, EXACT);
    assertThatThrownBy(() -> LinearFit.ridge(new double[][] {{1}}, new double[] {1}, -1))
        .hasMessageContaining("'-1.0'");
  }

  @Test
  void sparkFitsTheSame() {
    SmallData data = SmallData.of(40, 5);
    LinearRegressionModel plain = new LinearRegression().setSolver("normal").fit(data.frame());
    LinearFit fit = LinearFit.of(data.features(), data.numbers());
    assertThat(fit.coefficients()).containsExactly(plain.coefficients().toArray(), within(1e-8));
    assertThat(fit.intercept()).isCloseTo(plain.intercept(), within(1e-8));
    assertThat(fit.rSquared()).isCloseTo(plain.summary().r2(), within(1e-8));

    double r = 0.3;
    LinearRegressionModel ridge =
        new LinearRegression().setSolver("normal").setRegParam(r).fit(data.frame());
    int n = data.numbers().length;
    double[] sds = data.populationSds();
    double[][] scaled =
        Arrays.stream(data.features())
            .map(row -> new double[] {row[0] / sds[0], row[1] / sds[1]})
            .toArray(double[][]::new);
    LinearFit own = LinearFit.ridge(scaled, data.numbers(), n * r / data.sdOfNumbers());
    assertThat(own.coefficients()[0] / sds[0])
        .isCloseTo(ridge.coefficients().apply(0), within(1e-8));
    assertThat(own.coefficients()[1] / sds[1])
        .isCloseTo(ridge.coefficients().apply(1), within(1e-8));
  }
}
