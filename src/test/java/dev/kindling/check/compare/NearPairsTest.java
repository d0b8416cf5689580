package dev.kindling.check.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearPairsTest {

  @Test
  void anEqualPartnerIsGivenUpWhereAnotherRowNeedsIt() {
    assertThat(pairs(1, new double[][] {{2}, {1}}, new double[][] {{2}, {3}})).isEqualTo(2);
  }

  @Test
  void sortingIsNotEnoughInTwoDimensions() {
    // Sorted by the first number, the first expected row takes the only partner of the second.
    double[][] expected = {{1.0, 5}, {1.5, 5.9}};
    double[][] actual = {{1.2, 5.9}, {1.4, 4.1}};
    assertThat(pairs(1, expected, actual)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void thereAreAsManyPairsAsThereCanBe(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      int dimensions = 1 + random.nextInt(3);
      double[][] expected = cloud(random, 1 + random.nextInt(7), dimensions);
      double[][] actual = cloud(random, 1 + random.nextInt(7), dimensions);
      assertThat(pairs(1, expected, actual))
          .as("%s and %s", Arrays.deepToString(expected), Arrays.deepToString(actual))
          .isEqualTo(most(expected, actual, 0, new boolean[actual.length]));
    }
  }

  @Test
  void manyRowsThatAreAllNearAreNoTrouble() {
    int size = 50_000;
    double[][] expected =
        IntStream.range(0, size).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
    double[][] actual =
        IntStream.range(0, size).mapToObj(i -> new double[] {i + 0.25}).toArray(double[][]::new);
    assertThat(pairs(1e9, expected, actual)).isEqualTo(size);
  }

  private static double[][] cloud(SplittableRandom random, int size, int dimensions) {
    double[][] points = new double[size][dimensions];
    for (double[] point : points) {
      Arrays.setAll(point, i -> random.nextInt(8) / 2.0);
    }
    return points;
  }

  private static int pairs(double tolerance, double[][] expected, double[][] actual) {
    int[] partners = new NearPairs(rows(expected, tolerance), rows(actual, tolerance)).partners();
    int[] taken = IntStream.of(partners).filter(partner -> partner >= 0).toArray();
    assertThat(IntStream.of(taken).distinct().count()).isEqualTo(taken.length);
    return taken.length;
  }

  private static List<KeyedRow> rows(double[][] points, double tolerance) {
    List<KeyedRow> rows = new ArrayList<>();
    for (double[] point : points) {
      List<Object> values = new ArrayList<>();
      List<Tolerance> tolerances = new ArrayList<>();
      for (double value : point) {
        values.add(value);
        tolerances.add(Tolerance.within(tolerance));
      }
      rows.add(KeyedRow.of(rows.size(), values, tolerances));
    }
    return rows;
  }

  /** Tries everything. */
  private static int most(double[][] expected, double[][] actual, int from, boolean[] taken) {
    if (from == expected.length) {
      return 0;
    }
    int best = most(expected, actual, from + 1, taken);
    for (int a = 0; a < actual.length; a++) {
      if (!taken[a] && near(expected[from], actual[a])) {
        taken[a] = true;
        best = Math.max(best, 1 + most(expected, actual, from + 1, taken));
        taken[a] = false;
      }
    }
    return best;
  }

  private static boolean near(double[] one, double[] other) {
    return IntStream.range(0, one.length).allMatch(i -> Math.abs(one[i] - other[i]) <= 1);
  }
}
