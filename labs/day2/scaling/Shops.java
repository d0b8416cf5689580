package day2.scaling;

import dev.kindling.data.Table;
import dev.kindling.data.segments.Segments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Customers with the shop that they go to, which is a one-hot vector in a frame. */
final class Shops {

  static final String COLUMN = "shop";
  static final String SCHEMA = "customer_id INT, age DOUBLE, income DOUBLE, spend DOUBLE";

  private static final int SHOPS = 25;
  private static final List<String> KEPT =
      List.of("customer_id", "age", Segments.LOUD, Segments.LABEL);

  /** The last shop has no slot, as {@code OneHotEncoder} has it. */
  static final OneHots SLOTS = new OneHots(Map.of(COLUMN, SHOPS - 1));

  private Shops() {}

  /** Some columns of customers, and the shop, which the id decides. */
  static Table of(Table customers) {
    int[] places = KEPT.stream().mapToInt(customers.columns()::indexOf).toArray();
    List<String> columns = new ArrayList<>(KEPT);
    columns.add(COLUMN);
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : customers.rows()) {
      List<Object> cells = new ArrayList<>(Arrays.stream(places).mapToObj(row::get).toList());
      int shop = (Integer) row.get(places[0]) % SHOPS;
      cells.add(shop == SHOPS - 1 ? null : (Object) shop);
      rows.add(cells);
    }
    return new Table(columns, rows);
  }
}
