package day2.outliers.checks;

import day2.outliers.Fence;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.TableRow;
import dev.kindling.data.Values;
import java.util.List;
import java.util.function.Predicate;

/** Fences and what lies beyond them, in plain Java. */
final class Fencing {

  /** What a price and a minimum stay can be, as a person knows it. */
  static final List<Fence> PLAUSIBLE =
      List.of(new Fence("price", 1, 10_000), new Fence("minimum_nights", 1, 365));

  private Fencing() {}

  static List<Fence> learn(Table train, List<String> columns, double k) {
    return columns.stream().map(column -> learn(train.values(column), column, k)).toList();
  }

  private static Fence learn(Values values, String column, double k) {
    double first = values.quantile(0.25);
    double third = values.quantile(0.75);
    return new Fence(column, first - k * (third - first), third + k * (third - first));
  }

  /** Fences as a table, a row each. */
  static Table table(List<Fence> fences) {
    TableBuilder table = Table.builder("column:string", "lower:double", "upper:double");
    fences.forEach(fence -> table.row(fence.column(), fence.lower(), fence.upper()));
    return table.build();
  }

  /** Whether each fence is made of two numbers near its quartiles, at most 6 in 100 rows away. */
  static boolean isNear(Table fences, Table train, double k) {
    return fences.stream()
        .allMatch(
            fence -> {
              double lower = fence.number("lower");
              double upper = fence.number("upper");
              double reach = k / (1 + 2 * k) * (upper - lower);
              Values values = train.values(fence.text("column"));
              return isNear(values, 0.25, lower + reach) && isNear(values, 0.75, upper - reach);
            });
  }

  private static boolean isNear(Values values, double share, double found) {
    return found >= values.quantile(share - 0.06) && found <= values.quantile(share + 0.06);
  }

  /** Whether a row's value is beyond its fence; null never is. */
  static boolean isBeyond(TableRow row, Fence fence) {
    Double value = row.numberOrNull(fence.column());
    return value != null && (value < fence.lower() || value > fence.upper());
  }

  static Predicate<TableRow> beyondAny(List<Fence> fences) {
    return row -> fences.stream().anyMatch(fence -> isBeyond(row, fence));
  }

  /** The rows within all fences. */
  static Table within(Table rows, List<Fence> fences) {
    return rows.where(beyondAny(fences).negate());
  }
}
