package dev.kindling.check.compare;

import dev.kindling.data.ColumnType;
import dev.kindling.data.SparkTypes;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows that were collected, or that a check wrote down.
 *
 * @param columns the names, in order
 * @param types one per column; {@code NullType} where nothing is known
 * @param rows one list of values per row, as Spark or the table gave them
 */
public record RowSet(List<String> columns, List<DataType> types, List<List<Object>> rows) {

  public RowSet {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
    rows = Collections.unmodifiableList(rows);
  }

  /** The same with each row once, told apart by its exact values. */
  public RowSet distinct() {
    Set<String> seen = new HashSet<>();
    return new RowSet(
        columns, types, rows.stream().filter(row -> seen.add(CellText.exact(row))).toList());
  }

  /** A frame without rows: its columns and types alone. */
  public static RowSet of(StructType schema) {
    return of(schema, List.of());
  }

  public static RowSet of(StructType schema, List<Row> rows) {
    List<DataType> types = new ArrayList<>();
    for (StructField field : schema.fields()) {
      types.add(field.dataType());
    }
    List<List<Object>> values = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Object[] cells = new Object[row.length()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = row.get(i);
      }
      values.add(Arrays.asList(cells));
    }
    return new RowSet(List.of(schema.fieldNames()), types, values);
  }

  /**
   * The table as a frame. A list of numbers becomes a vector where the table declares one, or where
   * it declares nothing and {@code actual} has vectors.
   */
  public static RowSet of(Table table, RowSet actual) {
    List<DataType> types = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      rows.add(new ArrayList<>(row));
    }
    for (int i = 0; i < table.columns().size(); i++) {
      String column = table.columns().get(i);
      ColumnType declared = table.types().get(column);
      int same = actual.columns.indexOf(column);
      boolean vectors =
          declared == null
              ? same >= 0 && TypeWords.isVector(actual.types.get(same))
              : declared == ColumnType.Scalar.VECTOR;
      if (vectors) {
        for (List<Object> row : rows) {
          row.set(i, vector(row.get(i)));
        }
      }
      types.add(declared == null ? SparkTypes.of(column, rows, i) : SparkTypes.of(declared));
    }
    return new RowSet(table.columns(), types, rows);
  }

  private static Object vector(Object value) {
    if (!(value instanceof List<?> list) || !list.stream().allMatch(Number.class::isInstance)) {
      return value;
    }
    return Vectors.dense(list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray());
  }

  /** The same rows with the columns in another order; every name must be there. */
  public RowSet inOrderOf(List<String> names) {
    if (names.equals(columns)) {
      return this;
    }
    List<Integer> from = names.stream().map(columns::indexOf).toList();
    List<List<Object>> reordered = new ArrayList<>(rows.size());
    for (List<Object> row : rows) {
      List<Object> values = new ArrayList<>(from.size());
      from.forEach(index -> values.add(row.get(index)));
      reordered.add(values);
    }
    return new RowSet(names, from.stream().map(types::get).toList(), reordered);
  }

  public int size() {
    return rows.size();
  }
}
