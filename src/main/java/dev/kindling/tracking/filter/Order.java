package dev.kindling.tracking.filter;

import java.util.List;

/**
 * An order in SQL.
 *
 * @param joins what must be joined for it, perhaps nothing
 * @param values what is bound to the question marks of the joins
 * @param by what stands behind ORDER BY; the last term is a key, so the order is total
 */
public record Order(String joins, List<Object> values, String by) {

  public Order {
    values = List.copyOf(values);
  }

  static Order by(List<String> terms) {
    return new Order("", List.of(), String.join(", ", terms));
  }
}
