package day2.selection;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells from the values what each number of a vector is: a column as it is, or the switch of a
 * level.
 *
 * @param rows the rows, with an id
 * @param candidates what a number of the vector can be, with its value in each row
 */
record VectorNames(Table rows, Map<String, double[]> candidates) {

  /** A number that is none of the candidates. */
  static final String OTHER = "?";

  static VectorNames ofColumns(Table rows, List<String> columns) {
    Map<String, double[]> candidates = new LinkedHashMap<>();
    columns.forEach(column -> candidates.put(column, Cells.numbers(rows, column)));
    return new VectorNames(rows, candidates);
  }

  /** The same and, for each level that a category has in these rows, its switch. */
  VectorNames withSwitches(List<String> categories) {
    Map<String, double[]> more = new LinkedHashMap<>(candidates);
    for (String category : categories) {
      List<Object> cells = rows.column(category);
      for (Object level : new TreeSet<>(cells)) {
        more.put(
            ofSwitch(category, level),
            cells.stream().mapToDouble(cell -> cell.equals(level) ? 1 : 0).toArray());
      }
    }
    return new VectorNames(rows, more);
  }

  static String ofSwitch(String category, Object level) {
    return category + " = " + level;
  }

  /**
   * Transforms rows and names the numbers of a vector.
   *
   * @param df the rows; a column may be missing in it
   * @param vector the name of the vector column that the model adds
   */
  List<String> of(PipelineModel model, Dataset<Row> df, String vector) {
    Dataset<Row> transformed = compute("`" + vector + "`", () -> model.transform(df));
    expect(transformed).as("the transformed frame").toContainColumns("id", vector);
    List<Row> found =
        compute(
            "`" + vector + "`",
            () ->
                transformed
                    .select(col("id"), vector_to_array(col(vector), "float64"))
                    .collectAsList());
    expect(found.size())
        .as("the number of rows that come out")
        .toBe(rows.size())
        .diagnose(
            "rows-lost",
            count -> count < rows.size(),
            count ->
                "Of %d rows only %.0f come out: the others were skipped without a word. A model in use has to answer for every row; handleInvalid \"keep\" lets a row with an unknown level stay."
                    .formatted(rows.size(), count));
    Map<Integer, List<Double>> byId = new HashMap<>();
    found.forEach(row -> byId.put(row.getInt(0), row.getList(1)));
    List<List<Double>> inOrder =
        rows.column("id").stream().map(id -> byId.getOrDefault((Integer) id, List.of())).toList();
    int size = inOrder.stream().mapToInt(List::size).min().orElseThrow();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int place = i;
      names.add(name(inOrder.stream().mapToDouble(row -> row.get(place)).toArray()));
    }
    return names;
  }

  private String name(double... values) {
    for (Map.Entry<String, double[]> candidate : candidates.entrySet()) {
      if (same(candidate.getValue(), values)) {
        return candidate.getKey();
      }
    }
    return OTHER;
  }

  private static boolean same(double[] one, double... other) {
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        return false;
      }
    }
    return true;
  }
}
