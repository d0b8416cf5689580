package day2.scaling;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows that show what a linear model has learned, whatever is inside it. */
final class Probes {

  private static final String NUMBER = "probe";

  private Probes() {}

  /** The predictions for a row of zeros, and then for each column with a 1 there alone. */
  static double[] predictions(SparkSession spark, PipelineModel model, List<String> columns) {
    StructType types = new StructType().add(NUMBER, DataTypes.IntegerType);
    for (String column : columns) {
      types = types.add(column, DataTypes.DoubleType);
    }
    List<Row> rows = new ArrayList<>();
    for (int probe = 0; probe <= columns.size(); probe++) {
      Object[] cells = new Object[columns.size() + 1];
      cells[0] = probe;
      for (int i = 1; i < cells.length; i++) {
        cells[i] = i == probe ? 1.0 : 0.0;
      }
      rows.add(RowFactory.create(cells));
    }
    return model
        .transform(spark.createDataFrame(rows, types))
        .orderBy(NUMBER)
        .select("prediction")
        .collectAsList()
        .stream()
        .mapToDouble(row -> row.getDouble(0))
        .toArray();
  }
}
