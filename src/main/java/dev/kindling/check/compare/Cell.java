package dev.kindling.check.compare;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A value taken apart for comparing: what must be the same, which can be hashed, and the numbers
 * that need only be near. Two values are equal when their keys are equal and their numbers are
 * near, one by one. The same value from Spark (a Scala collection, a {@code Timestamp}) and from
 * plain Java (a {@code List}, an {@code Instant}) gives the same cell.
 */
final class Cell {

  /** Stands in a key for what is not part of it. */
  private enum Mark {
    NUMBER,
    NAN,
    VECTOR,
    MATRIX,
    LIST,
    MAP,
    STRUCT
  }

  private final @Nullable Object key;
  private final List<Fuzzy> numbers;

  private Cell(@Nullable Object key, List<Fuzzy> numbers) {
    this.key = key;
    this.numbers = numbers;
  }

  static Cell of(@Nullable Object value, Tolerance tolerance) {
    List<Fuzzy> numbers = new ArrayList<>(1);
    return new Cell(key(value, tolerance, numbers), numbers);
  }

  boolean matches(Cell other) {
    return Objects.equals(key, other.key) && near(numbers, other.numbers);
  }

  @Nullable Object key() {
    return key;
  }

  static boolean near(List<Fuzzy> some, List<Fuzzy> others) {
    // Equal keys have equally many numbers.
    for (int i = 0; i < some.size(); i++) {
      if (!some.get(i).near(others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the key of a value and appends its numbers to {@code numbers}. */
  static @Nullable Object key(@Nullable Object value, Tolerance tolerance, List<Fuzzy> numbers) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return numberKey(number, tolerance, numbers);
    }
    if (value instanceof Vector vector) {
      numbers.add(new FuzzyVector(vector, tolerance));
      return List.of(Mark.VECTOR, vector.size());
    }
    if (value instanceof Matrix matrix) {
      numbers.add(new FuzzyVector(Vectors.dense(matrix.toArray()), tolerance));
      return List.of(Mark.MATRIX, matrix.numRows(), matrix.numCols());
    }
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes.clone());
    }
    if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toInstant();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Record composed) {
      return listKey(Mark.STRUCT, components(composed), tolerance, numbers);
    }
    return collectionKey(value, tolerance, numbers);
  }

  private static Object numberKey(Number number, Tolerance tolerance, List<Fuzzy> numbers) {
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (Double.isNaN(value)) {
        return Mark.NAN;
      }
      if (Double.isInfinite(value)) {
        return value;
      }
      boolean single = number instanceof Float && tolerance.isDefault();
      numbers.add(new FuzzyNumber(value, single ? Tolerance.DEFAULT_FLOAT : tolerance));
      return Mark.NUMBER;
    }
    if (!tolerance.isDefault()) {
      numbers.add(new FuzzyNumber(number.doubleValue(), tolerance));
      return Mark.NUMBER;
    }
    if (number instanceof BigDecimal decimal) {
      return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
    }
    return number instanceof BigInteger ? number : Long.valueOf(number.longValue());
  }

  private static Object collectionKey(Object value, Tolerance tolerance, List<Fuzzy> numbers) {
    if (value instanceof Row row) {
      List<Object> fields = new ArrayList<>(row.length());
      for (int i = 0; i < row.length(); i++) {
        fields.add(row.get(i));
      }
      return listKey(Mark.STRUCT, fields, tolerance, numbers);
    }
    if (value instanceof List<?> list) {
      return listKey(Mark.LIST, list, tolerance, numbers);
    }
    if (value instanceof scala.collection.Seq<?> seq) {
      return listKey(Mark.LIST, CollectionConverters.asJava(seq), tolerance, numbers);
    }
    if (value instanceof Map<?, ?> map) {
      return mapKey(map, tolerance, numbers);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return mapKey(CollectionConverters.asJava(map), tolerance, numbers);
    }
    if (value.getClass().isArray()) {
      return listKey(Mark.LIST, elements(value), tolerance, numbers);
    }
    return value;
  }

  private static Object listKey(
      Mark mark, List<?> values, Tolerance tolerance, List<Fuzzy> numbers) {
    Object[] keys = new Object[values.size() + 1];
    keys[0] = mark;
    int next = 1;
    for (Object value : values) {
      keys[next++] = key(value, tolerance, numbers);
    }
    return Arrays.asList(keys);
  }

  /** Entries in the order of their keys' text, so that the numbers of two maps line up. */
  private static Object mapKey(Map<?, ?> map, Tolerance tolerance, List<Fuzzy> numbers) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    entries.sort(Comparator.comparing(entry -> CellText.exact(entry.getKey())));
    List<Object> flat = new ArrayList<>(entries.size() * 2);
    for (Map.Entry<?, ?> entry : entries) {
      flat.add(entry.getKey());
      flat.add(entry.getValue());
    }
    return listKey(Mark.MAP, flat, tolerance, numbers);
  }

  /** The elements of any array, primitives boxed. */
  static List<Object> elements(Object array) {
    List<Object> elements = new ArrayList<>(Array.getLength(array));
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }

  /** The component values of a record, in order. */
  static List<Object> components(Record composed) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : composed.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        values.add(component.getAccessor().invoke(composed));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "The component '%s' of %s cannot be read."
                .formatted(component.getName(), composed.getClass().getSimpleName()),
            e);
      }
    }
    return values;
  }
}
