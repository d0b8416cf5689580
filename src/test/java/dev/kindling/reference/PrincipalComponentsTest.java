package dev.kindling.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

  /** Height in cm and weight in kg of four people. */
  private static final Table PEOPLE =
      Table.of("height", "weight").row(160.0, 50).row(170.0, 70).row(180.0, 60).row(190.0, 80);

  private static final List<String> COLUMNS = List.of("height", "weight");

  @Test
  void anExampleByHandIsRight() {
    // Both columns have variance 500/3, and their covariance is 400/3: the correlation is 0.8.
    PrincipalComponents scaled = PrincipalComponents.scaled(PEOPLE, COLUMNS);
    assertThat(scaled.variances().get(0)).isCloseTo(1.8, within(1e-12));
    assertThat(scaled.variances().get(1)).isCloseTo(0.2, within(1e-12));
    assertThat(scaled.means()).containsExactly(175.0, 65.0);
    double first = scaled.vectors().get(0).get(0);
    assertThat(first).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(scaled.vectors().get(0).get(1)).isCloseTo(first, within(1e-12));
    assertThat(scaled.shares().get(0)).isCloseTo(0.9, within(1e-12));
    assertThat(List.of(scaled.needed(0.5), scaled.needed(0.89), scaled.needed(0.95)))
        .containsExactly(1, 1, 2);

    PrincipalComponents unscaled = PrincipalComponents.unscaled(PEOPLE, COLUMNS);
    assertThat(unscaled.variances().get(0)).isCloseTo(900 / 3.0, within(1e-9));
    assertThat(unscaled.sds()).containsExactly(1.0, 1.0);
  }

  @Test
  void rowsAreProjectedAsTheComponentsWereMade() {
    PrincipalComponents scaled = PrincipalComponents.scaled(PEOPLE, COLUMNS);
    double sd = Math.sqrt(500 / 3.0);
    assertThat(scaled.project(PEOPLE, 1).get(0).get(0))
        .isCloseTo((-15 - 15) / sd * Math.sqrt(0.5), within(1e-12));
    assertThat(scaled.project(PEOPLE, 2)).allMatch(row -> row.size() == 2);
  }

  @Test
  void theLargestElementOfADirectionIsPositive() {
    assertThat(SymmetricEigen.signed(List.of(0.5, -0.7, 0.1))).containsExactly(-0.5, 0.7, -0.1);
    assertThat(SymmetricEigen.signed(List.of(0.6, -0.6, 0.0))).containsExactly(0.6, -0.6, 0.0);
    assertThat(SymmetricEigen.signed(List.of(-0.6, 0.6, 0.0))).containsExactly(0.6, -0.6, 0.0);
  }

  @Test
  void aMatrixThatIsNotSymmetricIsRefused() {
    assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}, {3, 4}}))
        .hasMessage(
            "The matrix [[1.0, 2.0], [3.0, 4.0]] is not symmetric, so its eigenvectors need not be real.");
  }

  @Test
  void vectorsAreEigenvectors() {
    double[][] matrix = {{4, 1, -2}, {1, 3, 0.5}, {-2, 0.5, 5}};
    SymmetricEigen eigen = SymmetricEigen.of(matrix);
    assertThat(eigen.values()).isSortedAccordingTo((a, b) -> Double.compare(b, a)).hasSize(3);
    for (int k = 0; k < 3; k++) {
      List<Double> vector = eigen.vectors().get(k);
      for (int i = 0; i < 3; i++) {
        double product = 0;
        for (int j = 0; j < 3; j++) {
          product += matrix[i][j] * vector.get(j);
        }
        assertThat(product).isCloseTo(eigen.values().get(k) * vector.get(i), within(1e-12));
      }
    }
  }
}
