package dev.kindling.check.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/**
 * A value that is a row of numbers.
 *
 * @param value a vector, an array of doubles, a list of numbers, or one number
 * @param numbers its numbers
 */
record Numbers(Object value, double[] numbers) {

  /** Empty if the value is something else, or a list with something else in it. */
  static Optional<Numbers> of(Object value) {
    if (value instanceof Vector vector) {
      return Optional.of(new Numbers(value, vector.toArray()));
    }
    if (value instanceof double[] array) {
      return Optional.of(new Numbers(value, array));
    }
    if (value instanceof Number number) {
      return Optional.of(new Numbers(value, new double[] {number.doubleValue()}));
    }
    if (value instanceof scala.collection.Seq<?>) {
      return of(PlainValues.of(value));
    }
    return value instanceof List<?> list
            && !list.isEmpty()
            && list.stream().allMatch(Number.class::isInstance)
        ? Optional.of(
            new Numbers(
                value, list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray()))
        : Optional.empty();
  }

  /** Other numbers in the form of this value; fractions, whatever they were. */
  Object with(double[] others) {
    if (value instanceof Vector) {
      return Vectors.dense(others);
    }
    if (value instanceof Number) {
      return others[0];
    }
    return value instanceof List<?> ? Arrays.stream(others).boxed().toList() : others;
  }
}
