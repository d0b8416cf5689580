package day2.selection;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rand;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Wrong answers to the tasks in which a model is questioned or fed. */
final class SelectionUseMistakes {

  private SelectionUseMistakes() {}

  /** Believes what the model tells of itself. */
  @Mistake(task = 6, diagnosis = "impurity-importances")
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
      Vector told = tree.featureImportances();
      return importanceTable(
          test,
          IntStream.range(0, columns.size())
              .mapToObj(i -> RowFactory.create(columns.get(i), told.apply(i)))
              .toList());
    }
  }

  /** Shuffles the rows that the model has seen. */
  @Mistake(task = 6, diagnosis = "judged-on-train")
  static final class ShufflesTrain extends SelectionSolution {
    @Override
    public Dataset<Row> importances(
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        long seed) {
      return super.importances(model, test, train, columns, label, seed);
    }
  }

  /** Subtracts the wrong way round. */
  @Mistake(task = 6, diagnosis = "sign-turned")
  static final class TurnsTheSign extends SelectionSolution {
    @Override
    public Dataset<Row> importances(
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        long seed) {
      return super.importances(model, train, test, columns, label, seed)
          .withColumn("importance", col("importance").multiply(-1));
    }
  }

  /** Does not subtract. */
  @Mistake(task = 6, diagnosis = "score-not-drop")
  static final class ReturnsAccuracies extends SelectionSolution {
    @Override
    public Dataset<Row> importances(
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        long seed) {
      double untouched = accuracyOf(model, test, label);
      return super.importances(model, train, test, columns, label, seed)
          .withColumn("importance", lit(untouched).minus(col("importance")));
    }
  }

  /** Puts the rows into another order. */
  @Mistake(task = 6, diagnosis = "whole-rows-shuffled")
  static final class ShufflesRows extends SelectionSolution {
    @Override
    public Dataset<Row> importances(
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        long seed) {
      double untouched = accuracyOf(model, test, label);
      List<Row> rows = new ArrayList<>();
      for (String column : columns) {
        double shuffled = accuracyOf(model, test.orderBy(rand(seed)), label);
        rows.add(RowFactory.create(column, untouched - shuffled));
      }
      return importanceTable(test, rows);
    }
  }

  /** Puts the mean into every row. */
  @Mistake(task = 6, diagnosis = "constant-not-shuffled")
  static final class PutsTheMean extends SelectionSolution {
    @Override
    public Dataset<Row> importances(
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        long seed) {
      double untouched = accuracyOf(model, test, label);
      List<Row> rows = new ArrayList<>();
      for (String column : columns) {
        double mean = test.select(avg(col(column))).first().getDouble(0);
        Dataset<Row> flat =
            test.withColumn(column, lit(mean).cast(test.schema().apply(column).dataType()));
        rows.add(RowFactory.create(column, untouched - accuracyOf(model, flat, label)));
      }
      return importanceTable(test, rows);
    }
  }

  /** Goes on with the rows of which a column has been shuffled. */
  @Mistake(task = 6, diagnosis = "shuffled-together")
  static final class ShufflesMoreAndMore extends SelectionSolution {
    @Override
    public Dataset<Row> importances(
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        long seed) {
      double untouched = accuracyOf(model, test, label);
      Random random = new Random(seed);
      List<Object[]> cells =
          test.collectAsList().stream()
              .map(row -> IntStream.range(0, row.size()).mapToObj(row::get).toArray())
              .toList();
      List<Row> rows = new ArrayList<>();
      for (String column : columns) {
        int place = test.schema().fieldIndex(column);
        List<Object> values = new ArrayList<>(cells.stream().map(row -> row[place]).toList());
        Collections.shuffle(values, random);
        for (int i = 0; i < values.size(); i++) {
          cells.get(i)[place] = values.get(i);
        }
        List<Row> shuffled = cells.stream().map(RowFactory::create).toList();
        Dataset<Row> frame = test.sparkSession().createDataFrame(shuffled, test.schema());
        rows.add(RowFactory.create(column, untouched - accuracyOf(model, frame, label)));
      }
      return importanceTable(test, rows);
    }
  }

  /** Writes the ints into the formula. */
  @Mistake(task = 7, diagnosis = "category-as-number")
  static final class TakesLevelsForNumbers extends SelectionSolution {
    @Override
    public PipelineModel formulaFeatures(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> numbers,
        List<String> categories,
        String label) {
      List<String> terms = Stream.concat(numbers.stream(), categories.stream()).toList();
      return fit(train, formula(terms, List.of(), label));
    }
  }

  /** Lets the dot stand for what was chosen. */
  @Mistake(task = 7, diagnosis = "dot-takes-all")
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

  /** Leaves the answer to unknown levels at its default. */
  @Mistake(task = 7, diagnosis = "unseen-level")
  static final class StopsAtUnknownLevels extends SelectionSolution {
    @Override
    public PipelineModel formulaFeatures(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> numbers,
        List<String> categories,
        String label) {
      return withFormula(
          train, categories, formula(numbers, categories, label).setHandleInvalid("error"));
    }
  }

  /** Skips rows with an unknown level. */
  @Mistake(task = 7, diagnosis = "rows-lost")
  static final class SkipsRows extends SelectionSolution {
    @Override
    public PipelineModel formulaFeatures(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> numbers,
        List<String> categories,
        String label) {
      return withFormula(
          train, categories, formula(numbers, categories, label).setHandleInvalid("skip"));
    }
  }

  /** Learns the levels of later rows. */
  @Mistake(task = 7, diagnosis = "fit-on-all-rows")
  static final class LearnsAllLevels extends SelectionSolution {
    @Override
    public PipelineModel formulaFeatures(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> numbers,
        List<String> categories,
        String label) {
      return super.formulaFeatures(train.union(test), test, numbers, categories, label);
    }
  }

  /** Sorts the levels by name. */
  @Mistake(task = 7, diagnosis = "another-order")
  static final class SortsLevelsByName extends SelectionSolution {
    @Override
    public PipelineModel formulaFeatures(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> numbers,
        List<String> categories,
        String label) {
      return withFormula(
          train,
          categories,
          formula(numbers, categories, label).setStringIndexerOrderType("alphabetAsc"));
    }
  }

  private static PipelineModel withFormula(
      Dataset<Row> train, List<String> categories, RFormula formula) {
    return SelectionSolution.fit(train, SelectionSolution.levels(categories), formula);
  }

  private static double accuracyOf(PipelineModel model, Dataset<Row> df, String label) {
    return model.transform(df).select(SelectionSolution.accuracy(label)).first().getDouble(0);
  }

  private static Dataset<Row> importanceTable(Dataset<Row> test, List<Row> rows) {
    return test.sparkSession()
        .createDataFrame(rows, StructType.fromDDL("column STRING, importance DOUBLE"));
  }
}
