package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * What one comparison looked at, as rows whatever it was, so that another answer's value can be
 * held against it by the comparison's own rules.
 *
 * @param actual what the answer gave
 * @param expected what was expected, where that is a value and not a condition
 * @param tolerances how near numbers must be
 * @param ordered whether the order of the rows counts
 */
public record Compared(
    RowSet actual, Optional<RowSet> expected, Tolerances tolerances, boolean ordered) {

  private static final String VALUE = "value";

  /** A single value. */
  public static Compared value(@Nullable Object actual, Object expected, Tolerance tolerance) {
    return list(Arrays.asList(actual), Arrays.asList(expected), tolerance, true);
  }

  /** A single value of which a condition is asked. */
  public static Compared value(@Nullable Object actual, Tolerance tolerance) {
    return new Compared(
        column(Arrays.asList(actual)),
        Optional.empty(),
        Tolerances.DEFAULT.within(tolerance),
        true);
  }

  /** A list, the order of which counts or not. */
  public static Compared list(
      List<?> actual, List<?> expected, Tolerance tolerance, boolean ordered) {
    return new Compared(
        column(actual),
        Optional.of(column(expected)),
        Tolerances.DEFAULT.within(tolerance),
        ordered);
  }

  /** Columns and types alone. */
  public static Compared shapes(RowSet actual, RowSet expected) {
    return new Compared(shape(actual), Optional.of(shape(expected)), Tolerances.DEFAULT, false);
  }

  /** A frame of which a condition is asked. */
  public static Compared frame(RowSet actual, Tolerances tolerances, boolean ordered) {
    return new Compared(actual, Optional.empty(), tolerances, ordered);
  }

  /** Whether another value is the same to this comparison. */
  public boolean sameAs(Compared other) {
    return actual.size() == other.actual.size()
        && new FrameComparison(tolerances, ordered).compare("", actual, other.actual).isEmpty();
  }

  /** The same without what was expected, which every answer has in common. */
  public Compared withoutExpected() {
    return new Compared(actual, Optional.empty(), tolerances, ordered);
  }

  /**
   * How much the value says about how it came about, in bits or so: one for a yes or no, a dozen
   * and more for a number with a fraction.
   */
  public int telling() {
    return Telling.bits(this);
  }

  /** How many values it holds, elements of vectors and lists counted one by one. */
  public long size() {
    return actual.rows().stream().flatMap(List::stream).mapToLong(Compared::size).sum();
  }

  private static long size(Object value) {
    if (value instanceof Vector vector) {
      return vector.numActives();
    }
    return value instanceof Collection<?> many ? many.stream().mapToLong(Compared::size).sum() : 1;
  }

  /** The single value, where it is one. */
  public Optional<Object> single() {
    return isSingle(actual) ? Optional.ofNullable(actual.rows().get(0).get(0)) : Optional.empty();
  }

  /** The single value that was expected, where it is one. */
  public Optional<Object> singleExpected() {
    return expected.filter(Compared::isSingle).map(rows -> rows.rows().get(0).get(0));
  }

  /** How many rows were expected, where rows were. */
  public OptionalInt expectedRows() {
    return expected.isPresent() ? OptionalInt.of(expected.get().size()) : OptionalInt.empty();
  }

  private static boolean isSingle(RowSet rows) {
    return rows.size() == 1 && rows.columns().equals(List.of(VALUE));
  }

  private static RowSet column(List<?> values) {
    List<List<Object>> rows = new ArrayList<>(values.size());
    for (Object value : values) {
      rows.add(Arrays.asList(value));
    }
    return new RowSet(List.of(VALUE), List.of(DataTypes.NullType), rows);
  }

  private static RowSet shape(RowSet frame) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < frame.columns().size(); i++) {
      rows.add(Arrays.asList(frame.columns().get(i), frame.types().get(i).simpleString()));
    }
    return new RowSet(
        List.of("column", "type"), List.of(DataTypes.StringType, DataTypes.StringType), rows);
  }
}
