package day2.imputation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Wrong answers about filling, each as somebody would write it. */
final class ImputationFillMistakes {

  private ImputationFillMistakes() {}

  /** Takes the medians of a window over the rows that are filled. */
  @Mistake(task = 5, diagnosis = "own-statistic")
  static final class FillsWithOwnMedian extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      double overall = train.select(median(col(column))).first().getDouble(0);
      Column own = median(col(column)).over(Window.partitionBy(group));
      return df.withColumn(column + "_imputed", coalesce(col(column), own, lit(overall)));
    }
  }

  /** Learns from everything that lies at hand. */
  @Mistake(task = 5, diagnosis = "fit-on-all-rows")
  static final class FillsWithMedianOfAll extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      return super.fillByGroup(train.union(df), df, column, group);
    }
  }

  /** Fills with means. */
  @Mistake(task = 5, diagnosis = "mean-for-median")
  static final class FillsWithMeans extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      Dataset<Row> means = train.groupBy(group).agg(avg(col(column)).as("middle"));
      double overall = train.select(avg(col(column))).first().getDouble(0);
      return df.join(means, df.col(group).equalTo(means.col(group)), "left")
          .drop(means.col(group))
          .withColumn(column + "_imputed", coalesce(col(column), col("middle"), lit(overall)))
          .drop("middle");
    }
  }

  /** Fills every gap with the same number. */
  @Mistake(task = 5, diagnosis = "group-ignored")
  static final class FillsWithOverallMedian extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      double overall = train.select(median(col(column))).first().getDouble(0);
      return df.withColumn(column + "_imputed", coalesce(col(column), lit(overall)));
    }
  }

  /** Joins with the default, which is an inner join. */
  @Mistake(task = 5, diagnosis = "rows-lost")
  static final class JoinsInner extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      return joined(train, df, column, group, "inner");
    }
  }

  /** Has nothing for a group that train does not know. */
  @Mistake(task = 5, diagnosis = "no-fallback")
  static final class LeavesUnknownGroups extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      return joined(train, df, column, group, "left");
    }
  }

  /** Writes over the input columns, as the course does. */
  @Mistake(task = 6, diagnosis = "in-place-output")
  static final class ImputesInPlace extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = ImputationMistakes.without(columns, label);
      String[] names = inputs.toArray(String[]::new);
      return pipeline(
          new Imputer().setStrategy("median").setInputCols(names).setOutputCols(names),
          assembler(inputs, indicators(inputs)));
    }
  }

  /** Takes every numeric column. */
  @Mistake(task = 6, diagnosis = "label-imputed")
  static final class ImputesLabel extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      return pipeline(
          medians(columns),
          assembler(List.of(ImputationMistakes.imputed(columns)), indicators(columns)));
    }
  }

  /** Lets the assembler drop what it cannot read. */
  @Mistake(task = 6, diagnosis = "skip-drops-rows")
  static final class SkipsRows extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = ImputationMistakes.without(columns, label);
      return pipeline(
          medians(inputs), assembler(inputs, indicators(inputs)).setHandleInvalid("skip"));
    }
  }

  /** Lets the assembler keep what it cannot read. */
  @Mistake(task = 6, diagnosis = "keep-leaves-nan")
  static final class KeepsNan extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = ImputationMistakes.without(columns, label);
      return pipeline(
          medians(inputs), assembler(inputs, indicators(inputs)).setHandleInvalid("keep"));
    }
  }

  /** Fills the right columns and then assembles all of them. */
  @Mistake(task = 6, diagnosis = "label-in-features")
  static final class AssemblesLabel extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = ImputationMistakes.without(columns, label);
      return pipeline(
          medians(inputs),
          assembler(List.of(ImputationMistakes.imputed(inputs)), indicators(columns)));
    }
  }

  /** Assembles the filled columns only. */
  @Mistake(task = 6, diagnosis = "no-indicator")
  static final class AssemblesNoIndicators extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = ImputationMistakes.without(columns, label);
      return pipeline(
          medians(inputs), assembler(List.of(ImputationMistakes.imputed(inputs)), List.of()));
    }
  }

  /** Puts each indicator beside its column. */
  @Mistake(task = 6, diagnosis = "features-out-of-order")
  static final class InterleavesIndicators extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = ImputationMistakes.without(columns, label);
      List<String> mixed =
          inputs.stream().flatMap(c -> Stream.of(c + "_imputed", c + "_na")).toList();
      return pipeline(medians(inputs), assembler(mixed, List.of()));
    }
  }

  /** Leaves the strategy at its default. */
  @Mistake(task = 6, diagnosis = "mean-for-median")
  static final class ImputesMeans extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = ImputationMistakes.without(columns, label);
      return pipeline(
          medians(inputs).setStrategy("mean"),
          assembler(List.of(ImputationMistakes.imputed(inputs)), indicators(inputs)));
    }
  }

  /** Assembles ImputationMistakes.without an imputer. */
  @Mistake(task = 6, diagnosis = "nothing-imputed")
  static final class ImputesNothing extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = ImputationMistakes.without(columns, label);
      return pipeline(assembler(inputs, indicators(inputs)).setHandleInvalid("keep"));
    }
  }

  /** Compares with the middle of all rows. */
  @Mistake(task = 7, diagnosis = "bias-over-all-rows")
  static final class MeasuresAllRows extends ImputationSolution {
    @Override
    public Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth) {
      return bias(model, marked, truth, column -> median(col(column + "_true")), 1);
    }
  }

  /** Compares with the rows that had a value. */
  @Mistake(task = 7, diagnosis = "told-not-hidden")
  static final class MeasuresToldRows extends ImputationSolution {
    @Override
    public Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth) {
      return bias(model, marked, truth, column -> median(col(column)), 1);
    }
  }

  /** Subtracts the wrong way round. */
  @Mistake(task = 7, diagnosis = "sign-turned")
  static final class TurnsSign extends ImputationSolution {
    @Override
    public Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth) {
      return bias(
          model,
          marked,
          truth,
          column -> median(when(col(column).isNull(), col(column + "_true"))),
          -1);
    }
  }

  /** Compares a median with a mean. */
  @Mistake(task = 7, diagnosis = "mean-for-median")
  static final class MeasuresMeans extends ImputationSolution {
    @Override
    public Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth) {
      return bias(
          model,
          marked,
          truth,
          column -> avg(when(col(column).isNull(), col(column + "_true"))),
          1);
    }
  }

  /** Takes a median that is fast and not exact. */
  @Mistake(task = 7, diagnosis = "approximate-median")
  static final class MeasuresApproximately extends ImputationSolution {
    @Override
    public Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth) {
      return bias(model, marked, truth, ImputationFillMistakes::approximately, 1);
    }
  }

  private static Dataset<Row> joined(
      Dataset<Row> train, Dataset<Row> df, String column, String group, String how) {
    Dataset<Row> medians =
        train.groupBy(col(group).as("trainGroup")).agg(median(col(column)).as("middle"));
    return df.join(medians, df.col(group).equalTo(medians.col("trainGroup")), how)
        .withColumn(column + "_imputed", coalesce(col(column), col("middle")))
        .drop("trainGroup", "middle");
  }

  private static Column approximately(String column) {
    Column hidden = when(col(column).isNull(), col(column + "_true"));
    return percentile_approx(hidden, lit(0.5), lit(10_000)).cast("double");
  }

  private static List<String> indicators(List<String> columns) {
    return columns.stream().map(column -> column + "_na").toList();
  }

  private static Imputer medians(List<String> columns) {
    return new Imputer()
        .setStrategy("median")
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCols(ImputationMistakes.imputed(columns));
  }

  private static VectorAssembler assembler(List<String> first, List<String> then) {
    return new VectorAssembler()
        .setInputCols(Stream.concat(first.stream(), then.stream()).toArray(String[]::new))
        .setOutputCol("features");
  }

  private static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }

  /** The table of task 7 with another middle. */
  private static Dataset<Row> bias(
      ImputerModel model,
      Dataset<Row> marked,
      Dataset<Row> truth,
      Function<String, Column> middle,
      int sign) {
    Dataset<Row> joined = marked;
    for (String column : model.getInputCols()) {
      joined = joined.join(truth.select(col("id"), col(column).as(column + "_true")), "id");
    }
    Row surrogates = model.surrogateDF().first();
    List<Column> lines = new ArrayList<>();
    for (String column : model.getInputCols()) {
      double surrogate = surrogates.getAs(column);
      Column actual = middle.apply(column);
      lines.add(
          struct(
              lit(column).as("column"),
              count_if(col(column).isNull()).as("missing"),
              lit(surrogate).as("surrogate"),
              actual.as("actual"),
              lit(surrogate).minus(actual).multiply(sign).as("bias")));
    }
    return joined
        .select(array(lines.toArray(Column[]::new)).as("lines"))
        .select(inline(col("lines")));
  }
}
