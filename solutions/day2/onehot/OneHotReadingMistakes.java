package day2.onehot;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.kindling.lab.Mistake;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.TargetEncoder;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong ways to read coefficients and to encode by target. */
final class OneHotReadingMistakes {

  private OneHotReadingMistakes() {}

  /** Reads as many coefficients as there are levels. */
  @Mistake(task = 5, diagnosis = "reads-next-slot")
  static final class ReadsOnePerLevel extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      return relativeTo(base, positional(model, predicted, column));
    }
  }

  /** Takes only the levels that have a slot. */
  @Mistake(task = 5, diagnosis = "dropped-level-missing")
  static final class ReadsSlotsOnly extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      Map<String, Double> effects = super.readEffects(model, predicted, column, base);
      String[] levels = levels(model, column);
      effects.remove(levels[levels.length - 1]);
      return effects;
    }
  }

  /** Takes the unknown for a level. */
  @Mistake(task = 5, diagnosis = "unknown-listed")
  static final class ListsUnknown extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      StringIndexerModel indexer = (StringIndexerModel) model.stages()[0];
      Map<String, Double> effects = super.readEffects(model, predicted, column, base);
      if (indexer.getHandleInvalid().equals("keep")) {
        effects.put("__unknown", 0.0);
      }
      return effects;
    }
  }

  /** Drops the first level, as other tools do. */
  @Mistake(task = 5, diagnosis = "first-level-dropped")
  static final class DropsFirst extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      Vector coefficients = coefficients(model);
      int start = start(predicted, column);
      String[] levels = levels(model, column);
      Map<String, Double> effects = new HashMap<>();
      effects.put(levels[0], 0.0);
      for (int i = 1; i < levels.length; i++) {
        effects.put(levels[i], coefficients.apply(start + i - 1));
      }
      return relativeTo(base, effects);
    }
  }

  /** Does not compare. */
  @Mistake(task = 5, diagnosis = "not-relative-to-base")
  static final class ReadsAsItIs extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      return slots(model, predicted, column, start(predicted, column));
    }
  }

  /** Subtracts the wrong way round. */
  @Mistake(task = 5, diagnosis = "sign-turned")
  static final class TurnsSigns extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      Map<String, Double> effects = super.readEffects(model, predicted, column, base);
      effects.replaceAll((level, effect) -> -effect);
      return effects;
    }
  }

  /** Begins with the first coefficient, whatever column it belongs to. */
  @Mistake(task = 5, diagnosis = "offset-ignored")
  static final class ReadsFromTheStart extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      return relativeTo(base, slots(model, predicted, column, 0));
    }
  }

  /** Reads one coefficient per level, from the first on. */
  @Mistake(task = 5, diagnosis = "offset-ignored")
  static final class ReadsOnePerLevelFromTheStart extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      String[] levels = levels(model, column);
      Map<String, Double> effects = new HashMap<>();
      for (int i = 0; i < levels.length; i++) {
        effects.put(levels[i], coefficients(model).apply(i));
      }
      return relativeTo(base, effects);
    }
  }

  /** Takes the levels for sorted. */
  @Mistake(task = 5, diagnosis = "alphabetical-slots")
  static final class SortsCoefficients extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      String[] levels = levels(model, column);
      String[] sorted = levels.clone();
      Arrays.sort(sorted);
      Map<String, Double> read = slots(model, predicted, column, start(predicted, column));
      Map<String, Double> effects = new HashMap<>();
      for (int i = 0; i < levels.length; i++) {
        effects.put(sorted[i], read.get(levels[i]));
      }
      return relativeTo(base, effects);
    }
  }

  /** Learns from everything at hand. */
  @Mistake(task = 7, diagnosis = "fit-on-all-rows")
  static final class AveragesAllRows extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      return joined(train.unionByName(df), df, column, label, smoothing, "left");
    }
  }

  /** Learns from the rows that are encoded. */
  @Mistake(task = 7, diagnosis = "own-means")
  static final class AveragesOwnRows extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      return joined(df, df, column, label, smoothing, "left");
    }
  }

  /** Lets the encoder fail at what it does not know. */
  @Mistake(task = 7, diagnosis = "unseen-fails")
  static final class FailsAtUnknownTowns extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      StringIndexer indexer = OneHotMistakes.indexer(List.of(column));
      TargetEncoder encoder =
          new TargetEncoder()
              .setInputCol(column + "Index")
              .setOutputCol(column + "Target")
              .setLabelCol(label)
              .setTargetType("continuous")
              .setSmoothing(smoothing);
      return new Pipeline()
          .setStages(new PipelineStage[] {indexer, encoder})
          .fit(train)
          .transform(df)
          .drop(column + "Index");
    }
  }

  /** Takes every level at its word. */
  @Mistake(task = 7, diagnosis = "smoothing-ignored")
  static final class IgnoresSmoothing extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      return super.encodeByTarget(train, df, column, label, 0);
    }
  }

  /** Has nothing for a level that train does not know. */
  @Mistake(task = 7, diagnosis = "unknown-as-null")
  static final class LeavesUnknown extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      double overall = overall(train, label);
      return df.join(
              means(train, column, label, smoothing, overall), usingLevel(df, column), "left")
          .drop("level");
    }
  }

  /** Joins with the default, which is an inner join. */
  @Mistake(task = 7, diagnosis = "rows-lost")
  static final class JoinsInner extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      return joined(train, df, column, label, smoothing, "inner");
    }
  }

  /** Averages averages. */
  @Mistake(task = 7, diagnosis = "mean-of-means")
  static final class AveragesMeans extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      double overall =
          train.groupBy(column).agg(avg(label).as("mean")).agg(avg("mean")).first().getDouble(0);
      return df.join(
              means(train, column, label, smoothing, overall), usingLevel(df, column), "left")
          .withColumn(column + "Target", coalesce(col(column + "Target"), lit(overall)))
          .drop("level");
    }
  }

  private static Vector coefficients(PipelineModel model) {
    return ((LinearRegressionModel) model.stages()[3]).coefficients();
  }

  private static String[] levels(PipelineModel model, String column) {
    StringIndexerModel indexer = (StringIndexerModel) model.stages()[0];
    return indexer.labelsArray()[Arrays.asList(indexer.getInputCols()).indexOf(column)];
  }

  /** The place of a column's first slot. */
  private static int start(Dataset<Row> predicted, String column) {
    AttributeGroup group = AttributeGroup.fromStructField(predicted.schema().apply("features"));
    return Arrays.stream(group.attributes().get())
        .filter(slot -> slot.name().get().startsWith(column + "OHE_"))
        .mapToInt(slot -> (Integer) slot.index().get())
        .min()
        .orElseThrow();
  }

  private static Map<String, Double> positional(
      PipelineModel model, Dataset<Row> predicted, String column) {
    int start = start(predicted, column);
    String[] levels = levels(model, column);
    Map<String, Double> effects = new HashMap<>();
    for (int i = 0; i < levels.length; i++) {
      effects.put(levels[i], coefficients(model).apply(start + i));
    }
    return effects;
  }

  /** The coefficients of as many slots as the column has, read from some place on. */
  private static Map<String, Double> slots(
      PipelineModel model, Dataset<Row> predicted, String column, int from) {
    int slots = AttributeGroup.fromStructField(predicted.schema().apply(column + "OHE")).size();
    String[] levels = levels(model, column);
    Map<String, Double> effects = new HashMap<>();
    for (int i = 0; i < levels.length; i++) {
      effects.put(levels[i], i < slots ? coefficients(model).apply(from + i) : 0.0);
    }
    return effects;
  }

  private static Map<String, Double> relativeTo(String base, Map<String, Double> effects) {
    double ofBase = effects.get(base);
    effects.replaceAll((level, effect) -> effect - ofBase);
    return effects;
  }

  private static double overall(Dataset<Row> rows, String label) {
    return rows.agg(avg(label)).first().getDouble(0);
  }

  private static Dataset<Row> means(
      Dataset<Row> rows, String column, String label, double smoothing, double overall) {
    Column mixed =
        avg(label)
            .multiply(count(lit(1)))
            .plus(smoothing * overall)
            .divide(count(lit(1)).plus(smoothing));
    return rows.where(col(column).isNotNull())
        .groupBy(col(column).as("level"))
        .agg(mixed.as(column + "Target"));
  }

  private static Column usingLevel(Dataset<Row> df, String column) {
    return df.col(column).equalTo(col("level"));
  }

  private static Dataset<Row> joined(
      Dataset<Row> learned,
      Dataset<Row> df,
      String column,
      String label,
      double smoothing,
      String how) {
    double overall = overall(learned, label);
    return df.join(means(learned, column, label, smoothing, overall), usingLevel(df, column), how)
        .withColumn(column + "Target", coalesce(col(column + "Target"), lit(overall)))
        .drop("level");
  }
}
