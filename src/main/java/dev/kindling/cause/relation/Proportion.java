package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * All numbers are those that were expected, times something: one factor for all, or the factor by
 * which the formulas for a sample and for a whole population differ, with an n for each number.
 */
final class Proportion implements Relation {

  private static final int PAIRS = 3;
  private static final int DIGITS = 5;
  private static final double MOST = 1e5;
  private static final double WHOLE = 1e-4;

  @Override
  public Optional<Cause> of(Paired paired) {
    return Numbers.of(paired)
        .filter(numbers -> numbers.bits() >= Numbers.ENOUGH)
        .flatMap(numbers -> formula(numbers).or(() -> factor(numbers)));
  }

  /** The variance of n values differs by (n - 1)/n, the deviation by the root of that. */
  private static Optional<Cause> formula(Numbers numbers) {
    List<Numbers.Pair> pairs = numbers.differing();
    if (sizes(pairs, ratio -> ratio * ratio)) {
      return Optional.of(population(numbers, pairs.get(0), "√((n−1)/n)", ratio -> ratio * ratio));
    }
    if (sizes(pairs, ratio -> ratio)) {
      return Optional.of(population(numbers, pairs.get(0), "(n−1)/n", ratio -> ratio));
    }
    if (sizes(pairs, ratio -> 1 / (ratio * ratio))) {
      return Optional.of(sample(numbers, pairs.get(0), "√(n/(n−1))", ratio -> 1 / (ratio * ratio)));
    }
    return sizes(pairs, ratio -> 1 / ratio)
        ? Optional.of(sample(numbers, pairs.get(0), "n/(n−1)", ratio -> 1 / ratio))
        : Optional.empty();
  }

  private static Cause population(
      Numbers numbers, Numbers.Pair first, String factor, DoubleUnaryOperator share) {
    return new Cause(
        "n-and-n-minus-1",
        "Your numbers%s are ours times %s, for example %s with n = %,.0f: n and n − 1 were mixed up. Either n is divided by where n − 1 is asked for, or what the numbers are divided by took n − 1 where n is asked for."
            .formatted(numbers.columns(), factor, text(ratio(first)), size(first, share)));
  }

  private static Cause sample(
      Numbers numbers, Numbers.Pair first, String factor, DoubleUnaryOperator share) {
    return new Cause(
        "n-and-n-minus-1",
        "Your numbers%s are ours times %s, for example %s with n = %,.0f: n and n − 1 were mixed up. Either n − 1 is divided by where n is asked for, or what the numbers are divided by, such as a deviation, took n where n − 1 is asked for."
            .formatted(numbers.columns(), factor, text(ratio(first)), size(first, share)));
  }

  private static boolean sizes(List<Numbers.Pair> pairs, DoubleUnaryOperator share) {
    long different = pairs.stream().map(pair -> Math.rint(size(pair, share))).distinct().count();
    // Small round numbers have an n for nearly every pair: 3.5 and 3 are 7 and 6.
    boolean telling =
        (pairs.size() >= 2 && different == 1)
            || pairs.stream()
                .allMatch(
                    pair ->
                        Numbers.digits(pair.expected()) >= DIGITS
                            && Numbers.digits(pair.actual()) >= DIGITS);
    return !pairs.isEmpty()
        && telling
        && pairs.stream()
            .allMatch(
                pair -> {
                  double n = size(pair, share);
                  return n > 1.5 && n < MOST && Math.abs(n - Math.rint(n)) < WHOLE;
                });
  }

  /** The n for which (n - 1)/n is the share. */
  private static double size(Numbers.Pair pair, DoubleUnaryOperator share) {
    return 1 / (1 - share.applyAsDouble(ratio(pair)));
  }

  private static double ratio(Numbers.Pair pair) {
    return pair.actual() / pair.expected();
  }

  private static Optional<Cause> factor(Numbers numbers) {
    List<Numbers.Pair> pairs = numbers.differing();
    if (pairs.size() < PAIRS || pairs.stream().anyMatch(pair -> pair.expected() == 0)) {
      return Optional.empty();
    }
    double factor = ratio(pairs.get(0));
    boolean all =
        Double.isFinite(factor)
            && factor != 0
            && numbers.pairs().stream().allMatch(pair -> pair.near(factor * pair.expected()));
    return all
        ? Optional.of(
            new Cause(
                "constant-factor",
                "Your numbers%s are ours times %s, every one of them: what they are divided by, or their unit, is another."
                    .formatted(numbers.columns(), text(factor))))
        : Optional.empty();
  }

  private static String text(double factor) {
    return String.format(Locale.ROOT, "%.6g", factor).replaceFirst("(\\.\\d*?)0+$", "$1");
  }
}
