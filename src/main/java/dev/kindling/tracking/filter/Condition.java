package dev.kindling.tracking.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in SQL. Nothing of it is a caller's text: that is in the values.
 *
 * @param values what is bound to the question marks, in their order
 */
public record Condition(String sql, List<Object> values) {

  public Condition {
    values = List.copyOf(values);
  }

  /** A condition with values. */
  public static Condition of(String sql, Object... values) {
    return new Condition(sql, List.of(values));
  }

  /** What holds when all hold; with none, always. */
  public static Condition all(List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return of("1");
    }
    List<Object> values = new ArrayList<>();
    conditions.forEach(condition -> values.addAll(condition.values));
    return new Condition(
        conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND ")), values);
  }

  /** What holds when both hold. */
  public Condition and(Condition other) {
    return all(List.of(this, other));
  }

  /** This condition inside a piece of SQL that has one {@code %s} for it. */
  Condition inside(String sql) {
    return new Condition(sql.formatted(this.sql), values);
  }
}
