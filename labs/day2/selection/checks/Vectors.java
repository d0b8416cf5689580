package day2.selection.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the numbers of a vector are that a pipeline adds to rows, told from their values.
 *
 * @param rows the rows, with an id
 * @param numbers columns that may be in the vector; the other columns are recognised, too
 * @param categories those of which each level may have a switch
 */
record Vectors(Table rows, List<String> numbers, List<String> categories) {

  static String ofSwitch(String category, Object level) {
    return category + " = " + level;
  }

  /**
   * Transforms rows, holds what comes out against what came in, and names the numbers of a vector.
   *
   * @param df the rows; a column may be missing in it
   */
  List<String> names(PipelineModel model, Dataset<Row> df, String vector) {
    String subject = "`" + vector + "`";
    Dataset<Row> transformed = compute(subject, () -> model.transform(df));
    Dataset<Row> vectors =
        compute(
            subject,
            () ->
                transformed
                    .withColumn(vector, vector_to_array(col(vector), "float64"))
                    .select(vector, df.columns()));
    List<Row> found = compute(subject, vectors::collectAsList);
    expect(df.sparkSession().createDataFrame(found, vectors.schema()).drop(vector))
        .as("the rows that come out")
        .toHaveRows(rows.select(List.of(df.columns())));
    Map<Object, List<Double>> byId = new HashMap<>();
    found.forEach(row -> byId.put(row.getAs("id"), row.getList(0)));
    List<List<Double>> inOrder = rows.column("id").stream().map(byId::get).toList();
    Map<String, double[]> candidates = candidates();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < inOrder.get(0).size(); i++) {
      int place = i;
      double[] values = inOrder.stream().mapToDouble(row -> row.get(place)).toArray();
      names.add(
          candidates.keySet().stream()
              .filter(name -> Arrays.equals(candidates.get(name), values))
              .findFirst()
              .orElse("?"));
    }
    expect(names)
        .as("what is in " + subject)
        .toSatisfy("each number is a column as it is, or a switch", all -> !all.contains("?"))
        .diagnose(
            "values-changed",
            all -> true,
            "A number in the vector, shown as ?, has the values of no column. Asked for are columns with their values as they are: if you scale for a regression or a test, do it beside the pipeline that you return.");
    return names;
  }

  private Map<String, double[]> candidates() {
    Map<String, double[]> candidates = new LinkedHashMap<>();
    numbers.forEach(column -> candidates.put(column, rows.numbers(column)));
    rows.columns().forEach(column -> candidates.putIfAbsent(column, rows.numbers(column)));
    candidates.put(ofSwitch("a category", "no level of these rows"), new double[rows.size()]);
    for (String category : categories) {
      for (Object level : new TreeSet<>(rows.column(category))) {
        candidates.put(
            ofSwitch(category, level),
            rows.stream().mapToDouble(row -> row.get(category).equals(level) ? 1 : 0).toArray());
      }
    }
    return candidates;
  }
}
