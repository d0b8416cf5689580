package day2.onehot;

import static org.apache.spark.sql.functions.*;

import java.util.*;
import org.apache.spark.ml.*;
import org.apache.spark.ml.attribute.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.ml.regression.*;
import org.apache.spark.sql.*;

public class OneHot implements OneHotLab {

  // Task 1: a fitted StringIndexer from `<col>` to `<col>Index`; nothing in test may fail or vanish.
  @Override
  public StringIndexerModel fitIndexer(
      Dataset<Row> train, Dataset<Row> test, List<String> columns) {
    String[] inputs = columns.toArray(new String[0]);
    String[] outputs = named(columns, "Index");
    throw new UnsupportedOperationException("TODO 1: index the levels");
  }

  // Task 2: per column and unknown level of test: `column`, `level`, `rows`.
  @Override
  public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
    throw new UnsupportedOperationException("TODO 2: count what is unknown");
  }

  // Task 3: an unfitted pipeline: `<col>Index`, `<col>OHE`, `features`.
  @Override
  public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
    throw new UnsupportedOperationException("TODO 3: encode for a linear model");
  }

  // Task 4: `<column>Index` from the place in `order`; null where there is none.
  @Override
  public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
    throw new UnsupportedOperationException("TODO 4: keep the order");
  }

  // Task 5: level -> how much more the model predicts for it than for `base`.
  @Override
  public Map<String, Double> readEffects(
      PipelineModel model, Dataset<Row> predicted, String column, String base) {
    StringIndexerModel indexer = (StringIndexerModel) model.stages()[0];
    LinearRegressionModel regression = (LinearRegressionModel) model.stages()[3];
    throw new UnsupportedOperationException("TODO 5: read the coefficients");
  }

  // Task 6: an unfitted pipeline with a DecisionTreeRegressor: `features`, `prediction`.
  @Override
  public Pipeline treePipeline(
      List<String> nominal, List<String> numeric, String label, int mostLevels) {
    throw new UnsupportedOperationException("TODO 6: encode for a tree");
  }

  // Task 7: `<column>Target` from the mean label of each level in train.
  @Override
  public Dataset<Row> encodeByTarget(
      Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
    throw new UnsupportedOperationException("TODO 7: encode by target");
  }

  private static String[] named(List<String> columns, String suffix) {
    return columns.stream().map(column -> column + suffix).toArray(String[]::new);
  }
}
