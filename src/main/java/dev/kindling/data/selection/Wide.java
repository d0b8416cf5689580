package dev.kindling.data.selection;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import dev.kindling.data.Streams;
import dev.kindling.data.Table;
import dev.kindling.reference.Auc;
import dev.kindling.reference.Correlations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A few rows with many numbers, and a label that is a coin. Whoever chooses the numbers that go
 * along with the label on all rows, test rows included, seems to have found something.
 *
 * @param train {@link #TRAIN} rows: {@code id}, {@code values}, {@code label}
 * @param test {@link #TEST} rows
 */
public record Wide(Table train, Table test) {

  /** How many rows there are to learn from. */
  public static final int TRAIN = 80;

  /** How many rows there are to judge with. */
  public static final int TEST = 40;

  /** How many numbers are chosen in {@link #biasedAuc()} and {@link #honestAuc()}. */
  public static final int CHOSEN = 20;

  /** {@link #biasedAuc()} is at least this for every seed. */
  static final double LEAST_BIASED = 0.8;

  /** {@link #honestAuc()} is at most this far from one half for every seed. */
  static final double HONEST_MARGIN = 0.1;

  private static final int MOST_ATTEMPTS = 1000;

  static Wide draw(Streams streams) {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      Wide wide = attempt(streams.draws("wide#" + attempt));
      if (wide.biasedAuc() >= LEAST_BIASED && Math.abs(wide.honestAuc() - 0.5) <= HONEST_MARGIN) {
        return wide;
      }
    }
    throw new IllegalStateException(
        "The wide frame came out wrong %d times with seed %d."
            .formatted(MOST_ATTEMPTS, streams.seed()));
  }

  /**
   * The area under the ROC curve on test rows if the numbers are chosen with all rows: far above
   * one half, though there is nothing to find. The score is the sum of the chosen numbers, with the
   * sign that each has on train rows.
   */
  public double biasedAuc() {
    return auc(chosen(train.union(test)));
  }

  /** The same area if the numbers are chosen with train rows alone: about one half. */
  public double honestAuc() {
    return auc(chosen(train));
  }

  private static Wide attempt(Draws draws) {
    int[] coins = draws.permutation(TRAIN + TEST);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < coins.length; i++) {
      List<Object> values = new ArrayList<>();
      for (int j = 0; j < Signals.WIDTH; j++) {
        values.add(Decimals.round(draws.normal(), 3));
      }
      rows.add(List.of(i + 1, values, (double) (coins[i] % 2)));
    }
    List<String> columns = List.of(Signals.WIDE_SCHEMA.fieldNames());
    return new Wide(
        new Table(columns, rows.subList(0, TRAIN)),
        new Table(columns, rows.subList(TRAIN, rows.size())));
  }

  /** The numbers that go along most with the label, from 0. */
  private static int[] chosen(Table rows) {
    double[] labels = labels(rows);
    double[] strengths = new double[Signals.WIDTH];
    for (int j = 0; j < strengths.length; j++) {
      strengths[j] = Math.abs(Correlations.pearson(numbers(rows, j), labels));
    }
    return IntStream.range(0, strengths.length)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -strengths[j]))
        .limit(CHOSEN)
        .mapToInt(j -> j)
        .toArray();
  }

  private double auc(int... chosen) {
    double[] scores = new double[test.size()];
    for (int j : chosen) {
      double sign = Math.signum(Correlations.pearson(numbers(train, j), labels(train)));
      double[] values = numbers(test, j);
      Arrays.setAll(scores, i -> scores[i] + sign * values[i]);
    }
    boolean[] positive = new boolean[test.size()];
    double[] labels = labels(test);
    for (int i = 0; i < labels.length; i++) {
      positive[i] = labels[i] == 1;
    }
    return Auc.of(scores, positive);
  }

  private static double[] numbers(Table rows, int index) {
    return rows.column("values").stream()
        .mapToDouble(values -> (Double) ((List<?>) values).get(index))
        .toArray();
  }

  private static double[] labels(Table rows) {
    return rows.column(Signals.LABEL).stream().mapToDouble(label -> (Double) label).toArray();
  }
}
