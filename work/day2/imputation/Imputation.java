package day2.imputation;

import static org.apache.spark.sql.functions.*;

import java.util.*;
import org.apache.spark.ml.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.sql.*;

public class Imputation implements ImputationLab {

  // Task 1: one row per pair of columns with `first`, `second`, `missing`, `share`, in one pass.
  @Override
  public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
    List<Column> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i; j < columns.size(); j++) {
        String first = columns.get(i);
        String second = columns.get(j);
        // One aggregate per pair goes here.
      }
    }
    throw new UnsupportedOperationException("TODO 1: count the gaps of each column and each pair");
  }

  // Task 2: sentinels become null, the columns become double, `<col>_na` is 1.0 where it is null.
  @Override
  public Dataset<Row> markGaps(
      Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
    throw new UnsupportedOperationException("TODO 2: mark the gaps");
  }

  // Task 3: a fitted Imputer with the medians of train, from `<col>` to `<col>_imputed`.
  @Override
  public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
    throw new UnsupportedOperationException("TODO 3: learn the medians");
  }

  // Task 4: gaps of `asLevel` become "Missing", gaps of `byMode` the most frequent level of train.
  @Override
  public Dataset<Row> fillCategories(
      Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
    Map<String, Object> fills = new HashMap<>();
    throw new UnsupportedOperationException("TODO 4: fill the text columns");
  }

  // Task 5: `<column>_imputed`: own value, else the group's median in train, else train's median.
  @Override
  public Dataset<Row> fillByGroup(
      Dataset<Row> train, Dataset<Row> df, String column, String group) {
    throw new UnsupportedOperationException("TODO 5: fill by group");
  }

  // Task 6: an unfitted pipeline that ends in `features`: all `<col>_imputed`, then all `<col>_na`.
  @Override
  public Pipeline imputationPipeline(List<String> columns, String label) {
    throw new UnsupportedOperationException("TODO 6: put it in a pipeline");
  }

  // Task 7: per column of the model: `column`, `missing`, `surrogate`, `actual`, `bias`.
  @Override
  public Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth) {
    throw new UnsupportedOperationException("TODO 7: measure the bias");
  }

  private static String imputed(String column) {
    return column + "_imputed";
  }

  private static String na(String column) {
    return column + "_na";
  }
}
