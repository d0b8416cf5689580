package dev.kindling.cause.relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;

/**
 * The numbers of the columns that differ, expected beside actual, elements of vectors and lists one
 * by one.
 *
 * @param pairs all of them, those that agree included
 * @param columns the names of the columns, for a sentence
 */
record Numbers(List<Pair> pairs, String columns) {

  private static final double BITS_PER_DIGIT = 3.3;
  private static final double MOST_BITS = 14;

  /** What a relation must explain to be more than a coincidence. */
  static final double ENOUGH = 12;

  /** Empty unless every value of the differing columns is a number, or null on both sides. */
  static Optional<Numbers> of(Paired paired) {
    List<Pair> pairs = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int column : paired.differing()) {
      names.add(paired.name(column));
      for (Paired.Two two : paired.values(column)) {
        if (!add(pairs, two.expected(), two.actual())) {
          return Optional.empty();
        }
      }
    }
    names.removeIf(String::isEmpty);
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Numbers(pairs, names.isEmpty() ? "" : " in " + String.join(", ", names)));
  }

  private static boolean add(List<Pair> pairs, Object expected, Object actual) {
    if (expected == null || actual == null) {
      return expected == actual;
    }
    if (expected instanceof Number one && actual instanceof Number other) {
      pairs.add(new Pair(one.doubleValue(), other.doubleValue()));
      return true;
    }
    Optional<List<?>> left = elements(expected);
    Optional<List<?>> right = elements(actual);
    if (left.isEmpty() || right.isEmpty() || left.get().size() != right.get().size()) {
      return false;
    }
    for (int i = 0; i < left.get().size(); i++) {
      if (!add(pairs, left.get().get(i), right.get().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<List<?>> elements(Object value) {
    if (value instanceof Vector vector) {
      return Optional.of(boxed(vector.toArray()));
    }
    if (value instanceof Matrix matrix) {
      return Optional.of(boxed(matrix.toArray()));
    }
    if (value instanceof double[] numbers) {
      return Optional.of(boxed(numbers));
    }
    if (value instanceof scala.collection.Seq<?> many) {
      return Optional.of(scala.jdk.javaapi.CollectionConverters.asJava(many));
    }
    return value instanceof List<?> list ? Optional.of(list) : Optional.empty();
  }

  private static List<Double> boxed(double[] numbers) {
    List<Double> boxed = new ArrayList<>(numbers.length);
    for (double number : numbers) {
      boxed.add(number);
    }
    return boxed;
  }

  /** The pairs that differ by more than rounding, each once. */
  List<Pair> differing() {
    return pairs.stream().filter(pair -> !pair.near(pair.expected())).distinct().toList();
  }

  /** How much the differing numbers say, by their digits. */
  double bits() {
    Set<Double> seen = new HashSet<>();
    double bits = 0;
    for (Pair pair : differing()) {
      if (seen.add(pair.actual())) {
        bits += Math.min(MOST_BITS, BITS_PER_DIGIT * digits(pair.actual()));
      }
    }
    return bits;
  }

  /** How many digits a number has that are not just zeros at an end. */
  static int digits(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(Double.toString(number)).stripTrailingZeros().precision()
        : 1;
  }

  /**
   * An expected number and the one that came.
   *
   * @param expected the check's
   * @param actual the answer's
   */
  record Pair(double expected, double actual) {

    /** Ten digits: two ways to add up the same numbers agree in more. */
    private static final double NEAR = 1e-10;

    /**
     * Whether what came is this number, but for rounding; an infinite one is near nothing, though
     * its distance from anything is a small part of it.
     */
    boolean near(double number) {
      if (!Double.isFinite(number)) {
        return Double.compare(number, actual) == 0;
      }
      double greater = Math.max(Math.abs(number), Math.abs(actual));
      return Math.abs(number - actual) <= NEAR * Math.max(1e-6, greater);
    }
  }
}
