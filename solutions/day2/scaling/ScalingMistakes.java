package day2.scaling;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;

import dev.kindling.lab.Mistake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.feature.RobustScaler;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Known wrong answers. */
final class ScalingMistakes {

  private ScalingMistakes() {}

  @Mistake(
      task = 1,
      diagnosis = "not-centred",
      says =
          "The values are divided, and not centred: `{first}` is around {uncentred} now, its mean divided by its standard deviation, instead of 0. `StandardScaler` has `withStd` on by default and `withMean` off, because centring fills sparse vectors; scikit-learn has both on. Call setWithMean(true).")
  static final class TrustsTheDefault extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return scaled(standardScaler("unscaled", "scaled").setWithMean(false), train, df, columns);
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "population-sd",
      says =
          "The values are divided by the standard deviation of a population, a sum over n. Train is a sample: divide by n - 1. `stddev` in Spark's functions and `StandardScaler` do that; `stddev_pop` and NumPy's `std` do not.")
  static final class DividesByN extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return with(
          df, "scaled", columns, c -> standard(c, only(train, avg(c)), only(train, stddev_pop(c))));
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "deviation-of-other-rows",
      says =
          "The mean is that of `train`, but the standard deviation is that of the rows to scale. Both must come from the same rows, or the scale is neither theirs nor train's: learn both from `train`.")
  static final class DividesByOwnDeviation extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return with(
          df, "scaled", columns, c -> standard(c, only(train, avg(c)), only(df, stddev(c))));
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "constant-not-zero",
      says =
          "All is right but the column that has only one value in train: it does not become 0. Its standard deviation is 0, and it was divided by 1 instead, as scikit-learn does: that makes a large number of any other value that test may bring. The task asks for 0, as Spark's `StandardScaler` has it.")
  static final class DividesConstantByOne extends ScalingSolution {
    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      return with(
          df,
          "scaled",
          columns,
          c -> {
            double sd = only(train, stddev(c));
            return c.minus(only(train, avg(c))).divide(sd == 0 ? 1 : sd);
          });
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "normalizer-per-row",
      says =
          "A `Normalizer` made these. Its name is misleading: it divides each *row* by the row's own length, so the largest column swallows the others, and it has no `fit`. What people call min-max normalisation is `MinMaxScaler`.")
  static final class NormalizesRows extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return scaled(normalizer("scaled"), train, df, columns);
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "range-ignored",
      says =
          "Train lies between 0 and 1 now, and the task asks for {low} to {high}. These are the params `min` and `max`: setMin(low).setMax(high).")
  static final class KeepsZeroToOne extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return super.scaleToRange(train, df, columns, 0, 1);
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "clipped",
      says =
          "Every value was held between {low} and {high}. Rows that train has not seen may lie beyond, and here {beyond} do: that is no error, and cutting it off makes a customer far outside equal to the largest of train. Leave them where they are.")
  static final class HoldsValuesBetween extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      Column values = vector_to_array(col("scaled"), "float64");
      return super.scaleToRange(train, df, columns, low, high)
          .withColumn(
              "scaled",
              array_to_vector(transform(values, x -> least(greatest(x, lit(low)), lit(high)))));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "constant-to-low",
      says =
          "All is right but the column that has only one value in train. Its smallest value is its largest, the formula divides 0 by 0, and you have decided for the lower end. The task asks for halfway between, {middle} here, whatever the value is: 0.5 * (max + min), as Spark's `MinMaxScaler` has it.")
  static final class PutsConstantLow extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return with(df, "scaled", columns, c -> ranged(train, c, low, high, low));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "constant-at-half",
      says =
          "The column with a single value in train became 0.5. That is halfway between 0 and 1; between {low} and {high} it is {middle}. Spark's formula is 0.5 * (max + min), with the params `min` and `max`.")
  static final class PutsConstantAtHalf extends ScalingSolution {
    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      return with(df, "scaled", columns, c -> ranged(train, c, low, high, 0.5));
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "not-the-default",
      says =
          "`StandardScaler` has a mean of 0 here, so `withMean` was switched on. The table shows what each scaler does by default, and by default this one only divides. `explainParams()` tells the defaults of any stage.")
  static final class ComparesCentred extends ScalingSolution {
    @Override
    Dataset<Row> withScaled(Dataset<Row> assembled, List<String> columns) {
      Dataset<Row> right = super.withScaled(assembled, columns).drop("StandardScaler");
      return standardScaler("unscaled", "StandardScaler").fit(right).transform(right);
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "not-the-default",
      says =
          "`RobustScaler` has its middle at 0 here, so `withCentering` was switched on. The table shows what each scaler does by default, and by default this one only divides, too.")
  static final class ComparesRobustCentred extends ScalingSolution {
    @Override
    Dataset<Row> withScaled(Dataset<Row> assembled, List<String> columns) {
      Dataset<Row> right = super.withScaled(assembled, columns).drop("RobustScaler");
      return new RobustScaler()
          .setWithCentering(true)
          .setInputCol("unscaled")
          .setOutputCol("RobustScaler")
          .fit(right)
          .transform(right);
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "normalizer-per-column",
      says =
          "The rows of `Normalizer` are columns divided by the length of the column. That is what one might expect of a scaler, but `Normalizer` divides each *row* by the length of the row. It has no `fit`: there is nothing about columns to learn.")
  static final class NormalizesColumns extends ScalingSolution {
    @Override
    Dataset<Row> withScaled(Dataset<Row> assembled, List<String> columns) {
      return with(
          super.withScaled(assembled, columns),
          "Normalizer",
          columns,
          c -> c.divide(only(assembled, sqrt(sum(c.multiply(c))))));
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "largest-not-by-size",
      says =
          "The rows of `MaxAbsScaler` are divided by the largest value. It divides by the largest *by size*: where -40 is farther from 0 than 30, by 40, so that everything lies between -1 and 1.")
  static final class DividesByLargest extends ScalingSolution {
    @Override
    Dataset<Row> withScaled(Dataset<Row> assembled, List<String> columns) {
      return with(
          super.withScaled(assembled, columns),
          "MaxAbsScaler",
          columns,
          c -> c.divide(only(assembled, max(c))));
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "one-hot-centred",
      says =
          "The one-hot vectors were centred with the rest. In each row nearly all of their {slots} slots were 0, and now hardly any is: \"not this one\" has become a small negative number. With thousands of levels, a sparse vector that took a few bytes takes all the memory there is. Scale the numbers in a vector of their own, then assemble.")
  static final class CentresOneHots extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      List<String> all = join(without(numbers, label), oneHots);
      return pipeline(assembler(all, "everything"), standardScaler("everything", "features"));
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "one-hot-scaled",
      says =
          "The one-hot vectors were divided with the rest: a 1 has become larger, the more so the rarer it is. 0 and 1 are a scale already, and now rare levels count more than frequent ones. Scale the numbers in a vector of their own (with withMean, which is off here), then assemble.")
  static final class DividesOneHots extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      List<String> all = join(without(numbers, label), oneHots);
      return pipeline(
          assembler(all, "everything"),
          standardScaler("everything", "features").setWithMean(false));
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "label-in-features",
      says =
          "`{label}` is the label, and it is among the features: the model would be told the answer. Take the label out of the columns before anything reads them, and leave it in its own unit.")
  static final class ScalesLabelToo extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return super.featurePipeline(numbers, oneHots, "");
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "not-centred",
      says =
          "The numbers are divided, and not centred: `withMean` of `StandardScaler` is off by default. These columns are dense, so centring costs nothing: setWithMean(true).")
  static final class DividesNumbers extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      return pipeline(
          assembler(without(numbers, label), "numbers"),
          standardScaler("numbers", "scaledNumbers").setWithMean(false),
          assembler(join(List.of("scaledNumbers"), oneHots), "features"));
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "own-statistic",
      says =
          "The rows are scaled with their own mean and standard deviation: your pipeline computes them anew from every frame that it transforms. The same customer then has other features in train than in test, and a single row has no spread at all. Let an estimator learn them in `fit`.")
  static final class ScalesEachFrameByItself extends ScalingSolution {
    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      List<String> inputs = without(numbers, label);
      StringBuilder sql = new StringBuilder("SELECT *");
      for (String c : inputs) {
        sql.append(", (%1$s - avg(%1$s) OVER ()) / stddev(%1$s) OVER () AS %1$s_z".formatted(c));
      }
      return pipeline(
          new SQLTransformer().setStatement(sql + " FROM __THIS__"),
          assembler(join(inputs.stream().map(c -> c + "_z").toList(), oneHots), "features"));
    }
  }

  @Mistake(task = 5, diagnosis = "kmeans-reads-unscaled")
  static final class GroupsUnscaled extends ScalingSolution {
    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(assembler(columns, "features"), new KMeans().setK(k).setSeed(seed));
    }
  }

  @Mistake(task = 5, diagnosis = "kmeans-reads-unscaled")
  static final class GroupsTheOtherColumn extends ScalingSolution {
    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(
          assembler(columns, "features"),
          standardScaler("features", "scaledFeatures"),
          new KMeans().setK(k).setSeed(seed));
    }
  }

  @Mistake(task = 5, diagnosis = "normalizer-per-row")
  static final class GroupsNormalizedRows extends ScalingSolution {
    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(
          assembler(columns, "unscaled"),
          normalizer("features"),
          new KMeans().setK(k).setSeed(seed));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "label-scaled",
      says =
          "These errors are in standard deviations of the label, of which one is {sd}: the label was scaled. It costs nothing to leave it alone, and the error stays in a unit that people know. Scale features only.")
  static final class ScalesLabel extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Column value = col(label);
      Column scaled = standard(value, only(train, avg(value)), only(train, stddev(value)));
      return super.compareWithAndWithout(
          regressor,
          train.withColumn(label, scaled),
          test.withColumn(label, scaled),
          columns,
          label);
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "scaled-not-used",
      says =
          "Both RMSEs are the same, so the regressor has seen the same numbers twice. It reads the column `features` whatever else is there: in the second pipeline the scaler must write that column, and the assembler another one.")
  static final class LearnsFromTheOtherColumn extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Pipeline plain = pipeline(assembler(columns, "features"), regressor);
      double rmse = rmse(plain, train, test, label);
      return new Comparison(rmse, rmse);
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "swapped",
      says =
          "The two numbers are the wrong way round: `plain` belongs to the columns as they are, `scaled` to the standardised ones.")
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

  @Mistake(
      task = 6,
      diagnosis = "own-statistic",
      says =
          "The test rows were scaled with their own mean and standard deviation. The model learned what a value means on the scale of train; on another scale it reads nonsense. One pipeline, fitted on train, scales both alike.")
  static final class ScalesTestByItself extends ScalingSolution {
    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Comparison right = super.compareWithAndWithout(regressor, train, test, columns, label);
      Pipeline scale = pipeline(assembler(columns, "raw"), standardScaler("raw", "features"));
      Dataset<Row> scaledTest = scale.fit(test).transform(test);
      Dataset<Row> scaledTrain = scale.fit(train).transform(train);
      return new Comparison(
          right.plain(), rmse(pipeline(regressor), scaledTrain, scaledTest, label));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "fit-on-all-rows",
      says =
          "The scaler has learned from train and test together. The difference is small, and it is a leak all the same: the rows that judge the model have had a say in it. Fit the whole pipeline on train.")
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
          pipeline(assembler(columns, "raw"), standardScaler("raw", "features"))
              .fit(train.union(test));
      return new Comparison(
          right.plain(),
          rmse(pipeline(regressor), scale.transform(train), scale.transform(test), label));
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "still-scaled",
      says =
          "These are the coefficients as the model has them, per standard deviation: there is a `StandardScalerModel` before the regression. One unit of a column is 1/sd on the scale of the model, so divide by the scaler's `std`.")
  static final class ReadsWhatIsThere extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      return new Effects(right.intercept(), coefficients(model), right.perSd());
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "standardised-twice",
      says =
          "This model has no scaler among its stages, and its coefficients were divided by standard deviations all the same. `LinearRegression` does standardise inside (`standardization` is on by default), but it gives the coefficients back in the units of what it was fed. Undo only what a `StandardScalerModel` did.")
  static final class UndoesWhatSparkUndid extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      if (scaler(model).isPresent()) {
        return right;
      }
      Map<String, Double> perUnit = new LinkedHashMap<>(right.perUnit());
      perUnit.replaceAll(
          (column, effect) -> {
            double sd = only(train, stddev(col(column)));
            return sd == 0 ? 0 : effect / sd;
          });
      return new Effects(right.intercept(), perUnit, right.perUnit());
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "intercept-not-moved",
      says =
          "The intercept is that of the regression, {yours}. The scaler has `withMean` on, so for the regression zero is the *mean* of each column. For a row of real zeros take perUnit * mean away, for each column.")
  static final class KeepsIntercept extends ScalingSolution {
    @Override
    double origin(PipelineModel model, int column) {
      return 0;
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "means-subtracted-anyway",
      says =
          "The means were taken away from the intercept, but this scaler has `withMean` off, its default: it has only divided, so a zero has stayed a zero. `scaler.mean()` holds the means even so; ask `getWithMean()`.")
  static final class AlwaysSubtractsMeans extends ScalingSolution {
    @Override
    double origin(PipelineModel model, int column) {
      return scaler(model).map(scaler -> scaler.mean().apply(column)).orElse(0.0);
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "per-sd-as-it-was",
      says =
          "`perSd` holds the coefficients as they are. Without a scaler these are per unit: `LinearRegression` standardises inside and gives them back in the units of the columns. `perSd` is `perUnit` times the standard deviation in train, with a scaler and without.")
  static final class TakesCoefficientsForStandardised extends ScalingSolution {
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      Effects right = super.effects(model, train);
      return new Effects(right.intercept(), right.perUnit(), coefficients(model));
    }
  }

  private static Normalizer normalizer(String output) {
    return new Normalizer().setInputCol("unscaled").setOutputCol(output);
  }

  private static double only(Dataset<Row> rows, Column statistic) {
    return rows.select(statistic).first().getDouble(0);
  }

  private static Column standard(Column value, double mean, double sd) {
    return sd == 0 ? lit(0.0) : value.minus(mean).divide(sd);
  }

  private static Column ranged(
      Dataset<Row> train, Column value, double low, double high, double constant) {
    double smallest = only(train, min(value));
    double range = only(train, max(value)) - smallest;
    return range == 0
        ? lit(constant)
        : value.minus(smallest).divide(range).multiply(high - low).plus(low);
  }

  private static Dataset<Row> with(
      Dataset<Row> df, String vector, List<String> columns, Function<Column, Column> scale) {
    Column[] scaled = columns.stream().map(c -> scale.apply(col(c))).toArray(Column[]::new);
    return df.withColumn(vector, array_to_vector(array(scaled)));
  }

  private static List<String> without(List<String> numbers, String label) {
    return numbers.stream().filter(column -> !column.equals(label)).toList();
  }

  private static Map<String, Double> coefficients(PipelineModel model) {
    Map<String, Double> coefficients = new LinkedHashMap<>();
    for (String column : ScalingSolution.columns(model)) {
      coefficients.put(
          column, ScalingSolution.regression(model).coefficients().apply(coefficients.size()));
    }
    return coefficients;
  }
}
