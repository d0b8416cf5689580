package day2.outliers;

import static org.apache.spark.sql.functions.*;

import java.util.*;
import org.apache.spark.ml.evaluation.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.ml.regression.*;
import org.apache.spark.sql.*;
import org.apache.spark.sql.types.*;

public class Outliers implements OutliersLab {

  // Task 1: a Fence per numeric column of train that is not left out, from exact quartiles.
  @Override
  public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
    List<String> columns = new ArrayList<>();
    for (StructField field : train.schema().fields()) {
      // Which of them are numeric, and not left out?
    }
    throw new UnsupportedOperationException("TODO 1: learn the fences");
  }

  // Task 2: all rows, and `<column>_outlier` (true or false) for each fence.
  @Override
  public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
    throw new UnsupportedOperationException("TODO 2: flag what lies beyond the fences");
  }

  // Task 3: train without the rows beyond train's fences; all of test, with `is_outlier`.
  @Override
  public Cleaned removeOutliers(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
    throw new UnsupportedOperationException("TODO 3: remove the outliers from train");
  }

  // Task 4: `<column>_z`, `<column>_robust_z`, and `<column>_outlier` from the robust score.
  @Override
  public Dataset<Row> scoreOutliers(
      Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
    throw new UnsupportedOperationException("TODO 4: score each value");
  }

  // Task 5: each column as double, cut at two exact quantiles of train; null stays null.
  @Override
  public Dataset<Row> winsorise(
      Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
    throw new UnsupportedOperationException("TODO 5: pull extreme values in");
  }

  // Task 6: per flag: `flag`, `flagged`, `hits`, `missed`, `precision`, `recall`.
  @Override
  public Dataset<Row> judgeFlags(
      Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
    throw new UnsupportedOperationException("TODO 6: judge the flags");
  }

  // Task 7: the RMSE on all of test of a regression fitted on the train rows within the fences.
  @Override
  public double testRmse(
      Dataset<Row> train,
      Dataset<Row> test,
      List<Fence> fences,
      List<String> features,
      String label) {
    throw new UnsupportedOperationException("TODO 7: measure the error on test");
  }
}
