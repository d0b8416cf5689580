package day2.selection;

import dev.kindling.lab.Mistake;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.UnivariateFeatureSelector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers to the tasks in which something is fitted. */
final class SelectionModelMistakes {

  private SelectionModelMistakes() {}

  /** Chooses on all rows, splits afterwards. */
  @Mistake(task = 3, diagnosis = "selected-before-split")
  static final class SelectsBeforeTheSplit extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return super.selectByTest(train.union(test), test, columns, label, level);
    }
  }

  /** Chooses with the rows that judge. */
  @Mistake(task = 3, diagnosis = "fit-on-test")
  static final class SelectsOnTest extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return super.selectByTest(test, train, columns, label, level);
    }
  }

  /** Sets the threshold and not its unit. */
  @Mistake(task = 3, diagnosis = "threshold-units")
  static final class LeavesTheMode extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return fit(train, assembler(columns), byType(train, label).setSelectionThreshold(level));
    }
  }

  /** Sets neither. */
  @Mistake(task = 3, diagnosis = "threshold-units")
  static final class LeavesModeAndThreshold extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return fit(train, assembler(columns), byType(train, label));
    }
  }

  /** Takes a level for a share of the columns. */
  @Mistake(task = 3, diagnosis = "threshold-units")
  static final class TakesAShare extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return fit(
          train,
          assembler(columns),
          byType(train, label).setSelectionMode("percentile").setSelectionThreshold(level));
    }
  }

  /** Sets the unit and not the threshold. */
  @Mistake(task = 3, diagnosis = "level-ignored")
  static final class IgnoresTheLevel extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return fit(train, assembler(columns), byType(train, label).setSelectionMode("fpr"));
    }
  }

  /** Guards against any wrong choice. */
  @Mistake(task = 3, diagnosis = "other-error-rate")
  static final class IsTooStrict extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return fit(
          train,
          assembler(columns),
          byType(train, label).setSelectionMode("fwe").setSelectionThreshold(level));
    }
  }

  /** Counts the values of measurements. */
  @Mistake(task = 3, diagnosis = "chi-squared-on-continuous")
  static final class SelectsByCounting extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return fit(
          train,
          assembler(columns),
          byType(train, label)
              .setFeatureType("categorical")
              .setSelectionMode("fpr")
              .setSelectionThreshold(level));
    }
  }

  /** Draws a line through the codes of classes. */
  @Mistake(task = 3, diagnosis = "class-as-number")
  static final class TakesClassesForANumber extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return fit(
          train,
          assembler(columns),
          byType(train, label)
              .setLabelType("continuous")
              .setSelectionMode("fpr")
              .setSelectionThreshold(level));
    }
  }

  /** Makes a class of each value of a number. */
  @Mistake(task = 3, diagnosis = "number-as-class")
  static final class TakesANumberForClasses extends SelectionSolution {
    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      return fit(
          train,
          assembler(columns),
          byType(train, label)
              .setLabelType("categorical")
              .setSelectionMode("fpr")
              .setSelectionThreshold(level));
    }
  }

  /** Fits on everything that lies at hand. */
  @Mistake(task = 5, diagnosis = "selected-before-split")
  static final class PenalisesAllRows extends SelectionSolution {
    @Override
    public PipelineModel selectByLasso(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        double strength) {
      return super.selectByLasso(train.union(test), test, columns, label, strength);
    }
  }

  /** Fits on the rows that judge. */
  @Mistake(task = 5, diagnosis = "fit-on-test")
  static final class PenalisesTest extends SelectionSolution {
    @Override
    public PipelineModel selectByLasso(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        double strength) {
      return super.selectByLasso(test, train, columns, label, strength);
    }
  }

  /** Leaves the mixture at its default. */
  @Mistake(task = 5, diagnosis = "nothing-is-zero")
  static final class PenalisesSquares extends SelectionSolution {
    @Override
    public PipelineModel selectByLasso(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        double strength) {
      return lasso(
          train, columns, new LinearRegression().setRegParam(strength), label, c -> c != 0);
    }
  }

  /** Sets the mixture and not the strength. */
  @Mistake(task = 5, diagnosis = "nothing-is-zero")
  static final class PenalisesNothing extends SelectionSolution {
    @Override
    public PipelineModel selectByLasso(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        double strength) {
      return lasso(
          train, columns, new LinearRegression().setElasticNetParam(1), label, c -> c != 0);
    }
  }

  /** Mixes both penalties. */
  @Mistake(task = 5, diagnosis = "half-an-elastic-net")
  static final class MixesPenalties extends SelectionSolution {
    @Override
    public PipelineModel selectByLasso(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        double strength) {
      LinearRegression regression =
          new LinearRegression().setRegParam(strength).setElasticNetParam(0.5);
      return lasso(train, columns, regression, label, c -> c != 0);
    }
  }

  /** Penalises coefficients in units. */
  @Mistake(task = 5, diagnosis = "unstandardised")
  static final class PenalisesUnits extends SelectionSolution {
    @Override
    public PipelineModel selectByLasso(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        double strength) {
      LinearRegression regression = pure(strength).setStandardization(false);
      return lasso(train, columns, regression, label, c -> c != 0);
    }
  }

  /** Takes a small coefficient for none. */
  @Mistake(task = 5, diagnosis = "cutoff-in-units")
  static final class CutsSmallCoefficients extends SelectionSolution {
    @Override
    public PipelineModel selectByLasso(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        double strength) {
      return lasso(train, columns, pure(strength), label, c -> Math.abs(c) > 0.01);
    }
  }

  /** Takes a negative coefficient for none. */
  @Mistake(task = 5, diagnosis = "sign-taken-for-size")
  static final class KeepsWhatIsAboveZero extends SelectionSolution {
    @Override
    public PipelineModel selectByLasso(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        double strength) {
      return lasso(train, columns, pure(strength), label, c -> c > 0);
    }
  }

  /** A selector that knows what features and label are. */
  private static UnivariateFeatureSelector byType(Dataset<Row> train, String label) {
    return SelectionSolution.selector(label)
        .setLabelType(SelectionSolution.isCategory(train, label) ? "categorical" : "continuous");
  }

  private static LinearRegression pure(double strength) {
    return new LinearRegression().setRegParam(strength).setElasticNetParam(1);
  }

  private static PipelineModel lasso(
      Dataset<Row> train,
      List<String> columns,
      LinearRegression regression,
      String label,
      DoublePredicate needed) {
    Vector coefficients =
        regression
            .setLabelCol(label)
            .fit(SelectionSolution.assembler(columns).transform(train))
            .coefficients();
    int[] places =
        IntStream.range(0, columns.size())
            .filter(i -> needed.test(coefficients.apply(i)))
            .toArray();
    return SelectionSolution.fit(
        train, SelectionSolution.assembler(columns), SelectionSolution.slicer(places));
  }
}
