package day2.selection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.var_pop;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VarianceThresholdSelector;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.stat.ANOVATest;
import org.apache.spark.ml.stat.ChiSquareTest;
import org.apache.spark.ml.stat.FValueTest;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Wrong answers to the tasks that look at columns one by one and in pairs. */
final class SelectionMistakes {

  private SelectionMistakes() {}

  /** Learns from everything that lies at hand. */
  @Mistake(task = 1, diagnosis = "fit-on-all-rows")
  static final class LooksAtAllRows extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      return super.varyingColumns(train.union(test), test, columns, least);
    }
  }

  /** Learns from the rows that judge. */
  @Mistake(task = 1, diagnosis = "fit-on-test")
  static final class LooksAtTest extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      return super.varyingColumns(test, train, columns, least);
    }
  }

  /** Takes the selected places for those to be dropped. */
  @Mistake(task = 1, diagnosis = "removed-not-kept")
  static final class ReturnsWhatIsDropped extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      List<String> varying = super.varyingColumns(train, test, columns, least);
      return columns.stream().filter(column -> !varying.contains(column)).toList();
    }
  }

  /** Leaves the threshold at its default. */
  @Mistake(task = 1, diagnosis = "threshold-left-at-zero")
  static final class LeavesTheThreshold extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      return super.varyingColumns(train, test, columns, 0);
    }
  }

  /** Compares standard deviations. */
  @Mistake(task = 1, diagnosis = "sd-for-variance")
  static final class ComparesDeviations extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      return above(train, columns, column -> stddev(column), least);
    }
  }

  /** Divides by n. */
  @Mistake(task = 1, diagnosis = "population-variance")
  static final class DividesByAll extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      return above(train, columns, column -> var_pop(column), least);
    }
  }

  /** Scales before it looks at variances. */
  @Mistake(task = 1, diagnosis = "scaled-first")
  static final class ScalesFirst extends SelectionSolution {
    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      Dataset<Row> assembled = assembler(columns).transform(train);
      Dataset<Row> scaled =
          new StandardScaler()
              .setInputCol("features")
              .setOutputCol("scaled")
              .fit(assembled)
              .transform(assembled);
      int[] varying =
          new VarianceThresholdSelector()
              .setVarianceThreshold(least)
              .setFeaturesCol("scaled")
              .setOutputCol("varying")
              .fit(scaled)
              .selectedFeatures();
      return IntStream.of(varying).mapToObj(columns::get).toList();
    }
  }

  /** Counts the values of measurements. */
  @Mistake(task = 2, diagnosis = "chi-squared-on-continuous")
  static final class CountsMeasurements extends SelectionSolution {
    @Override
    public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
      return isCategory(df, label)
          ? tested(columns, df, all -> ChiSquareTest.test(all, "features", label))
          : super.testColumns(df, columns, label);
    }
  }

  /** Takes each value of a number for a class. */
  @Mistake(task = 2, diagnosis = "chi-squared-with-continuous-label")
  static final class CountsValuesOfTheLabel extends SelectionSolution {
    @Override
    public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
      return isCategory(df, label)
          ? super.testColumns(df, columns, label)
          : tested(columns, df, all -> ChiSquareTest.test(all, "features", label));
    }
  }

  /** Does the same to categories only. */
  @Mistake(task = 2, diagnosis = "chi-squared-with-continuous-label")
  static final class TakesChiSquaredForCategories extends SelectionSolution {
    @Override
    public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
      List<String> numbers = columns.stream().filter(c -> !isCategory(df, c)).toList();
      List<String> categories = columns.stream().filter(c -> isCategory(df, c)).toList();
      return super.testColumns(df, numbers, label)
          .union(tested(categories, df, all -> ChiSquareTest.test(all, "features", label)));
    }
  }

  /** Draws a line through the codes of classes. */
  @Mistake(task = 2, diagnosis = "class-as-number")
  static final class DrawsALineThroughClasses extends SelectionSolution {
    @Override
    public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
      List<String> numbers = columns.stream().filter(c -> !isCategory(df, c)).toList();
      List<String> categories = columns.stream().filter(c -> isCategory(df, c)).toList();
      return super.testColumns(df, categories, label)
          .union(tested(numbers, df, all -> FValueTest.test(all, "features", label)));
    }
  }

  /** Assembles all columns, as if every one were a number. */
  @Mistake(task = 2, diagnosis = "category-as-number")
  static final class MeasuresCategories extends SelectionSolution {
    @Override
    public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
      return tested(
          columns,
          df,
          isCategory(df, label)
              ? all -> ANOVATest.test(all, "features", label)
              : all -> FValueTest.test(all, "features", label));
    }
  }

  /** Makes a group of each value of a number. */
  @Mistake(task = 2, diagnosis = "number-as-class")
  static final class GroupsByANumber extends SelectionSolution {
    @Override
    public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
      List<String> numbers = columns.stream().filter(c -> !isCategory(df, c)).toList();
      List<String> categories = columns.stream().filter(c -> isCategory(df, c)).toList();
      return super.testColumns(df, categories, label)
          .union(tested(numbers, df, all -> ANOVATest.test(all, "features", label)));
    }
  }

  /** Reads another column of the result. */
  @Mistake(task = 2, diagnosis = "statistic-for-p-value")
  static final class ReturnsStatistics extends SelectionSolution {
    @Override
    public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
      List<String> numbers = columns.stream().filter(c -> !isCategory(df, c)).toList();
      List<String> categories = columns.stream().filter(c -> isCategory(df, c)).toList();
      Test statistic =
          all ->
              (isCategory(df, label)
                      ? ANOVATest.test(all, "features", label)
                      : FValueTest.test(all, "features", label))
                  .select(col("fValues").as("pValues"));
      return super.testColumns(df, categories, label).union(tested(numbers, df, statistic));
    }
  }

  /** Forgets that twins can run against each other. */
  @Mistake(task = 4, diagnosis = "sign-forgotten")
  static final class ForgetsTheSign extends SelectionSolution {
    @Override
    public List<String> dropTwins(
        Dataset<Row> train, List<String> columns, String label, double most) {
      Matrix r = correlations(train, columns, label);
      List<Integer> kept = new ArrayList<>();
      for (int i : strongestFirst(r)) {
        if (kept.stream().allMatch(k -> r.apply(i, k) <= most)) {
          kept.add(i);
        }
      }
      return kept.stream().sorted().map(columns::get).toList();
    }
  }

  /** Compares squares. */
  @Mistake(task = 4, diagnosis = "squared-correlation")
  static final class ComparesSquares extends SelectionSolution {
    @Override
    public List<String> dropTwins(
        Dataset<Row> train, List<String> columns, String label, double most) {
      return super.dropTwins(train, columns, label, Math.sqrt(most));
    }
  }

  /** Sorts by the correlation with its sign. */
  @Mistake(task = 4, diagnosis = "signed-strength")
  static final class SortsWithTheSign extends SelectionSolution {
    @Override
    public List<String> dropTwins(
        Dataset<Row> train, List<String> columns, String label, double most) {
      Matrix r = correlations(train, columns, label);
      List<Integer> kept = new ArrayList<>();
      IntStream.range(0, columns.size())
          .boxed()
          .sorted((a, b) -> Double.compare(r.apply(b, columns.size()), r.apply(a, columns.size())))
          .filter(i -> kept.stream().allMatch(k -> Math.abs(r.apply(i, k)) <= most))
          .forEach(kept::add);
      return kept.stream().sorted().map(columns::get).toList();
    }
  }

  /** Drops whatever has a twin. */
  @Mistake(task = 4, diagnosis = "both-dropped")
  static final class DropsBoth extends SelectionSolution {
    @Override
    public List<String> dropTwins(
        Dataset<Row> train, List<String> columns, String label, double most) {
      Matrix r = correlations(train, columns, label);
      return IntStream.range(0, columns.size())
          .filter(
              i ->
                  IntStream.range(0, columns.size())
                      .allMatch(k -> k == i || Math.abs(r.apply(i, k)) <= most))
          .mapToObj(columns::get)
          .toList();
    }
  }

  /** Goes through the columns as they come. */
  @Mistake(task = 4, diagnosis = "first-in-order")
  static final class KeepsTheFirst extends SelectionSolution {
    @Override
    public List<String> dropTwins(
        Dataset<Row> train, List<String> columns, String label, double most) {
      Matrix r = correlations(train, columns, label);
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        int column = i;
        if (kept.stream().allMatch(k -> Math.abs(r.apply(column, k)) <= most)) {
          kept.add(i);
        }
      }
      return kept.stream().map(columns::get).toList();
    }
  }

  /** Drops the weaker of each pair, even if the stronger one is gone itself. */
  @Mistake(task = 4, diagnosis = "compared-with-dropped")
  static final class DropsTheWeakerOfEachPair extends SelectionSolution {
    @Override
    public List<String> dropTwins(
        Dataset<Row> train, List<String> columns, String label, double most) {
      Matrix r = correlations(train, columns, label);
      List<String> kept = new ArrayList<>(columns);
      for (int i = 0; i < columns.size(); i++) {
        for (int k = 0; k < i; k++) {
          if (Math.abs(r.apply(i, k)) > most) {
            boolean stronger =
                Math.abs(r.apply(i, columns.size())) > Math.abs(r.apply(k, columns.size()));
            kept.remove(columns.get(stronger ? k : i));
          }
        }
      }
      return kept;
    }
  }

  /** Walks through everything that is in the matrix. */
  @Mistake(task = 4, diagnosis = "label-among-columns")
  static final class KeepsTheLabel extends SelectionSolution {
    @Override
    public List<String> dropTwins(
        Dataset<Row> train, List<String> columns, String label, double most) {
      return super.dropTwins(
          train, Stream.concat(columns.stream(), Stream.of(label)).toList(), label, most);
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

  private static Dataset<Row> tested(
      List<String> columns, Dataset<Row> df, SelectionSolution.Test test) {
    return df.sparkSession()
        .createDataFrame(
            SelectionSolution.pValues(columns, df, test),
            StructType.fromDDL("column STRING, pValue DOUBLE"));
  }

  /** The places of the columns, sorted by the size of their correlation with the label. */
  private static List<Integer> strongestFirst(Matrix r) {
    int label = r.numCols() - 1;
    return IntStream.range(0, label)
        .boxed()
        .sorted((a, b) -> Double.compare(Math.abs(r.apply(b, label)), Math.abs(r.apply(a, label))))
        .toList();
  }
}
