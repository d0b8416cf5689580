package day2.selection;

import static org.apache.spark.sql.functions.*;

import java.util.*;
import java.util.stream.*;
import org.apache.spark.ml.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.ml.linalg.*;
import org.apache.spark.ml.regression.*;
import org.apache.spark.ml.stat.*;
import org.apache.spark.sql.*;
import org.apache.spark.sql.types.*;

public class Selection implements SelectionLab {

  // Task 1: the names of the columns whose variance in train is larger than `least`.
  @Override
  public List<String> varyingColumns(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
    throw new UnsupportedOperationException("TODO 1: drop what hardly changes");
  }

  // Task 2: one row per column, `column` and `pValue`; int is a category, double a number.
  @Override
  public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
    boolean classes = isCategory(df, label);
    throw new UnsupportedOperationException("TODO 2: find the right test for each column");
  }

  // Task 3: a fitted pipeline that adds `selected`: the columns whose p-value is below `level`.
  @Override
  public PipelineModel selectByTest(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
    throw new UnsupportedOperationException("TODO 3: let a selector choose");
  }

  // Task 4: of columns that say the same, keep the one that goes along with the label most.
  @Override
  public List<String> dropTwins(
      Dataset<Row> train, List<String> columns, String label, double most) {
    throw new UnsupportedOperationException("TODO 4: drop the twins");
  }

  // Task 5: a fitted pipeline that adds `selected`: the columns whose coefficient is not zero.
  @Override
  public PipelineModel selectByLasso(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double strength) {
    throw new UnsupportedOperationException("TODO 5: let a penalty choose");
  }

  // Task 6: one row per column, `column` and `importance`: the accuracy that shuffling it costs.
  @Override
  public Dataset<Row> importances(
      PipelineModel model,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label,
      long seed) {
    Random random = new Random(seed);
    throw new UnsupportedOperationException("TODO 6: shuffle to see what matters");
  }

  // Task 7: a fitted pipeline that adds `features`: the numbers, then switches for the categories.
  @Override
  public PipelineModel formulaFeatures(
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> numbers,
      List<String> categories,
      String label) {
    throw new UnsupportedOperationException("TODO 7: write it as a formula");
  }

  /** An int column is a category, a double column a number. */
  private static boolean isCategory(Dataset<Row> df, String column) {
    return df.schema().apply(column).dataType().equals(DataTypes.IntegerType);
  }

  /** Puts columns into one vector, `features`. */
  private static VectorAssembler assembler(List<String> columns) {
    return new VectorAssembler()
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCol("features");
  }
}
