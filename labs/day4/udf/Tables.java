package day4.udf;

import static java.util.stream.Collectors.toCollection;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Tables that are made from other tables. */
final class Tables {

  private Tables() {}

  /** The rows as Spark takes them. */
  static Row[] rows(Table table) {
    return table.rows().stream().map(row -> RowFactory.create(row.toArray())).toArray(Row[]::new);
  }

  /** The table with one more column, given value by value. */
  static Table with(Table table, String column, Object... values) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      List<Object> row = new ArrayList<>(table.rows().get(i));
      row.add(values[i]);
      rows.add(row);
    }
    return new Table(Stream.concat(table.columns().stream(), Stream.of(column)).toList(), rows);
  }

  /** The table with one more column, computed from each row. */
  static Table with(Table table, String column, Function<List<Object>, Object> value) {
    return with(table, column, table.rows().stream().map(value).toArray());
  }

  /** Some of the columns, in this order. */
  static Table columns(Table table, String... columns) {
    List<Integer> places = Stream.of(columns).map(table.columns()::indexOf).toList();
    return new Table(
        List.of(columns),
        table.rows().stream()
            .map(
                row ->
                    (List<Object>)
                        places.stream().map(row::get).collect(toCollection(ArrayList::new)))
            .toList());
  }

  /** The names of the columns of a table and one more. */
  static String[] names(Table table, String column) {
    String[] names =
        Arrays.copyOf(table.columns().toArray(String[]::new), table.columns().size() + 1);
    names[names.length - 1] = column;
    return names;
  }

  /** Each row changed. */
  static Table map(Table table, Function<List<Object>, List<Object>> change) {
    return new Table(table.columns(), table.rows().stream().map(change).toList());
  }
}
