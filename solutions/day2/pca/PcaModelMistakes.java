package day2.pca;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** Answers to tasks 5 and 7 that look right and are not. */
final class PcaModelMistakes {

  private PcaModelMistakes() {}

  /** Goes half of the way. */
  @Mistake(task = 5, diagnosis = "still-scaled")
  static final class StaysScaled extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      return rebuilt(super.reconstruct(model, df), model, 0, 1, 0);
    }
  }

  /** Multiplies only. */
  @Mistake(task = 5, diagnosis = "mean-forgotten")
  static final class ForgetsTheMean extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      return rebuilt(super.reconstruct(model, df), model, 1, 0, 0);
    }
  }

  /** Adds only. */
  @Mistake(task = 5, diagnosis = "std-forgotten")
  static final class ForgetsTheDeviation extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      return rebuilt(super.reconstruct(model, df), model, 0, 1, 1);
    }
  }

  /** Undoes the first step first. */
  @Mistake(task = 5, diagnosis = "wrong-way-back")
  static final class AddsBeforeItMultiplies extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      Vector sd = ((StandardScalerModel) model.stages()[1]).std();
      Vector mean = ((StandardScalerModel) model.stages()[1]).mean();
      UserDefinedFunction turn =
          udf(
              (Vector right) -> {
                double[] row = right.toArray().clone();
                for (int i = 0; i < row.length; i++) {
                  double scaled = (row[i] - mean.apply(i)) / sd.apply(i);
                  row[i] = (scaled + mean.apply(i)) * sd.apply(i);
                }
                return Vectors.dense(row);
              },
              SQLDataTypes.VectorType());
      return super.reconstruct(model, df)
          .withColumn("reconstructed", turn.apply(col("reconstructed")));
    }
  }

  /** Hands back what came in. */
  @Mistake(task = 5, diagnosis = "nothing-lost")
  static final class HandsBackTheRow extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      return model
          .transform(df)
          .withColumn("reconstructed", col("features"))
          .withColumn("error", lit(0.0));
    }
  }

  /** Learns anew from the rows at hand. */
  @Mistake(task = 5, diagnosis = "fit-on-df")
  static final class LearnsAnew extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      VectorAssembler assembler = (VectorAssembler) model.stages()[0];
      PCAModel pca = (PCAModel) model.stages()[2];
      List<String> columns = List.of(assembler.getInputCols());
      return super.reconstruct(fitPca(df, df, columns, pca.getK()), df);
    }
  }

  /** Compares in units. */
  @Mistake(task = 5, diagnosis = "error-in-units")
  static final class ComparesInUnits extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      UserDefinedFunction error =
          udf(
              (Vector one, Vector other) -> Vectors.sqdist(one, other) / one.size(),
              DataTypes.DoubleType);
      return super.reconstruct(model, df)
          .withColumn("error", error.apply(col("features"), col("reconstructed")));
    }
  }

  /** Takes the squared distance for a mean. */
  @Mistake(task = 5, diagnosis = "error-summed")
  static final class SumsTheError extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      int size = ((VectorAssembler) model.stages()[0]).getInputCols().length;
      return super.reconstruct(model, df).withColumn("error", col("error").multiply(size));
    }
  }

  /** Takes the root, as of an RMSE. */
  @Mistake(task = 5, diagnosis = "error-is-distance")
  static final class TakesTheRoot extends PcaSolution {
    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      return super.reconstruct(model, df).withColumn("error", sqrt(col("error")));
    }
  }

  /** Decomposes the rows where they lie. */
  @Mistake(task = 7, diagnosis = "not-centred")
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

  /** Scales as well. */
  @Mistake(task = 7, diagnosis = "scaled-first")
  static final class ScalesAsWell extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      return super.variancesBySvd(
          PcaSearchMistakes.scaler("features", "scaled")
              .fit(df)
              .transform(df)
              .select(col("scaled").as("features")));
    }
  }

  /** Returns the singular values. */
  @Mistake(task = 7, diagnosis = "singular-not-squared")
  static final class ReturnsSingularValues extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      long others = df.count() - 1;
      return super.variancesBySvd(df).stream().map(v -> Math.sqrt(v * others)).toList();
    }
  }

  /** Does not divide. */
  @Mistake(task = 7, diagnosis = "sum-not-mean")
  static final class ReturnsSums extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      long others = df.count() - 1;
      return super.variancesBySvd(df).stream().map(v -> v * others).toList();
    }
  }

  /** Divides by n. */
  @Mistake(task = 7, diagnosis = "divided-by-n")
  static final class DividesByAllRows extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      double rows = df.count();
      return super.variancesBySvd(df).stream().map(v -> v * (rows - 1) / rows).toList();
    }
  }

  /** Returns shares. */
  @Mistake(task = 7, diagnosis = "shares-not-variances")
  static final class ReturnsShares extends PcaSolution {
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      List<Double> variances = super.variancesBySvd(df);
      double total = variances.stream().mapToDouble(v -> v).sum();
      return variances.stream().map(v -> v / total).toList();
    }
  }

  /**
   * Changes right reconstructions: the scaled number times {@code sds} standard deviations and
   * {@code ones}, plus {@code means} means.
   */
  private static Dataset<Row> rebuilt(
      Dataset<Row> right, PipelineModel model, double sds, double ones, double means) {
    Vector sd = ((StandardScalerModel) model.stages()[1]).std();
    Vector mean = ((StandardScalerModel) model.stages()[1]).mean();
    UserDefinedFunction change =
        udf(
            (Vector row) -> {
              double[] values = row.toArray().clone();
              for (int i = 0; i < values.length; i++) {
                double scaled = (values[i] - mean.apply(i)) / sd.apply(i);
                values[i] = scaled * (sds * sd.apply(i) + ones) + means * mean.apply(i);
              }
              return Vectors.dense(values);
            },
            SQLDataTypes.VectorType());
    Column changed = change.apply(col("reconstructed"));
    return right.withColumn("reconstructed", changed);
  }
}
