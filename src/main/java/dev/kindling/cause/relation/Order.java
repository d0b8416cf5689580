package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.CellText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The right rows came in another order, and the order they have can be told. */
final class Order implements Relation {

  private static final int FEWEST = 3;

  @Override
  public Optional<Cause> of(Paired paired) {
    List<List<Object>> expected = paired.expected().rows();
    List<List<Object>> actual = paired.actual().rows();
    if (!paired.compared().ordered() || expected.size() < FEWEST || !sameRows(paired)) {
      return Optional.empty();
    }
    List<List<Object>> reversed = new ArrayList<>(expected);
    Collections.reverse(reversed);
    if (same(paired, reversed, actual)) {
      return Optional.of(
          new Cause(
              "reversed", "These are the right rows, the last one first: the order is turned."));
    }
    return sortedBy(paired);
  }

  private static boolean sameRows(Paired paired) {
    List<List<Object>> expected = new ArrayList<>(paired.expected().rows());
    List<List<Object>> actual = new ArrayList<>(paired.actual().rows());
    expected.sort(Order::byCells);
    actual.sort(Order::byCells);
    return expected.size() == actual.size() && same(paired, expected, actual);
  }

  /** Whether rows agree place by place, as nearly as the comparison asks. */
  private static boolean same(
      Paired paired, List<List<Object>> expected, List<List<Object>> actual) {
    for (int i = 0; i < expected.size(); i++) {
      for (int column = 0; column < paired.expected().columns().size(); column++) {
        Object wanted = expected.get(i).get(column);
        if (!paired.same(column, new Paired.Two(wanted, actual.get(i).get(column)))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Numbers by size, so that those that differ by rounding alone come to the same place. */
  private static int byCells(List<Object> one, List<Object> other) {
    for (int i = 0; i < one.size(); i++) {
      boolean number = one.get(i) instanceof Number;
      int order =
          number != other.get(i) instanceof Number
              ? Boolean.compare(other.get(i) instanceof Number, number)
              : number
                  ? byNumber(one.get(i), other.get(i))
                  : CellText.exact(one.get(i)).compareTo(CellText.exact(other.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static Optional<Cause> sortedBy(Paired paired) {
    List<List<Object>> rows = paired.actual().rows();
    List<List<Object>> wanted = paired.expected().rows();
    for (int column = 0; column < paired.expected().columns().size(); column++) {
      int at = column;
      List<Object> values = rows.stream().map(row -> row.get(at)).toList();
      List<Object> ours = wanted.stream().map(row -> row.get(at)).toList();
      if (values.stream().distinct().count() < FEWEST) {
        continue;
      }
      String name = paired.name(column).isEmpty() ? "their value" : paired.name(column);
      if (ascends(values, Order::byNumber) && !ascends(ours, Order::byNumber)) {
        return said("sorted-up", "by %s, the smallest first".formatted(name));
      }
      if (ascends(reversed(values), Order::byNumber) && !ascends(reversed(ours), Order::byNumber)) {
        return said("sorted-down", "by %s, the largest first".formatted(name));
      }
      if (values.get(0) instanceof Number || looksLikeNumber(values)) {
        if (ascends(values, Order::byText) && !ascends(ours, Order::byText)) {
          return said("sorted-as-text", "by %s as texts, where 10 comes before 9".formatted(name));
        }
        if (ascends(reversed(values), Order::byText) && !ascends(reversed(ours), Order::byText)) {
          return said(
              "sorted-as-text",
              "by %s as texts, from the end, where 9 comes before 10".formatted(name));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Cause> said(String id, String how) {
    return Optional.of(
        new Cause(
            id, "These are the right rows in another order: yours are sorted %s.".formatted(how)));
  }

  private static List<Object> reversed(List<Object> values) {
    List<Object> reversed = new ArrayList<>(values);
    Collections.reverse(reversed);
    return reversed;
  }

  private static boolean looksLikeNumber(List<Object> values) {
    return values.stream()
        .allMatch(value -> value instanceof String text && text.matches("-?\\d+"));
  }

  private static boolean ascends(List<Object> values, Comparator<Object> order) {
    for (int i = 1; i < values.size(); i++) {
      Object before = values.get(i - 1);
      Object after = values.get(i);
      if (before == null || after == null || order.compare(before, after) > 0) {
        return false;
      }
    }
    return true;
  }

  private static int byNumber(Object one, Object other) {
    return one instanceof Number left && other instanceof Number right
        ? Double.compare(left.doubleValue(), right.doubleValue())
        : one.toString().compareTo(other.toString());
  }

  private static int byText(Object one, Object other) {
    return one.toString().compareTo(other.toString());
  }
}
