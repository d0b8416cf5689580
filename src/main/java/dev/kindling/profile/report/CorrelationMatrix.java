package dev.kindling.profile.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How each two of some columns go together.
 *
 * @param columns their names
 * @param values by row and column; 1 on the diagonal; null where there is none, as for a constant
 * @param rows how many rows it was computed from
 * @param sampled whether these are a random sample of the frame's rows
 */
public record CorrelationMatrix(
    List<String> columns, List<List<Double>> values, long rows, boolean sampled) {

  public CorrelationMatrix {
    columns = List.copyOf(columns);
    values =
        values.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
  }

  /** The value of two columns, by their place; null if there is none. */
  public Double at(int one, int other) {
    return values.get(one).get(other);
  }

  /**
   * The value of two columns; null if there is none.
   *
   * @throws IllegalArgumentException when a column is not in the matrix
   */
  public Double of(String one, String other) {
    return at(place(one), place(other));
  }

  private int place(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "The matrix has no column '%s', only %s.".formatted(column, columns));
    }
    return place;
  }
}
