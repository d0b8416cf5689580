package day2.selection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.var_pop;

import dev.kindling.lab.Mistake;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.UnivariateFeatureSelector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.stat.ANOVATest;
import org.apache.spark.ml.stat.ChiSquareTest;
import org.apache.spark.ml.stat.FValueTest;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Known wrong answers. */
final class SelectionMistakes {

  private static final String INSTEAD =
      " For a number and classes use `ANOVATest`, for two numbers `FValueTest`, for a category and classes `ChiSquareTest`; for a category and a number the category makes the groups: `ANOVATest` with the label as the only feature, and the category as its label.";

  private SelectionMistakes() {}

  @Mistake(
      task = 1,
      diagnosis = "removed-not-kept",
      says =
          "These are the columns that hardly change, the ones to be dropped. `selectedFeatures()` are the places of those that stay.")
  static final class ReturnsWhatIsDropped extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      List<String> varying = super.varyingColumns(train, test, columns, least);
      return columns.stream().filter(column -> !varying.contains(column)).toList();
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "threshold-left-at-zero",
      says =
          "Only constant columns are gone. The selector's default threshold is 0, so every column with two different values passes. Call setVarianceThreshold(least).")
  static final class LeavesTheThreshold extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      return super.varyingColumns(train, test, columns, 0);
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "sd-for-variance",
      says =
          "These are the columns whose standard deviation is larger than {least}. Asked for is the variance, which is its square.")
  static final class ComparesDeviations extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      return above(train, columns, column -> stddev(column), least);
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "population-variance",
      says =
          "These variances were divided by n. Divide by n - 1, as Spark's selector and `var_samp` do: train is a sample.")
  static final class DividesByAll extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      return above(train, columns, column -> var_pop(column), least);
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "scaled-first",
      says =
          "No column is left. That is what happens behind a scaler: a `StandardScaler` makes every variance 1, and nothing is above {least} any more. A variance threshold belongs before the scaler, to columns in their own units.")
  static final class ScalesFirst extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      return above(train, columns, column -> lit(1.0), least);
    }
  }

  private static List<String> above(
      Dataset<Row> train, List<String> columns, UnaryOperator<Column> spread, double least) {
    Row spreads =
        train
            .select(columns.stream().map(c -> spread.apply(col(c)).as(c)).toArray(Column[]::new))
            .first();
    return columns.stream().filter(c -> spreads.<Double>getAs(c) > least).toList();
  }

  @Mistake(
      task = 2,
      diagnosis = "chi-squared-on-numbers",
      says =
          "These are p-values of the chi-squared test. It counts: each different value of a number is a level of its own to it, whatever its size, and Spark does not complain before there are more than 10,000 of them."
              + INSTEAD)
  static final class CountsEverything extends SelectionSolution {
    @Override
    Test ofNumbers(boolean classes) {
      return ChiSquareTest::test;
    }

    @Override
    List<Row> ofCategoriesAndNumber(Dataset<Row> df, List<String> categories, String label) {
      return pValues(df, categories, label, ChiSquareTest::test);
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "codes-as-numbers",
      says =
          "These are p-values of `FValueTest`, which looks for a straight line. But the numbers of categories and classes are names: another numbering of the same levels would give another p-value, and the middle level may well be the highest."
              + INSTEAD)
  static final class DrawsALineThroughCodes extends SelectionSolution {
    @Override
    Test ofNumbers(boolean classes) {
      return FValueTest::test;
    }

    @Override
    Test ofCategories() {
      return FValueTest::test;
    }

    @Override
    List<Row> ofCategoriesAndNumber(Dataset<Row> df, List<String> categories, String label) {
      return pValues(df, categories, label, FValueTest::test);
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "label-makes-groups",
      says =
          "These are p-values of an ANOVA in which each different value of `{label}` makes a group and the values of the column are taken for sizes."
              + INSTEAD)
  static final class GroupsByTheLabel extends SelectionSolution {
    @Override
    Test ofNumbers(boolean classes) {
      return ANOVATest::test;
    }

    @Override
    Test ofCategories() {
      return ANOVATest::test;
    }

    @Override
    List<Row> ofCategoriesAndNumber(Dataset<Row> df, List<String> categories, String label) {
      return pValues(df, categories, label, ANOVATest::test);
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "statistic-for-p-value",
      says =
          "These are the statistics of the tests. The p-value is in the column `pValues` of what a test returns: a probability, and small where the statistic is large.")
  static final class ReturnsStatistics extends SelectionSolution {
    @Override
    Vector read(Row tested) {
      return List.of(tested.schema().fieldNames()).contains("fValues")
          ? tested.getAs("fValues")
          : tested.getAs("statistics");
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "selected-before-split",
      says =
          "These columns pass in train and test together: test had a say in what the model may look at, so it cannot judge it any more. How much that flatters: of 300 columns that are nothing but noise, the 20 best on all rows reach an area under the ROC curve of {biased} on test, and the 20 best on train {honest}. Split first, then select on train.")
  static final class SelectsBeforeTheSplit extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return super.selectByTest(train.union(test), test, columns, label, level);
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "threshold-units",
      says =
          "{yours} of {all} columns stay. The mode that a selector starts with is numTopFeatures, whose threshold counts columns and is 50 unless told otherwise. Call setSelectionMode(\"fpr\") and setSelectionThreshold(level), which keeps what has a p-value below `level`.")
  static final class LeavesModeAndThreshold extends SelectionSolution {
    @Override
    UnivariateFeatureSelector selector(boolean classes, double level) {
      return super.selector(classes, 50).setSelectionMode("numTopFeatures");
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "class-as-number",
      says =
          "`{label}` holds classes, but the columns were tested as if it were a number: an F-test looks for a straight line through the codes 0, 1, 2. A column that is high in the middle class is missed that way. setLabelType(\"categorical\") for an int label.")
  static final class TakesClassesForANumber extends SelectionSolution {
    @Override
    UnivariateFeatureSelector selector(boolean classes, double level) {
      return super.selector(false, level);
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "sign-forgotten",
      says =
          "Two columns that run against each other were both kept. A correlation of -0.98 is as strong as one of 0.98: one column is the other one turned round. Compare the absolute value.")
  static final class ForgetsTheSign extends SelectionSolution {
    @Override
    double likeness(double r) {
      return r;
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "signed-strength",
      says =
          "The columns were sorted by their correlation with `{label}`, sign and all, so one that runs strongly against it came last. It predicts as well as one that runs along: sort by the absolute value.")
  static final class SortsWithTheSign extends SelectionSolution {
    @Override
    double strength(double r) {
      return r;
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "first-in-order",
      says =
          "Of twins, the one that comes first in the list was kept. That is luck: keep the one that goes along more with `{label}`. Walk through the columns in the order of their correlation with it.")
  static final class KeepsTheFirst extends SelectionSolution {
    @Override
    double strength(double r) {
      return 0;
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "compared-with-dropped",
      says =
          "A column was dropped because of one that had been dropped itself. If a goes with b, and b with c, but a not with c, then b goes, and c must stay: what it says is nowhere else. Compare with the kept columns only.")
  static final class ComparesWithDropped extends SelectionSolution {
    @Override
    List<Integer> rivals(List<Integer> before, List<Integer> kept) {
      return before;
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "rank-correlation",
      says =
          "These are the columns that Spearman's correlation keeps, which compares ranks. Asked for is Pearson's: leave the method of `Correlation.corr` at \"pearson\".")
  static final class ComparesRanks extends SelectionSolution {
    @Override
    String correlation() {
      return "spearman";
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "nothing-is-zero",
      says =
          "All {all} columns stayed: no coefficient is exactly zero. That is so without a penalty, and with an L2 penalty, which makes all coefficients smaller and none zero; it is the default of `elasticNetParam`. Set it to 1, and `regParam` to the strength.")
  static final class PenalisesSquares extends SelectionSolution {
    @Override
    LinearRegression lasso(double strength) {
      return super.lasso(strength).setElasticNetParam(0);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "half-an-elastic-net",
      says =
          "More columns stayed than a pure L1 penalty leaves: with setElasticNetParam(0.5), half of the strength goes into an L2 penalty, which makes nothing zero. Set it to 1, and hand on the whole `strength`.")
  static final class MixesPenalties extends SelectionSolution {
    @Override
    LinearRegression lasso(double strength) {
      return super.lasso(strength).setElasticNetParam(0.5);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "unstandardised",
      says =
          "The columns were not standardised, so their units decided: a column with large values gets by with a small coefficient, which costs little, and one with small values is dropped. Leave `standardization` at true, or scale before.")
  static final class PenalisesUnits extends SelectionSolution {
    @Override
    LinearRegression lasso(double strength) {
      return super.lasso(strength).setStandardization(false);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "cutoff-in-units",
      says =
          "A column with a small coefficient was dropped, too. How large a coefficient is depends on the unit of its column: per gram it is a thousandth of what it is per kilogram. The penalty sees standardised columns, and says what is not needed with an exact 0.")
  static final class CutsSmallCoefficients extends SelectionSolution {
    @Override
    boolean isNeeded(double coefficient) {
      return Math.abs(coefficient) > 0.01;
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "sign-taken-for-size",
      says =
          "Only columns with a coefficient above zero stayed. One below zero is needed as well: it makes the prediction smaller. Keep what is not 0.")
  static final class KeepsWhatIsAboveZero extends SelectionSolution {
    @Override
    boolean isNeeded(double coefficient) {
      return coefficient > 0;
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "impurity-importances",
      says =
          "These are the impurity importances that the model itself tells. They add up what a column did for the train rows when the tree was grown, and a column with many levels offers a tree so many splits that some fit by chance: it comes first, and shuffling it in test costs nothing. Measure on rows that the model has not seen.")
  static final class ReadsTheModel extends SelectionSolution {
    @Override
    public Dataset<Row> importances(
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        long seed) {
      DecisionTreeClassificationModel tree =
          (DecisionTreeClassificationModel) model.stages()[model.stages().length - 1];
      double[] told = tree.featureImportances().toArray();
      return test.sparkSession()
          .createDataFrame(
              IntStream.range(0, told.length)
                  .mapToObj(i -> RowFactory.create(columns.get(i), told[i]))
                  .toList(),
              StructType.fromDDL("column STRING, importance DOUBLE"));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "constant-not-shuffled",
      says =
          "The column was set to one value, its mean, in all rows. Such rows may not exist, and the model answers them all alike; shuffled values are real ones, only at the wrong place. Shuffle.")
  static final class PutsTheMean extends SelectionSolution {
    @Override
    void shuffle(List<Object> values, Random random) {
      double mean =
          values.stream()
              .mapToDouble(value -> ((Number) value).doubleValue())
              .average()
              .orElseThrow();
      Object constant = values.get(0) instanceof Integer ? (Object) (int) mean : mean;
      Collections.fill(values, constant);
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "moved-not-shuffled",
      says =
          "Every value was moved on by one row. Rows that are neighbours are often alike, so most of what the column said is still there. Shuffle at random.")
  static final class MovesOn extends SelectionSolution {
    @Override
    void shuffle(List<Object> values, Random random) {
      Collections.rotate(values, 1);
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "shuffled-together",
      says =
          "Each column was shuffled in rows whose earlier columns were shuffled already, so what they had cost was counted again. Begin with the rows as they are for each column.")
  static final class ShufflesMoreAndMore extends SelectionSolution {
    @Override
    List<Row> next(List<Row> rows, List<Row> shuffled) {
      return shuffled;
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "f1-for-accuracy",
      says =
          "These are losses of F1, which is what a `MulticlassClassificationEvaluator` gives unless told otherwise. Asked for is the accuracy: setMetricName(\"accuracy\").")
  static final class TakesF1 extends SelectionSolution {
    @Override
    double score(Dataset<Row> predictions, String label) {
      return new MulticlassClassificationEvaluator().setLabelCol(label).evaluate(predictions);
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "category-as-number",
      says =
          "The categories are in the vector as numbers. To `RFormula`, only text is a category; an int it takes for a measurement, so level 2 counts twice as much as level 1. Cast each category to a string under a new name before the formula.")
  static final class TakesLevelsForNumbers extends SelectionSolution {
    @Override
    String terms(List<String> numbers, List<String> categories) {
      return String.join(" + ", Stream.concat(numbers.stream(), categories.stream()).toList());
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "dot-takes-all",
      says =
          "Among the features are {more}, which nobody asked for: the dot in a formula stands for all other columns, ids and other labels among them. Name the columns that were chosen, with a + between.")
  static final class WritesADot extends SelectionSolution {
    @Override
    public PipelineModel formulaFeatures(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> numbers,
        List<String> categories,
        String label) {
      return fit(train, new RFormula().setFormula(label + " ~ .").setHandleInvalid("keep"));
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "unseen-level",
      says =
          "A row has a level that train has not, and the pipeline stops: handleInvalid is \"error\" unless told otherwise. A model in use will meet such rows. With setHandleInvalid(\"keep\") the row stays, and all switches of the category are 0.")
  static final class StopsAtUnknownLevels extends SelectionSolution {
    @Override
    String handleInvalid() {
      return "error";
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "rows-lost",
      says =
          "{rows gone} of {expected rows} rows are gone, without a word: that with a level that train has not was skipped. A model in use has to answer for every row; handleInvalid \"keep\" lets a row with an unknown level stay.")
  static final class SkipsRows extends SelectionSolution {
    @Override
    String handleInvalid() {
      return "skip";
    }
  }
}
