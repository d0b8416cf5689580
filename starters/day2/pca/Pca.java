package day2.pca;

import static org.apache.spark.sql.functions.*;

import java.util.*;
import org.apache.spark.ml.*;
import org.apache.spark.ml.classification.*;
import org.apache.spark.ml.evaluation.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.ml.linalg.*;
import org.apache.spark.ml.param.*;
import org.apache.spark.ml.tuning.*;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.apache.spark.sql.*;
import org.apache.spark.sql.types.*;

public class Pca implements PcaLab {

  // Task 1: the double columns with at least three different values, without the label.
  @Override
  public List<String> columnsToReduce(Dataset<Row> df, String label) {
    throw new UnsupportedOperationException("TODO 1: choose the columns");
  }

  // Task 2: a pipeline, fitted on train, that centres, scales and writes `pca`.
  @Override
  public PipelineModel fitPca(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(columns.toArray(String[]::new))
            .setOutputCol("features");
    throw new UnsupportedOperationException("TODO 2: scale, then project");
  }

  // Task 3: the smallest number of components that have at least `share` of the variance.
  @Override
  public int componentsNeeded(Dataset<Row> scaled, double share) {
    throw new UnsupportedOperationException("TODO 3: add the shares up");
  }

  // Task 4: `component` (from 1), `column`, `loading`; the largest of a component is positive.
  @Override
  public Dataset<Row> loadings(PCAModel model, List<String> columns) {
    DenseMatrix pc = model.pc();
    throw new UnsupportedOperationException("TODO 4: read the loadings");
  }

  // Task 5: adds `reconstructed` (vector, in units) and `error` (mean square, scaled).
  @Override
  public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
    StandardScalerModel scaler = (StandardScalerModel) model.stages()[1];
    PCAModel pca = (PCAModel) model.stages()[2];
    throw new UnsupportedOperationException("TODO 5: there and back again");
  }

  // Task 6: a fitted CrossValidator over k, with scaler, PCA and logistic regression inside.
  @Override
  public CrossValidatorModel chooseK(
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label,
      List<Integer> ks,
      int folds) {
    throw new UnsupportedOperationException("TODO 6: choose k by cross-validation");
  }

  // Task 7: the variance along each component, by the singular values of the centred rows.
  @Override
  public List<Double> variancesBySvd(Dataset<Row> df) {
    throw new UnsupportedOperationException("TODO 7: the same by SVD");
  }
}
