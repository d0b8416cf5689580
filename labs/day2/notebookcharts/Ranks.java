package day2.notebookcharts;

import java.util.Arrays;
import java.util.List;

/** Correlations of two lists of numbers in plain Java. */
final class Ranks {

  private Ranks() {}

  /** Spearman's: that of the ranks; equal values share the mean of their ranks. */
  static double spearman(List<Double> x, List<Double> y) {
    return pearson(ranks(x), ranks(y));
  }

  static double pearson(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double products = 0;
    double squaresX = 0;
    double squaresY = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squaresX += (x[i] - meanX) * (x[i] - meanX);
      squaresY += (y[i] - meanY) * (y[i] - meanY);
    }
    return products / Math.sqrt(squaresX * squaresY);
  }

  static double[] ranks(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] ranks = new double[values.size()];
    for (int i = 0; i < ranks.length; i++) {
      int first = first(sorted, values.get(i));
      int last = first;
      while (last + 1 < sorted.length && sorted[last + 1] == sorted[first]) {
        last++;
      }
      ranks[i] = (first + last) / 2.0;
    }
    return ranks;
  }

  private static int first(double[] sorted, double value) {
    int index = Arrays.binarySearch(sorted, value);
    while (index > 0 && sorted[index - 1] == value) {
      index--;
    }
    return index;
  }
}
