package day2.selection;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a model gets right of some rows, as they are and after each column was made worthless.
 *
 * @param accuracy on the rows as they are
 * @param costs the accuracy that is lost with a column, in the order of the columns
 */
record ShuffleCosts(double accuracy, Map<String, Double> costs) {

  private static final int SHUFFLES = 3;

  private static final String UNTOUCHED = "";

  /** On average over several shuffles of each column. */
  static ShuffleCosts of(PipelineModel model, Dataset<Row> df, List<String> columns, String label) {
    List<Row> rows = df.collectAsList();
    Copies copies = new Copies(rows);
    for (String column : columns) {
      for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
        copies.add(column, replaced(rows, column, shuffled(rows, column, shuffle)));
      }
    }
    return copies.judgedBy(model, df, columns, label);
  }

  /** With the mean of a column, in the type of the column, in every row. */
  static ShuffleCosts ofMeans(
      PipelineModel model, Dataset<Row> df, List<String> columns, String label) {
    List<Row> rows = df.collectAsList();
    Copies copies = new Copies(rows);
    for (String column : columns) {
      double mean =
          rows.stream()
              .mapToDouble(row -> row.<Number>getAs(column).doubleValue())
              .average()
              .orElseThrow();
      Object value = rows.get(0).getAs(column) instanceof Integer ? (Object) (int) mean : mean;
      copies.add(column, replaced(rows, column, Collections.nCopies(rows.size(), value)));
    }
    return copies.judgedBy(model, df, columns, label);
  }

  /** With each column shuffled in the rows that the columns before it were shuffled in. */
  static ShuffleCosts ofMoreAndMore(
      PipelineModel model, Dataset<Row> df, List<String> columns, String label) {
    List<Row> untouched = df.collectAsList();
    Copies copies = new Copies(untouched);
    for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
      List<Row> rows = untouched;
      for (int i = 0; i < columns.size(); i++) {
        String column = columns.get(i);
        // Each column in an order of its own, or all of them would still go together.
        rows = replaced(rows, column, shuffled(rows, column, shuffle * columns.size() + i));
        copies.add(column, rows);
      }
    }
    return copies.judgedBy(model, df, columns, label);
  }

  private static List<Object> shuffled(List<Row> rows, String column, long seed) {
    List<Object> values = new ArrayList<>(rows.stream().map(row -> row.getAs(column)).toList());
    Collections.shuffle(values, new Random(seed));
    return values;
  }

  private static List<Row> replaced(List<Row> rows, String column, List<Object> values) {
    int place = rows.get(0).fieldIndex(column);
    List<Row> replaced = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Object[] cells = cells(rows.get(i), rows.get(i).size());
      cells[place] = values.get(i);
      replaced.add(new GenericRowWithSchema(cells, rows.get(i).schema()));
    }
    return replaced;
  }

  private static Object[] cells(Row row, int length) {
    Object[] cells = new Object[length];
    for (int i = 0; i < row.size(); i++) {
      cells[i] = row.get(i);
    }
    return cells;
  }

  /** Copies of the rows, each marked with the column that was changed, for one job. */
  private static final class Copies {

    private final List<Row> marked = new ArrayList<>();

    Copies(List<Row> untouched) {
      add(UNTOUCHED, untouched);
    }

    void add(String mark, List<Row> rows) {
      for (Row row : rows) {
        Object[] cells = cells(row, row.size() + 1);
        cells[row.size()] = mark;
        marked.add(RowFactory.create(cells));
      }
    }

    ShuffleCosts judgedBy(
        PipelineModel model, Dataset<Row> df, List<String> columns, String label) {
      Map<String, Double> accuracies = new LinkedHashMap<>();
      model
          .transform(
              df.sparkSession()
                  .createDataFrame(marked, df.schema().add("changed", DataTypes.StringType)))
          .groupBy("changed")
          .agg(avg(col("prediction").equalTo(col(label)).cast("double")))
          .collectAsList()
          .forEach(row -> accuracies.put(row.getString(0), row.getDouble(1)));
      double accuracy = accuracies.get(UNTOUCHED);
      Map<String, Double> costs = new LinkedHashMap<>();
      columns.forEach(column -> costs.put(column, accuracy - accuracies.get(column)));
      return new ShuffleCosts(accuracy, costs);
    }
  }
}
