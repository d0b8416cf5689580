package day2.scaling;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.*;

import java.util.*;
import org.apache.spark.ml.*;
import org.apache.spark.ml.clustering.*;
import org.apache.spark.ml.evaluation.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.ml.linalg.*;
import org.apache.spark.ml.regression.*;
import org.apache.spark.sql.*;

public class Scaling implements ScalingLab {

  // Task 1: `df` and a vector `scaled`: minus the mean, divided by the sd, both of train.
  @Override
  public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
    VectorAssembler assembler = assembler(columns, "unscaled");
    throw new UnsupportedOperationException("TODO 1: standardise with the numbers of train");
  }

  // Task 2: `df` and a vector `scaled`: what is smallest and largest in train becomes low and high.
  @Override
  public Dataset<Row> scaleToRange(
      Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
    throw new UnsupportedOperationException("TODO 2: scale to a range");
  }

  // Task 3: per scaler and column: `scaler`, `column`, `min`, `max`, `mean`, `sd`.
  @Override
  public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
    throw new UnsupportedOperationException("TODO 3: compare the scalers");
  }

  // Task 4: an unfitted pipeline to `features`: numbers standardised, one-hot vectors as they are.
  @Override
  public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
    throw new UnsupportedOperationException("TODO 4: leave one-hot vectors and the label alone");
  }

  // Task 5: an unfitted pipeline that groups with KMeans.
  @Override
  public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
    throw new UnsupportedOperationException("TODO 5: scale before you measure distances");
  }

  // Task 6: the RMSE on test with the columns as they are, and with the columns standardised.
  @Override
  public Comparison compareWithAndWithout(
      PipelineStage regressor,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label) {
    throw new UnsupportedOperationException("TODO 6: see whom it matters to");
  }

  // Task 7: the intercept, and each column's effect per unit and per standard deviation.
  @Override
  public Effects effects(PipelineModel model, Dataset<Row> train) {
    VectorAssembler assembler = (VectorAssembler) model.stages()[0];
    String[] columns = assembler.getInputCols();
    throw new UnsupportedOperationException("TODO 7: read the coefficients");
  }

  /** Puts columns into one vector column. */
  private static VectorAssembler assembler(List<String> columns, String output) {
    return new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol(output);
  }
}
