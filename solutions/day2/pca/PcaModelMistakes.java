package day2.pca;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/** Wrong ways back, wrong searches and wrong variances. */
final class PcaModelMistakes {

  private PcaModelMistakes() {}

  // Task 5

  @Mistake(
      task = 5,
      diagnosis = "still-scaled",
      says =
          "`reconstructed` is still scaled: numbers around zero, where the columns have units. The scaler divided by `std` and subtracted `mean`; undo both, in the other order.")
  static final class StaysScaled extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      return rebuilt(super.reconstruct(model, df), model, (scaled, sd, mean) -> scaled);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "mean-forgotten",
      says =
          "The mean is missing in `reconstructed`: the numbers have the right size, but they lie around zero. The scaler subtracted the mean first, so it is added last.")
  static final class ForgetsTheMean extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      return rebuilt(super.reconstruct(model, df), model, (scaled, sd, mean) -> scaled * sd);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "std-forgotten",
      says =
          "The mean was added, but the numbers were not multiplied by the standard deviation: every row is rebuilt as a row near the mean.")
  static final class ForgetsTheDeviation extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      return rebuilt(super.reconstruct(model, df), model, (scaled, sd, mean) -> scaled + mean);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "wrong-way-back",
      says =
          "The mean was added before the numbers were multiplied by the standard deviation. The scaler subtracted first and divided then; the way back is the other way round: multiply, then add.")
  static final class AddsBeforeItMultiplies extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      return rebuilt(
          super.reconstruct(model, df), model, (scaled, sd, mean) -> (scaled + mean) * sd);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "fit-on-df",
      says =
          "A new model was learned from `df`, so rows are rebuilt from components of their own. The model that is handed over has learned from train: read `mean`, `std` and `pc` from its stages.")
  static final class LearnsAnew extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      VectorAssembler assembler = (VectorAssembler) model.stages()[0];
      PCAModel pca = (PCAModel) model.stages()[2];
      List<String> columns = List.of(assembler.getInputCols());
      return super.reconstruct(fitPca(df, df, columns, pca.getK()), df);
    }
  }

  /** What becomes of a scaled number. */
  private interface WayBack extends java.io.Serializable {
    double of(double scaled, double sd, double mean);
  }

  /** Changes right reconstructions. */
  private static Dataset<Row> rebuilt(Dataset<Row> right, PipelineModel model, WayBack way) {
    Vector sd = ((StandardScalerModel) model.stages()[1]).std();
    Vector mean = ((StandardScalerModel) model.stages()[1]).mean();
    UserDefinedFunction change =
        udf(
            (Vector row) -> {
              double[] values = row.toArray().clone();
              for (int i = 0; i < values.length; i++) {
                double scaled = (values[i] - mean.apply(i)) / sd.apply(i);
                values[i] = way.of(scaled, sd.apply(i), mean.apply(i));
              }
              return Vectors.dense(values);
            },
            SQLDataTypes.VectorType());
    return right.withColumn("reconstructed", change.apply(col("reconstructed")));
  }

  // Task 6

  @Mistake(task = 6, diagnosis = "pca-outside-cv")
  static final class LearnsComponentsFirst extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      Dataset<Row> projected = fitPca(train, test, columns, ks.get(0)).transform(train);
      return new CrossValidator()
          .setEstimator(regression(label))
          .setEstimatorParamMaps(new ParamGridBuilder().build())
          .setEvaluator(accuracy(label))
          .setNumFolds(folds)
          .fit(projected);
    }
  }

  @Mistake(task = 6, diagnosis = "k-chosen-on-test")
  static final class ChoosesOnTest extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      int best =
          ks.stream()
              .max(
                  Comparator.comparingDouble(
                      k -> {
                        PipelineModel components = fitPca(train, test, columns, k);
                        return accuracy(label)
                            .evaluate(
                                regression(label)
                                    .fit(components.transform(train))
                                    .transform(components.transform(test)));
                      }))
              .orElseThrow();
      return super.chooseK(train, test, columns, label, List.of(best), folds);
    }
  }

  @Mistake(task = 6, diagnosis = "not-from-train")
  static final class ChoosesWithAllRows extends PcaSolution {
    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      return super.chooseK(train.union(test), test, columns, label, ks, folds);
    }
  }

  private static LogisticRegression regression(String label) {
    return new LogisticRegression().setFeaturesCol("pca").setLabelCol(label);
  }

  private static MulticlassClassificationEvaluator accuracy(String label) {
    return new MulticlassClassificationEvaluator().setLabelCol(label).setMetricName("accuracy");
  }

  // Task 7

  @Mistake(
      task = 7,
      diagnosis = "not-centred",
      says =
          "The rows were not centred, and an SVD does not do it: the first direction points from zero to the middle of the rows, and its number tells how far away that is. Subtract the means first.")
  static final class DecomposesAsItIs extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      RowMatrix matrix =
          new RowMatrix(
              df.select("features")
                  .javaRDD()
                  .map(row -> org.apache.spark.mllib.linalg.Vectors.fromML(row.getAs(0)))
                  .rdd());
      List<Double> variances = new ArrayList<>();
      for (double s : matrix.computeSVD((int) matrix.numCols(), false, 1e-9).s().toArray()) {
        variances.add(s * s / (matrix.numRows() - 1));
      }
      return variances;
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "scaled-first",
      says =
          "The rows were scaled as well as centred, so these are the variances of other columns. A `StandardScaler` with setWithStd(false) centres and does nothing else.")
  static final class ScalesAsWell extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      return super.variancesBySvd(
          scaler("features", "scaled").fit(df).transform(df).select(col("scaled").as("features")));
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "singular-not-squared",
      says =
          "These are the singular values themselves. The variance along a direction is the square of its singular value, divided by n - 1.")
  static final class ReturnsSingularValues extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      long others = df.count() - 1;
      return super.variancesBySvd(df).stream().map(v -> Math.sqrt(v * others)).toList();
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "columns-not-directions",
      says =
          "These are the variances of the columns themselves, sorted. Columns that go along with each other share their variance; asked for are the variances along the directions in which it is taken apart.")
  static final class SortsTheColumns extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      return DoubleStream.of(PcaMistakes.ofColumns(df, "features")).boxed().toList();
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "shares-not-variances",
      says =
          "These numbers add to 1: they are shares of the variance, as `explainedVariance()` gives them. Asked for are the variances themselves.")
  static final class ReturnsShares extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      List<Double> variances = super.variancesBySvd(df);
      double total = variances.stream().mapToDouble(v -> v).sum();
      return variances.stream().map(v -> v / total).toList();
    }
  }
}
