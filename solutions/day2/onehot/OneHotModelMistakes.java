package day2.onehot;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;

import dev.kindling.lab.Mistake;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorIndexer;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong features for models, wrong readings of them, and wrong encodings by target. */
final class OneHotModelMistakes {

  private OneHotModelMistakes() {}

  // Task 3

  @Mistake(
      task = 3,
      diagnosis = "encoder-on-text",
      says =
          "A `OneHotEncoder` was given the text itself: \"Column … must be of type numeric but was actually of type string\". It turns an index into a vector, so a `StringIndexer` comes first, and the encoder reads `<col>Index`.")
  static final class EncodesText extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      OneHotEncoder encoder = encoder(nominal).setInputCols(nominal.toArray(String[]::new));
      return pipeline(encoder, assembler(named(nominal, "OHE"), numeric));
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "encoder-after-assembler",
      says =
          "The assembler looks for a column that the encoder makes only later. A pipeline works through its stages in order: index, encode, and only then assemble. An encoder cannot look into a finished vector.")
  static final class EncodesLast extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          indexer(nominal), assembler(named(nominal, "OHE"), numeric), encoder(nominal));
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "index-as-number",
      says =
          "The features hold the indices themselves. To a linear model an index is a quantity: the level with 2 would count as twice the level with 1, because it is rarer. These levels have no order: assemble `<col>OHE`, not `<col>Index`.")
  static final class AssemblesIndices extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          indexer(nominal), encoder(nominal), assembler(named(nominal, "Index"), numeric));
    }
  }

  @Mistake(task = 3, diagnosis = "skip-drops-rows", says = OneHotMistakes.SKIPPED)
  static final class SkipsRows extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          indexer(nominal).setHandleInvalid("skip"),
          encoder(nominal),
          assembler(named(nominal, "OHE"), numeric));
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "slot-for-unknown",
      says =
          "The vectors have a slot too many, one for the unknown level, which is 0 in every row of train. Either setDropLast(false) keeps it, or the encoder has handleInvalid \"keep\" as well as the indexer, so both add a category of their own. The indexer's is enough, and by default the encoder drops that one: leave the encoder's settings alone.")
  static final class DropsNothing extends OneHotSolution {
    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      return pipeline(
          indexer(nominal),
          encoder(nominal).setDropLast(false),
          assembler(named(nominal, "OHE"), numeric));
    }
  }

  // Task 5

  @Mistake(
      task = 5,
      diagnosis = "reads-next-slot",
      says =
          "\"{last}\" was given the coefficient of another column. It is the last level, and the encoder dropped it: there is one slot less than levels, and the next coefficient belongs to the next column. The dropped level has the coefficient 0.")
  static final class ReadsOnePerLevel extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      return relativeTo(base, positional(model, column, start(predicted, column)));
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "not-relative-to-base",
      says =
          "These are the coefficients themselves, which are compared with the level that was dropped. Asked for is the comparison with \"{base}\": subtract its coefficient from each.")
  static final class ReadsAsItIs extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      Map<String, Double> read = positional(model, column, start(predicted, column));
      Map<String, Double> effects = super.readEffects(model, predicted, column, base);
      effects.replaceAll((level, effect) -> effect + read.get(base));
      return effects;
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "offset-ignored",
      says =
          "These are the coefficients from the beginning of the vector, which belong to another column. Look up the slots by name, or add up the widths of the columns before.")
  static final class ReadsFromTheStart extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      return relativeTo(base, positional(model, column, 0));
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "means-compared",
      says =
          "These are differences of mean predictions. Rows of different levels differ in their other columns, too, and that is in such a difference. An effect compares a row with the same row, level against level: read the coefficients.")
  static final class ComparesMeans extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      Map<String, Double> means = new HashMap<>();
      predicted
          .na()
          .drop(new String[] {column})
          .groupBy(column)
          .agg(avg("prediction"))
          .collectAsList()
          .forEach(row -> means.put(row.getString(0), row.getDouble(1)));
      return relativeTo(base, means);
    }
  }

  @Mistake(
      task = 5,
      diagnosis = "name-in-name",
      says =
          "\"{last}\" was given the coefficient of another level that has it in its name: a slot was looked up with contains or endsWith. The slot of a level is called `<col>OHE_<level>`, and nothing else; the dropped level has none.")
  static final class MatchesPartsOfNames extends OneHotSolution {
    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      Map<String, Double> effects = new HashMap<>();
      for (String level : levels(model, column)) {
        double coefficient = 0;
        for (Attribute slot : slots(predicted)) {
          String name = slot.name().get();
          if (coefficient == 0 && name.startsWith(column + "OHE_") && name.contains(level)) {
            coefficient = coefficient(model, (Integer) slot.index().get());
          }
        }
        effects.put(level, coefficient);
      }
      return relativeTo(base, effects);
    }
  }

  private static double coefficient(PipelineModel model, int place) {
    return ((LinearRegressionModel) model.stages()[3]).coefficients().apply(place);
  }

  private static String[] levels(PipelineModel model, String column) {
    StringIndexerModel indexer = (StringIndexerModel) model.stages()[0];
    return indexer.labelsArray()[Arrays.asList(indexer.getInputCols()).indexOf(column)];
  }

  private static Attribute[] slots(Dataset<Row> predicted) {
    return AttributeGroup.fromStructField(predicted.schema().apply("features")).attributes().get();
  }

  /** The place of a column's first slot. */
  private static int start(Dataset<Row> predicted, String column) {
    return Arrays.stream(slots(predicted))
        .filter(slot -> slot.name().get().startsWith(column + "OHE_"))
        .mapToInt(slot -> (Integer) slot.index().get())
        .min()
        .orElseThrow();
  }

  /** One coefficient for each level, from some place on. */
  private static Map<String, Double> positional(PipelineModel model, String column, int from) {
    String[] levels = levels(model, column);
    Map<String, Double> effects = new HashMap<>();
    for (int i = 0; i < levels.length; i++) {
      effects.put(levels[i], coefficient(model, from + i));
    }
    return effects;
  }

  private static Map<String, Double> relativeTo(String base, Map<String, Double> effects) {
    double ofBase = effects.get(base);
    effects.replaceAll((level, effect) -> effect - ofBase);
    return effects;
  }

  // Task 6

  /** Encodes for a tree as for a line. */
  @Mistake(task = 6, diagnosis = "one-hot-for-trees")
  static final class EncodesForTree extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          oneHotPipeline(nominal, numeric), new DecisionTreeRegressor().setLabelCol(label));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "bins-too-few",
      says =
          "A tree holds one bin per category, 32 unless you say otherwise. A column of n levels has n + 1 categories, since an indexer that keeps has one for unknown values: call setMaxBins with mostLevels + 1 or more.")
  static final class CountsKnownBins extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          indexer(nominal), assembler(named(nominal, "Index"), numeric), tree(label, mostLevels));
    }
  }

  @Mistake(task = 6, diagnosis = "skip-drops-rows", says = OneHotMistakes.SKIPPED)
  static final class SkipsRowsOfTree extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          indexer(nominal).setHandleInvalid("skip"),
          assembler(named(nominal, "Index"), numeric),
          tree(label, mostLevels + 1));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "metadata-lost",
      says =
          "The numbers are right, but the tree takes an index for a quantity: it can only ask whether it is above some value. That an index is a category is written in its column's metadata by the indexer, and a computation on the way (a cast, a sum) leaves them behind. Assemble the indexer's own output.")
  static final class CopiesIndices extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      List<String> copies =
          nominal.stream().map(c -> "%1$sIndex + 0.0 AS %1$sNumber".formatted(c)).toList();
      return pipeline(
          indexer(nominal),
          new SQLTransformer()
              .setStatement("SELECT *, %s FROM __THIS__".formatted(String.join(", ", copies))),
          assembler(named(nominal, "Number"), numeric),
          tree(label, mostLevels + 1));
    }
  }

  @Mistake(
      task = 6,
      diagnosis = "numbers-as-categories",
      says =
          "Numbers became categories as well: a `VectorIndexer` takes every feature with few different values for one, and numbers those values anew. A tree may then group 1 with 7 and keep 2 apart. The indexer has already said which features are categories: leave the `VectorIndexer` out.")
  static final class ReindexesNumbers extends OneHotSolution {
    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      return pipeline(
          indexer(nominal),
          assembler(named(nominal, "Index"), numeric).setOutputCol("raw"),
          new VectorIndexer()
              .setInputCol("raw")
              .setOutputCol("features")
              .setMaxCategories(mostLevels + 1)
              .setHandleInvalid("keep"),
          tree(label, mostLevels + 1));
    }
  }

  private static DecisionTreeRegressor tree(String label, int bins) {
    return new DecisionTreeRegressor().setLabelCol(label).setMaxBins(bins);
  }

  // Task 7

  @Mistake(
      task = 7,
      diagnosis = "unknown-as-null",
      says =
          "A level that train does not have, and null, were given no number. Nothing is known about them, so the best guess is the overall mean of train. Put `coalesce(…, lit(overall))` around it.")
  static final class LeavesUnknown extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      return joined(train, df, column, avg(label), smoothing, overall(train, label), "left");
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "rows-lost",
      says =
          "{rows gone} of {expected rows} rows are gone: those whose level is null or not in train. An inner join drops them, and so does handleInvalid \"skip\". Join left, or keep; such rows get the overall mean.")
  static final class JoinsInner extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      return joined(train, df, column, avg(label), smoothing, overall(train, label), "inner");
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "mean-of-means",
      says =
          "The overall mean is the mean of the level means: a level with one row counts as much as one with hundreds. Average all rows of train.")
  static final class AveragesMeans extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      double overall = overall(train.groupBy(column).agg(avg(label).as(label)), label);
      return filled(train, df, column, avg(label), smoothing, overall);
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "overall-of-df",
      says =
          "The overall mean is that of `df`, the rows that are encoded: their labels are in the feature, and in use there are none. All that is learned, the overall mean as well, comes from train.")
  static final class AveragesDf extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      boolean labelled = List.of(df.columns()).contains(label);
      double overall = overall(labelled ? df : train, label);
      return filled(train, df, column, avg(label), smoothing, overall);
    }
  }

  @Mistake(
      task = 7,
      diagnosis = "means-cut",
      says =
          "The mean of a level was cut to a whole number before it was mixed with the overall mean: a cast to int, floor, or a division of whole numbers. Keep the fraction.")
  static final class CutsMeans extends OneHotSolution {
    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      double overall = overall(train, label);
      return filled(train, df, column, floor(avg(label)), smoothing, overall);
    }
  }

  private static double overall(Dataset<Row> rows, String label) {
    return rows.agg(avg(label)).first().getDouble(0);
  }

  private static Dataset<Row> filled(
      Dataset<Row> train,
      Dataset<Row> df,
      String column,
      Column mean,
      double smoothing,
      double overall) {
    return joined(train, df, column, mean, smoothing, overall, "left")
        .na()
        .fill(overall, new String[] {column + "Target"});
  }

  private static Dataset<Row> joined(
      Dataset<Row> train,
      Dataset<Row> df,
      String column,
      Column mean,
      double smoothing,
      double overall,
      String how) {
    Column n = count(lit(1));
    Column mixed = mean.multiply(n).plus(smoothing * overall).divide(n.plus(smoothing));
    Dataset<Row> means = train.groupBy(col(column).as("level")).agg(mixed.as(column + "Target"));
    return df.join(means, df.col(column).equalTo(means.col("level")), how).drop("level");
  }
}
