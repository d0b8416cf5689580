package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Which places of expected rows of numbers must be negated to come nearest to what was found. Each
 * pair of numbers has a vote, so that one large number that is wrong does not turn all others.
 */
final class Signs {

  /** Numbers that are this near vote, in relation to the larger of them. */
  private static final double NEAR = 0.1;

  /** Beside the largest number of its place, one that is this small is nothing but rounding. */
  private static final double NOTHING = 1e-6;

  private record Pair(double expected, double actual) {}

  private final boolean together;
  private final List<List<Pair>> places = new ArrayList<>();

  /**
   * @param together whether all places of a row turn together, or each by itself
   */
  Signs(boolean together) {
    this.together = together;
  }

  /** Two values that belong together; what is no row of numbers says nothing. */
  void see(Object expected, Object actual) {
    double[] wanted = Numbers.of(expected).map(Numbers::numbers).orElse(new double[0]);
    double[] found = Numbers.of(actual).map(Numbers::numbers).orElse(new double[0]);
    for (int i = 0; i < Math.min(wanted.length, found.length); i++) {
      place(i).add(new Pair(wanted[i], found[i]));
    }
  }

  private List<Pair> place(int index) {
    int place = together ? 0 : index;
    while (places.size() <= place) {
      places.add(new ArrayList<>());
    }
    return places.get(place);
  }

  /** Negates in an expected value what must be negated, by the pairs that were seen. */
  UnaryOperator<Object> turning() {
    List<Boolean> turns = places.stream().map(Signs::turns).toList();
    return expected ->
        Numbers.of(expected)
            .filter(wanted -> turns.contains(true))
            .map(wanted -> wanted.with(turned(wanted.numbers(), turns)))
            .orElse(expected);
  }

  private double[] turned(double[] numbers, List<Boolean> turns) {
    double[] turned = numbers.clone();
    for (int i = 0; i < turned.length; i++) {
      int place = together ? 0 : i;
      if (place < turns.size() && turns.get(place)) {
        turned[i] = 0 - turned[i];
      }
    }
    return turned;
  }

  private static boolean turns(List<Pair> pairs) {
    double largest = pairs.stream().mapToDouble(pair -> Math.abs(pair.expected())).max().orElse(0);
    int votes = 0;
    double products = 0;
    for (Pair pair : pairs) {
      double size = Math.max(Math.abs(pair.expected()), Math.abs(pair.actual()));
      if (size > NOTHING * largest) {
        votes += near(pair.expected(), pair.actual(), size);
        votes -= near(-pair.expected(), pair.actual(), size);
      }
      double product = pair.expected() * pair.actual();
      products += Double.isFinite(product) ? product : 0;
    }
    return votes < 0 || (votes == 0 && products < 0);
  }

  private static int near(double one, double other, double size) {
    return Math.abs(one - other) <= NEAR * size ? 1 : 0;
  }
}
