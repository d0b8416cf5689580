package day2.pca;

import dev.kindling.data.lowrank.LowRank;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Principal components: fewer columns that say nearly the same, learned from train, and what the
 * scale of a column has to do with it.
 *
 * <p>Every task is handed what it needs, so each can be solved alone. No cell is null.
 */
@Lab(day = 2, order = 10, title = "Dimensionality reduction", minutes = 45, data = LowRank.class)
public interface PcaLab {

  /**
   * The columns that principal components make sense for: measurements on a scale, no codes and no
   * switches.
   *
   * @param df any frame
   * @param label the column to be predicted
   * @return the names of all columns of type double with at least three different values, without
   *     the label, in the order of {@code df}
   */
  @Task(
      value = 1,
      points = 10,
      title = "Choose the columns",
      hints = {
        "The type of a column is in `df.schema()`; how many different values it has is a question to the rows. The vector of a `OneHotEncoder` is no double, and an indicator such as `is_winter` has two values.",
        "Collect the names of the double columns but the label. Ask for the number of different values of all of them in one `select`, and keep the names whose answer is above two.",
        "`df.select(names.stream().map(c -> approx_count_distinct(col(c)).as(c)).toArray(Column[]::new)).first()`, then `counts.<Long>getAs(name) > 2`."
      })
  List<String> columnsToReduce(Dataset<Row> df, String label);

  /**
   * Learns from train how to scale columns and to project them onto their first principal
   * components.
   *
   * @param train the rows to learn from
   * @param test the rows that will be projected later; both parts lie at hand, as they do in a
   *     notebook
   * @param columns double columns in different units, with means far from zero
   * @param k how many components
   * @return a fitted pipeline that adds to any frame with these columns {@code pca} (vector of
   *     {@code k} numbers): the row, with each column less its mean in train and divided by its
   *     standard deviation in train (of a sample, divided by n - 1), projected onto the first k
   *     principal components of train, the one with the largest variance first. A component's sign
   *     is free. Other columns may be added as well.
   */
  @Task(
      value = 2,
      points = 20,
      title = "Scale, then project",
      hints = {
        "Three stages: `VectorAssembler`, `StandardScaler`, `PCA`. Look up the two defaults of the scaler; one of them is not what is needed here.",
        "`PCA` finds its directions as if the data were centred, but its `transform` does not centre. So the scaler has to. And which rows does `fit` see?",
        "`new StandardScaler().setInputCol(\"features\").setOutputCol(\"scaled\").setWithMean(true)`, then `new PCA().setInputCol(\"scaled\").setOutputCol(\"pca\").setK(k)`, in a `Pipeline` that is fitted on train."
      })
  PipelineModel fitPca(Dataset<Row> train, Dataset<Row> test, List<String> columns, int k);

  /**
   * The smallest number of principal components that together have at least a share of the
   * variance.
   *
   * @param scaled a frame with a vector column {@code scaled}, which is to be taken as it is
   * @param share above 0 and below 1, such as 0.95; the variances never add to it exactly
   * @return how many components, counted from 1
   */
  @Task(
      value = 3,
      points = 12,
      title = "How many components",
      hints = {
        "`PCAModel.explainedVariance()` gives the share of each component that it kept. How many must it keep so that no answer is cut off?",
        "Fit a `PCA` with as many components as the vector has numbers. Add the shares up from the first one until the sum is large enough. An index counts from 0, components from 1.",
        "`int size = scaled.select(\"scaled\").first().<Vector>getAs(0).size()`; then `for (int k = 1; k <= size; k++) { sum += shares.apply(k - 1); if (sum >= share) return k; }`."
      })
  int componentsNeeded(Dataset<Row> scaled, double share);

  /**
   * What each component is made of, as a table with signs that two people can compare.
   *
   * @param model a fitted PCA; {@link PCAModel#pc()} has one row per input column and one column
   *     per component
   * @param columns the names of the input columns, in the order of the vector
   * @return one row per component and input column, in any order: {@code component} (int, from 1),
   *     {@code column} (string), {@code loading} (double, the element of {@code pc}). If the
   *     loading with the largest absolute value of a component is negative, all loadings of this
   *     component change their sign.
   */
  @Task(
      value = 4,
      points = 14,
      title = "Read the loadings",
      hints = {
        "`pc.apply(i, j)` is row i, column j. A component and its opposite are the same direction, so a library may return either; the task says which one to show.",
        "For each component find the loading whose absolute value is the largest; if it is negative, multiply the component by -1. Make a `Row` per component and column, and a frame from the list.",
        "`spark.createDataFrame(rows, StructType.fromDDL(\"component INT, column STRING, loading DOUBLE\"))` with `RowFactory.create(j + 1, columns.get(i), sign * pc.apply(i, j))`; `SparkSession.active()` is the session."
      })
  Dataset<Row> loadings(PCAModel model, List<String> columns);

  /**
   * Takes rows to their components and back again, and measures what got lost.
   *
   * @param model a fitted pipeline with exactly three stages: a {@code VectorAssembler} (writes
   *     {@code features}), a {@code StandardScalerModel} with mean and standard deviation (writes
   *     {@code scaled}), a {@code PCAModel} (writes {@code pca})
   * @param df rows with the input columns, train rows or others
   * @return all rows and columns of {@code df}, and {@code reconstructed} (vector, in the units and
   *     the order of {@code features}): what the components alone say of the row; and {@code error}
   *     (double): the mean over the columns of the squared difference between the row and its
   *     reconstruction, both scaled. Other columns may be added as well.
   */
  @Task(
      value = 5,
      points = 18,
      title = "There and back again",
      hints = {
        "`transform` went from x to (x - mean) / sd to the components. Go back step by step, the last one first. The stages of `model` know the mean, the standard deviation and `pc`.",
        "With z the vector `pca`, `pc.multiply(z)` is the scaled row again, but for what the other components held. Times the standard deviation, plus the mean, it is in units. The error compares `scaled` with `pc.multiply(z)`.",
        "`UserDefinedFunction back = udf((Vector z) -> …, SQLDataTypes.VectorType())` in a static method that gets `pc`, `mean` and `std`; a second `udf` with two vectors, `Vectors.sqdist(scaled, pc.multiply(z)) / scaled.size()`, gives the error."
      })
  Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df);

  /**
   * Chooses the number of components for a logistic regression by cross-validation on train.
   *
   * @param train the rows to choose and to learn with
   * @param test the rows that will judge the result later; both parts lie at hand, as they do in a
   *     notebook
   * @param columns double columns in different units
   * @param label the column to be predicted: 0.0 or 1.0
   * @param ks the numbers of components to choose from
   * @param folds into how many parts train is cut
   * @return the fitted cross-validator: {@code folds} folds, a grid with each of {@code ks} and
   *     nothing else, the accuracy as its metric. What is cross-validated is a pipeline of
   *     everything that learns: {@code StandardScaler} (with mean and standard deviation), {@code
   *     PCA}, {@code LogisticRegression} on its output; parameters that are not named here keep
   *     their defaults.
   */
  @Task(
      value = 6,
      points = 16,
      title = "Choose k by cross-validation",
      hints = {
        "The estimator of the `CrossValidator` is the whole pipeline, and the grid is over a param of one of its stages.",
        "`new ParamGridBuilder().addGrid(pca.k(), …)` takes an `int[]`. The evaluator for an accuracy is `MulticlassClassificationEvaluator`; its default metric is another. Only train takes part.",
        "`new CrossValidator().setEstimator(pipeline).setEstimatorParamMaps(grid).setEvaluator(new MulticlassClassificationEvaluator().setLabelCol(label).setMetricName(\"accuracy\")).setNumFolds(folds).fit(…)`."
      })
  CrossValidatorModel chooseK(
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label,
      List<Integer> ks,
      int folds);

  /**
   * The variance along every principal component, by singular values instead of {@code PCA}.
   *
   * @param df a frame with a vector column {@code features}, not centred; it is to be centred and
   *     otherwise taken as it is
   * @return one variance (divided by n - 1) for each number of the vector, the largest first
   */
  @Task(
      value = 7,
      points = 10,
      title = "The same by SVD",
      hints = {
        "A singular value decomposition knows nothing of means. If the rows are centred, the square of a singular value, divided by n - 1, is the variance along that direction.",
        "Centre with a `StandardScaler` that does nothing else. `RowMatrix` wants an RDD of `org.apache.spark.mllib.linalg.Vector`; `Vectors.fromML` makes one from a vector of `ml`.",
        "`new RowMatrix(centred.javaRDD().map(row -> Vectors.fromML(row.getAs(0))).rdd()).computeSVD(size, false, 1e-9).s()`, then `s * s / (n - 1)` for each."
      })
  List<Double> variancesBySvd(Dataset<Row> df);
}
