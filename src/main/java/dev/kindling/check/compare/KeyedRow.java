package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row taken apart as a {@link Cell} is.
 *
 * @param index its position in the frame
 * @param key what must be the same
 * @param numbers what need only be near
 */
record KeyedRow(int index, Object key, List<Fuzzy> numbers) {

  static KeyedRow of(int index, List<Object> values, List<Tolerance> tolerances) {
    List<Fuzzy> numbers = new ArrayList<>();
    Object[] keys = new Object[values.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Cell.key(values.get(i), tolerances.get(i), numbers);
    }
    return new KeyedRow(index, Arrays.asList(keys), numbers);
  }

  static List<KeyedRow> all(RowSet frame, Tolerances tolerances) {
    List<Tolerance> byColumn = frame.columns().stream().map(tolerances::of).toList();
    List<KeyedRow> rows = new ArrayList<>(frame.size());
    for (List<Object> values : frame.rows()) {
      rows.add(of(rows.size(), values, byColumn));
    }
    return rows;
  }

  boolean matches(KeyedRow other) {
    return key.equals(other.key) && Cell.near(numbers, other.numbers);
  }
}
