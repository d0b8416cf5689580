package dev.kindling.reference;

import java.util.Collection;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How mixed a list of labels is: 0 if they are all the same. */
public final class Impurity {

  private static final double BIT = Math.log(2);

  private Impurity() {}

  /** The entropy in bits: - Σ p log2 p, as a decision tree in Spark has it. */
  public static double entropy(List<?> labels) {
    return sum(labels, share -> -share * Math.log(share) / BIT);
  }

  /** Gini's impurity: Σ p (1 - p), the chance that two labels drawn with replacement differ. */
  public static double gini(List<?> labels) {
    return sum(labels, share -> share * (1 - share));
  }

  private static double sum(List<?> labels, DoubleUnaryOperator ofShare) {
    Collection<Long> counts =
        labels.stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
            .values();
    return counts.stream()
        .mapToDouble(count -> ofShare.applyAsDouble(count / (double) labels.size()))
        .sum();
  }
}
