package day2.outliers;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;

import dev.kindling.lab.Mistake;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong ways to judge flags and models. */
final class OutliersModelMistakes {

  private OutliersModelMistakes() {}

  /** Mixes both up. */
  @Mistake(task = 6, diagnosis = "precision-recall-swapped")
  static final class SwapsPrecisionAndRecall extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      return super.judgeFlags(flagged, outlierIds, flags)
          .select(
              col("flag"),
              col("flagged"),
              col("hits"),
              col("missed"),
              col("recall").as("precision"),
              col("precision").as("recall"));
    }
  }

  /** Divides what is right by all rows. */
  @Mistake(task = 6, diagnosis = "accuracy-for-precision")
  static final class MeasuresAccuracy extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      Column truth = col("id").isInCollection(outlierIds);
      return lines(
          flagged,
          flags,
          flag ->
              line(
                  flag,
                  truth,
                  count_if(col(flag).equalTo(truth)).divide(count(lit(1))),
                  try_divide(count_if(col(flag).and(truth)), count_if(truth))));
    }
  }

  /** Fills in a zero. */
  @Mistake(task = 6, diagnosis = "zero-for-null")
  static final class FillsZero extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      return super.judgeFlags(flagged, outlierIds, flags).na().fill(0);
    }
  }

  /** Divides as one divides. */
  @Mistake(task = 6, diagnosis = "division-by-zero")
  static final class Divides extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      Column truth = col("id").isInCollection(outlierIds);
      return lines(
          flagged,
          flags,
          flag -> {
            Column hits = count_if(col(flag).and(truth));
            return line(
                flag, truth, hits.divide(count_if(col(flag))), hits.divide(count_if(truth)));
          });
    }
  }

  /** Takes the length of the list for the number of outliers. */
  @Mistake(task = 6, diagnosis = "absent-ids-counted")
  static final class CountsListedIds extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      return super.judgeFlags(flagged, outlierIds, flags)
          .withColumn("recall", col("hits").divide(outlierIds.size()));
    }
  }

  /** The same, for what was missed, too. */
  @Mistake(task = 6, diagnosis = "absent-ids-counted")
  static final class MissesListedIds extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      return super.judgeFlags(flagged, outlierIds, flags)
          .withColumn("missed", lit((long) outlierIds.size()).minus(col("hits")))
          .withColumn("recall", col("hits").divide(outlierIds.size()));
    }
  }

  /** Counts the false alarms. */
  @Mistake(task = 6, diagnosis = "false-alarms-for-missed")
  static final class CountsFalseAlarms extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      return super.judgeFlags(flagged, outlierIds, flags)
          .withColumn("missed", col("flagged").minus(col("hits")));
    }
  }

  /** Takes twins for one row. */
  @Mistake(task = 6, diagnosis = "twins-counted-once")
  static final class CountsTwinsOnce extends OutliersSolution {
    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      return super.judgeFlags(flagged.dropDuplicates("id"), outlierIds, flags);
    }
  }

  /** Cleans both frames alike. */
  @Mistake(task = 7, diagnosis = "test-rows-removed")
  static final class JudgesOnCleanTest extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      return super.testRmse(
          train, test.filter(not(OutliersMistakes.isBeyondAny(fences))), fences, features, label);
    }
  }

  /** Cleans both frames, and loses the null rows of both. */
  @Mistake(task = 7, diagnosis = "test-rows-removed")
  static final class FiltersBothInLoop extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      Dataset<Row> learned = train;
      Dataset<Row> judged = test;
      for (Fence fence : fences) {
        Column inside = col(fence.column()).between(fence.lower(), fence.upper());
        learned = learned.filter(inside);
        judged = judged.filter(inside);
      }
      return super.testRmse(learned, judged, fences, features, label);
    }
  }

  /** Loses the rows for which the condition is null. */
  @Mistake(task = 7, diagnosis = "null-rows-lost")
  static final class LearnsWithoutNullRows extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      Dataset<Row> left = train;
      for (Fence fence : fences) {
        left = left.filter(col(fence.column()).between(fence.lower(), fence.upper()));
      }
      return super.testRmse(left, test, fences, features, label);
    }
  }

  /** Takes a frame for something that can be changed. */
  @Mistake(task = 7, diagnosis = "nothing-removed")
  static final class LearnsFromOutliers extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      return super.testRmse(train, test, List.of(), features, label);
    }
  }

  /** Evaluates what was fitted. */
  @Mistake(task = 7, diagnosis = "train-error")
  static final class JudgesOnTrain extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      Dataset<Row> kept = train.filter(not(OutliersMistakes.isBeyondAny(fences)));
      return super.testRmse(kept, kept, fences, features, label);
    }
  }

  /** Fits once more before evaluating. */
  @Mistake(task = 7, diagnosis = "fitted-on-test")
  static final class FitsOnTest extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      return super.testRmse(test, test, List.of(), features, label);
    }
  }

  /** Asks for the squared error. */
  @Mistake(task = 7, diagnosis = "mse-for-rmse")
  static final class ReturnsMse extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      return measure(train, test, fences, features, label, "mse");
    }
  }

  /** Leaves the evaluator at what was used before. */
  @Mistake(task = 7, diagnosis = "r2-for-rmse")
  static final class ReturnsR2 extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      return measure(train, test, fences, features, label, "r2");
    }
  }

  /** Asks for the absolute error. */
  @Mistake(task = 7, diagnosis = "mae-for-rmse")
  static final class ReturnsMae extends OutliersSolution {
    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      return measure(train, test, fences, features, label, "mae");
    }
  }

  private static double measure(
      Dataset<Row> train,
      Dataset<Row> test,
      List<Fence> fences,
      List<String> features,
      String label,
      String metric) {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(features.toArray(String[]::new))
            .setOutputCol("features");
    Dataset<Row> kept = train.filter(not(OutliersMistakes.isBeyondAny(fences)));
    Dataset<Row> predicted =
        new LinearRegression()
            .setLabelCol(label)
            .fit(assembler.transform(kept))
            .transform(assembler.transform(test));
    return new RegressionEvaluator().setLabelCol(label).setMetricName(metric).evaluate(predicted);
  }

  private static Dataset<Row> lines(
      Dataset<Row> flagged, List<String> flags, Function<String, Column> line) {
    Column[] lines = flags.stream().map(line).toArray(Column[]::new);
    return flagged.select(array(lines).as("lines")).select(inline(col("lines")));
  }

  private static Column line(String flag, Column truth, Column precision, Column recall) {
    return struct(
        lit(flag).as("flag"),
        count_if(col(flag)).as("flagged"),
        count_if(col(flag).and(truth)).as("hits"),
        count_if(truth.and(not(col(flag)))).as("missed"),
        precision.as("precision"),
        recall.as("recall"));
  }
}
