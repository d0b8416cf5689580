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
import org.apache.spark.sql.types.DataTypes;

/**
 * What a model gets right of some rows, as they are and on average over several shuffles of each
 * column.
 *
 * @param accuracy on the rows as they are
 * @param costs the accuracy that shuffling a column costs, in the order of the columns
 */
record ShuffleCosts(double accuracy, Map<String, Double> costs) {

  private static final int SHUFFLES = 3;

  static ShuffleCosts of(PipelineModel model, Dataset<Row> df, List<String> columns, String label) {
    List<Row> rows = df.collectAsList();
    List<Row> copies = new ArrayList<>();
    rows.forEach(row -> copies.add(copy(row, 0, row.get(0), "")));
    for (String column : columns) {
      List<Object> values = new ArrayList<>(rows.stream().map(row -> row.getAs(column)).toList());
      for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
        Collections.shuffle(values, new Random(shuffle));
        for (int i = 0; i < rows.size(); i++) {
          copies.add(copy(rows.get(i), rows.get(i).fieldIndex(column), values.get(i), column));
        }
      }
    }
    Map<String, Double> accuracies = new LinkedHashMap<>();
    model
        .transform(
            df.sparkSession()
                .createDataFrame(copies, df.schema().add("shuffled", DataTypes.StringType)))
        .groupBy("shuffled")
        .agg(avg(col("prediction").equalTo(col(label)).cast("double")))
        .collectAsList()
        .forEach(row -> accuracies.put(row.getString(0), row.getDouble(1)));
    double accuracy = accuracies.get("");
    Map<String, Double> costs = new LinkedHashMap<>();
    columns.forEach(column -> costs.put(column, accuracy - accuracies.get(column)));
    return new ShuffleCosts(accuracy, costs);
  }

  private static Row copy(Row row, int place, Object value, String shuffled) {
    Object[] cells = new Object[row.size() + 1];
    for (int i = 0; i < row.size(); i++) {
      cells[i] = i == place ? value : row.get(i);
    }
    cells[row.size()] = shuffled;
    return RowFactory.create(cells);
  }
}
