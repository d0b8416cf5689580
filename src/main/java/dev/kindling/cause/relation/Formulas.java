package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** All numbers are the same function of those that were expected. */
final class Formulas implements Relation {

  private record Formula(String id, String what, DoubleUnaryOperator of) {}

  private static final int DECIMALS = 6;

  private static final List<Formula> ALL = all();

  private static List<Formula> all() {
    List<Formula> all = new ArrayList<>();
    all.add(new Formula("sign-turned", "ours with the sign turned", x -> -x));
    all.add(
        new Formula(
            "sign-lost", "ours without their sign: a distance, not a difference", Math::abs));
    all.add(
        new Formula(
            "cut-to-whole",
            "ours cut to whole numbers: an int on the way (a cast, or a division of two ints) drops what is behind the point",
            x -> x < 0 ? Math.ceil(x) : Math.floor(x)));
    all.add(new Formula("rounded-down", "ours rounded down", Math::floor));
    all.add(new Formula("rounded-up", "ours rounded up", Math::ceil));
    for (int decimals = 0; decimals <= DECIMALS; decimals++) {
      int scale = decimals;
      String to =
          decimals == 0 ? "whole numbers" : decimals == 1 ? "one decimal" : decimals + " decimals";
      all.add(
          new Formula(
              "rounded",
              "ours rounded to " + to + ": leave the rounding to whoever shows them",
              x -> rounded(x, scale, RoundingMode.HALF_UP)));
      all.add(
          new Formula(
              "rounded",
              "ours rounded to " + to + ", halves to the even neighbour",
              x -> rounded(x, scale, RoundingMode.HALF_EVEN)));
    }
    all.add(
        new Formula(
            "single-precision",
            "ours in single precision: a float on the way keeps seven digits",
            x -> (double) (float) x));
    all.add(new Formula("squared", "the squares of ours", x -> x * x));
    all.add(new Formula("root-taken", "the square roots of ours", Math::sqrt));
    all.add(new Formula("natural-logarithm", "the natural logarithms of ours", Math::log));
    all.add(new Formula("log-of-one-more", "log(1 + x) of ours", Math::log1p));
    all.add(new Formula("decimal-logarithm", "the decimal logarithms of ours", Math::log10));
    all.add(
        new Formula(
            "binary-logarithm",
            "the logarithms of ours to base 2",
            x -> Math.log(x) / Math.log(2)));
    all.add(
        new Formula(
            "exponential",
            "ours with `exp` applied: they are still to be taken back to the scale that is asked for, or were twice",
            Math::exp));
    all.add(new Formula("exponential-less-one", "ours with `expm1` applied", Math::expm1));
    all.add(
        new Formula(
            "log-base",
            "ours times ln 10: natural logarithms where decimal ones belong",
            x -> x * Math.log(10)));
    all.add(
        new Formula(
            "log-base",
            "ours divided by ln 10: decimal logarithms where natural ones belong",
            x -> x / Math.log(10)));
    all.add(
        new Formula(
            "log-base",
            "ours times ln 2: natural logarithms where those to base 2 belong (nats instead of bits)",
            x -> x * Math.log(2)));
    all.add(
        new Formula(
            "log-base",
            "ours divided by ln 2: logarithms to base 2 where natural ones belong (bits instead of nats)",
            x -> x / Math.log(2)));
    all.add(
        new Formula(
            "degrees-and-radians",
            "ours times 180/π: degrees where radians belong",
            Math::toDegrees));
    all.add(
        new Formula(
            "degrees-and-radians",
            "ours times π/180: radians where degrees belong",
            Math::toRadians));
    all.add(new Formula("complement", "1 minus ours: the share of the others", x -> 1 - x));
    all.add(
        new Formula("complement", "100 minus ours: the percentage of the others", x -> 100 - x));
    all.add(new Formula("turned-over", "1 divided by ours: the ratio is upside down", x -> 1 / x));
    all.add(
        new Formula(
            "percent", "ours times 100: percentages where shares are asked for", x -> x * 100));
    all.add(
        new Formula(
            "share-for-percent",
            "ours divided by 100: shares where percentages are asked for",
            x -> x / 100));
    all.add(new Formula("thousandfold", "ours times 1,000: look at the unit", x -> x * 1000));
    all.add(new Formula("thousandth", "ours divided by 1,000: look at the unit", x -> x / 1000));
    all.add(
        new Formula(
            "twice",
            "exactly twice ours: something is counted twice, or a division by 2 is left out",
            x -> x * 2));
    all.add(
        new Formula(
            "half",
            "exactly half of ours: something is left out, or divided by 2 once too often",
            x -> x / 2));
    return List.copyOf(all);
  }

  private static double rounded(double x, int scale, RoundingMode mode) {
    return Double.isFinite(x)
        ? new BigDecimal(Double.toString(x)).setScale(scale, mode).doubleValue()
        : x;
  }

  @Override
  public Optional<Cause> of(Paired paired) {
    Optional<Numbers> numbers = Numbers.of(paired);
    if (numbers.isEmpty() || numbers.get().bits() < Numbers.ENOUGH) {
      return Optional.empty();
    }
    List<Numbers.Pair> pairs = numbers.get().pairs();
    return ALL.stream()
        .filter(
            formula ->
                pairs.stream()
                    .allMatch(pair -> pair.near(formula.of().applyAsDouble(pair.expected()))))
        .findFirst()
        .map(
            formula ->
                new Cause(
                    formula.id(),
                    "Your numbers%s are %s.".formatted(numbers.get().columns(), formula.what())));
  }
}
