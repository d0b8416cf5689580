package day2.scaling;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.stddev;

import dev.kindling.lab.Mistake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about what a regression makes of scales, each as somebody would write it. */
final class ScalingModelMistakes {

  private ScalingModelMistakes() {}

  /** Standardises the label as well. */
  @Mistake(task = 6, diagnosis = "label-scaled")
  static final class ScalesLabel extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Row learned = train.select(avg(label), stddev(col(label))).first();
      double mean = learned.getDouble(0);
      double sd = learned.getDouble(1);
      return super.compareWithAndWithout(
          regressor,
          train.withColumn(label, col(label).minus(mean).divide(sd)),
          test.withColumn(label, col(label).minus(mean).divide(sd)),
          columns,
          label);
    }
  }

  /** Scales into a column that the regressor does not read. */
  @Mistake(task = 6, diagnosis = "scaled-not-used")
  static final class LearnsFromTheOtherColumn extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Pipeline plain = pipeline(assembler(columns, "features"), regressor);
      Pipeline scaled =
          pipeline(assembler(columns, "features"), scaler("features", "scaledFeatures"), regressor);
      return new Comparison(
          error("rmse", label, plain, train, test), error("rmse", label, scaled, train, test));
    }
  }

  /** Puts the two numbers into the record the other way round. */
  @Mistake(task = 6, diagnosis = "swapped")
  static final class SwapsThem extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Comparison right = super.compareWithAndWithout(regressor, train, test, columns, label);
      return new Comparison(right.scaled(), right.plain());
    }
  }

  /** Fits a scaler for train and another for test. */
  @Mistake(task = 6, diagnosis = "own-statistic")
  static final class ScalesTestByItself extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Comparison right = super.compareWithAndWithout(regressor, train, test, columns, label);
      Pipeline scale = pipeline(assembler(columns, "unscaled"), scaler("unscaled", "features"));
      return new Comparison(
          right.plain(),
          error(
              "rmse",
              label,
              pipeline(regressor),
              scale.fit(train).transform(train),
              scale.fit(test).transform(test)));
    }
  }

  /** Scales before splitting. */
  @Mistake(task = 6, diagnosis = "fit-on-all-rows")
  static final class ScalesBeforeSplitting extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Comparison right = super.compareWithAndWithout(regressor, train, test, columns, label);
      PipelineModel scale =
          pipeline(assembler(columns, "unscaled"), scaler("unscaled", "features"))
              .fit(train.union(test));
      return new Comparison(
          right.plain(),
          error("rmse", label, pipeline(regressor), scale.transform(train), scale.transform(test)));
    }
  }

  /** Learns from the rows that judge. */
  @Mistake(task = 6, diagnosis = "fit-on-test")
  static final class LearnsFromTest extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      return super.compareWithAndWithout(regressor, test, test, columns, label);
    }
  }

  /** Picks the metric next to it. */
  @Mistake(task = 6, diagnosis = "mse-not-rmse")
  static final class MeasuresSquares extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Comparison right = super.compareWithAndWithout(regressor, train, test, columns, label);
      return new Comparison(right.plain() * right.plain(), right.scaled() * right.scaled());
    }
  }

  /** Judges on the rows that were learned from. */
  @Mistake(task = 6, diagnosis = "measured-on-train")
  static final class MeasuresOnTrain extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      return super.compareWithAndWithout(regressor, train, train, columns, label);
    }
  }

  /** Believes that coefficients are standardised because the regression standardises. */
  @Mistake(task = 7, diagnosis = "standardised-twice")
  static final class UndoesWhatSparkUndid extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      LinearRegressionModel regression = regression(model);
      if (hasScaler(model) || !regression.getStandardization()) {
        return right;
      }
      Map<String, Double> perUnit = new LinkedHashMap<>();
      for (String column : columns(model)) {
        double sd = train.select(stddev(col(column))).first().getDouble(0);
        perUnit.put(column, sd == 0 ? 0 : right.perUnit().get(column) / sd);
      }
      return new Effects(right.intercept(), perUnit, right.perUnit());
    }
  }

  /** Believes the same, and takes the coefficients for effects per standard deviation. */
  @Mistake(task = 7, diagnosis = "per-sd-as-it-was")
  static final class TakesCoefficientsForStandardised extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      return new Effects(right.intercept(), right.perUnit(), coefficients(model));
    }
  }

  /** Reads the coefficients as they are. */
  @Mistake(task = 7, diagnosis = "still-scaled")
  static final class ReadsWhatIsThere extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      return new Effects(right.intercept(), coefficients(model), right.perSd());
    }
  }

  /** Turns the division round. */
  @Mistake(task = 7, diagnosis = "multiplied")
  static final class Multiplies extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      return hasScaler(model)
          ? new Effects(right.intercept(), scaled(model, (w, sd) -> w * sd), right.perSd())
          : right;
    }
  }

  /** Does not think of constant columns. */
  @Mistake(task = 7, diagnosis = "divided-by-zero")
  static final class DividesZeroByZero extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      return hasScaler(model)
          ? new Effects(right.intercept(), scaled(model, (w, sd) -> w / sd), right.perSd())
          : right;
    }
  }

  /** Leaves the intercept where it was. */
  @Mistake(task = 7, diagnosis = "intercept-not-moved")
  static final class KeepsIntercept extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      return new Effects(regression(model).intercept(), right.perUnit(), right.perSd());
    }
  }

  /** Takes it for granted that a scaler centres. */
  @Mistake(task = 7, diagnosis = "means-subtracted-anyway")
  static final class AlwaysSubtractsMeans extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      return movedBy(model, super.effects(model, train), -1, hasScaler(model));
    }
  }

  /** Adds the means instead. */
  @Mistake(task = 7, diagnosis = "sign-turned")
  static final class AddsMeans extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      boolean centred = hasScaler(model) && scaler(model).getWithMean();
      return movedBy(model, super.effects(model, train), 1, centred);
    }
  }

  /** Divides the sum of squares by n. */
  @Mistake(task = 7, diagnosis = "population-sd")
  static final class TakesPopulationSds extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      double n = train.count();
      Map<String, Double> perSd = new LinkedHashMap<>(right.perSd());
      perSd.replaceAll((column, effect) -> effect * Math.sqrt((n - 1) / n));
      return new Effects(right.intercept(), right.perUnit(), perSd);
    }
  }

  /** Divides by the standard deviation where it should multiply. */
  @Mistake(task = 7, diagnosis = "per-sd-divided")
  static final class DividesPerSd extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      Map<String, Double> perSd = new LinkedHashMap<>(right.perUnit());
      perSd.replaceAll(
          (column, effect) -> {
            double sd = train.select(stddev(col(column))).first().getDouble(0);
            return sd == 0 ? 0 : effect / sd;
          });
      return new Effects(right.intercept(), right.perUnit(), perSd);
    }
  }

  /** Takes it for granted that there is a scaler. */
  @Mistake(task = 7, diagnosis = "scaler-expected")
  static final class ExpectsScaler extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      StandardScalerModel scaler = (StandardScalerModel) model.stages()[1];
      return scaler.std().size() == 0 ? null : super.effects(model, train);
    }
  }

  /** Learns the coefficients once more, this time without a scaler. */
  @Mistake(task = 7, diagnosis = "refitted")
  static final class FitsAgain extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      LinearRegression again = new LinearRegression().setLabelCol(regression(model).getLabelCol());
      Pipeline plain = pipeline(assembler(List.of(columns(model)), "features"), again);
      return super.effects(plain.fit(train), train);
    }
  }

  private interface Undoing {
    double of(double coefficient, double sd);
  }

  private static Map<String, Double> scaled(PipelineModel model, Undoing undoing) {
    Map<String, Double> perUnit = coefficients(model);
    String[] columns = columns(model);
    for (int i = 0; i < columns.length; i++) {
      double sd = scaler(model).std().apply(i);
      perUnit.computeIfPresent(columns[i], (column, w) -> undoing.of(w, sd));
    }
    return perUnit;
  }

  private static Effects movedBy(PipelineModel model, Effects right, int sign, boolean moved) {
    if (!moved) {
      return right;
    }
    double intercept = regression(model).intercept();
    String[] columns = columns(model);
    for (int i = 0; i < columns.length; i++) {
      intercept += sign * right.perUnit().get(columns[i]) * scaler(model).mean().apply(i);
    }
    return new Effects(intercept, right.perUnit(), right.perSd());
  }

  private static Map<String, Double> coefficients(PipelineModel model) {
    Map<String, Double> coefficients = new LinkedHashMap<>();
    String[] columns = columns(model);
    for (int i = 0; i < columns.length; i++) {
      coefficients.put(columns[i], regression(model).coefficients().apply(i));
    }
    return coefficients;
  }

  private static String[] columns(PipelineModel model) {
    return ((VectorAssembler) model.stages()[0]).getInputCols();
  }

  private static LinearRegressionModel regression(PipelineModel model) {
    return (LinearRegressionModel) model.stages()[model.stages().length - 1];
  }

  private static boolean hasScaler(PipelineModel model) {
    return model.stages()[1] instanceof StandardScalerModel;
  }

  private static StandardScalerModel scaler(PipelineModel model) {
    return (StandardScalerModel) model.stages()[1];
  }

  private static double error(
      String metric, String label, Pipeline pipeline, Dataset<Row> train, Dataset<Row> test) {
    return new RegressionEvaluator()
        .setLabelCol(label)
        .setMetricName(metric)
        .evaluate(pipeline.fit(train).transform(test));
  }

  private static StandardScaler scaler(String input, String output) {
    return new StandardScaler().setWithMean(true).setInputCol(input).setOutputCol(output);
  }

  private static VectorAssembler assembler(List<String> columns, String output) {
    return new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol(output);
  }

  private static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }
}
