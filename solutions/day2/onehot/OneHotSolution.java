package day2.onehot;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.TargetEncoder;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Levels are learned from train alone, and what train does not know has a place of its own. */
public class OneHotSolution implements OneHotLab {

  private static final int DEFAULT_BINS = 32;

  @Override
  public StringIndexerModel fitIndexer(
      Dataset<Row> train, Dataset<Row> test, List<String> columns) {
    return indexer(columns).fit(train);
  }

  /** By default the most frequent level is 0, and ties are broken alphabetically. */
  static StringIndexer indexer(List<String> columns) {
    return new StringIndexer()
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCols(named(columns, "Index"))
        .setHandleInvalid("keep");
  }

  @Override
  public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
    return columns.stream()
        .map(column -> unseen(train, test, column))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> unseen(Dataset<Row> train, Dataset<Row> test, String column) {
    Dataset<Row> known = train.select(col(column).as("level")).distinct();
    Dataset<Row> counts = test.groupBy(col(column).as("level")).count();
    // Null equals nothing, so it never has a partner, and stays.
    return counts
        .join(known, counts.col("level").equalTo(known.col("level")), "left_anti")
        .select(lit(column).as("column"), col("level"), col("count").as("rows"));
  }

  @Override
  public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
    // The indexer's n + 1st category is the unknown one, and the encoder drops the last.
    return pipeline(indexer(nominal), encoder(nominal), assembler(named(nominal, "OHE"), numeric));
  }

  static OneHotEncoder encoder(List<String> nominal) {
    return new OneHotEncoder()
        .setInputCols(named(nominal, "Index"))
        .setOutputCols(named(nominal, "OHE"));
  }

  @Override
  public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
    Column index = lit(null).cast("double");
    for (int i = 0; i < order.size(); i++) {
      index = when(col(column).equalTo(order.get(i)), (double) i).otherwise(index);
    }
    return df.withColumn(column + "Index", index);
  }

  @Override
  public Map<String, Double> readEffects(
      PipelineModel model, Dataset<Row> predicted, String column, String base) {
    StringIndexerModel indexer = (StringIndexerModel) model.stages()[0];
    LinearRegressionModel regression = (LinearRegressionModel) model.stages()[3];
    AttributeGroup features = AttributeGroup.fromStructField(predicted.schema().apply("features"));
    Map<String, Double> coefficients = new HashMap<>();
    for (Attribute slot : features.attributes().get()) {
      int place = (Integer) slot.index().get();
      coefficients.put(slot.name().get(), regression.coefficients().apply(place));
    }

    int place = Arrays.asList(indexer.getInputCols()).indexOf(column);
    Map<String, Double> effects = new LinkedHashMap<>();
    for (String level : indexer.labelsArray()[place]) {
      // The dropped level has no slot: whatever it adds is in the intercept.
      effects.put(level, coefficients.getOrDefault(column + "OHE_" + level, 0.0));
    }
    double ofBase = effects.get(base);
    effects.replaceAll((level, coefficient) -> coefficient - ofBase);
    return effects;
  }

  @Override
  public Pipeline treePipeline(
      List<String> nominal, List<String> numeric, String label, int mostLevels) {
    DecisionTreeRegressor tree =
        new DecisionTreeRegressor()
            .setLabelCol(label)
            .setMaxBins(Math.max(DEFAULT_BINS, mostLevels + 1));
    return pipeline(indexer(nominal), assembler(named(nominal, "Index"), numeric), tree);
  }

  @Override
  public Dataset<Row> encodeByTarget(
      Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
    TargetEncoder encoder =
        new TargetEncoder()
            .setInputCol(column + "Index")
            .setOutputCol(column + "Target")
            .setLabelCol(label)
            .setTargetType("continuous")
            .setSmoothing(smoothing)
            .setHandleInvalid("keep");
    return pipeline(indexer(List.of(column)), encoder)
        .fit(train)
        .transform(df)
        .drop(column + "Index");
  }

  static VectorAssembler assembler(String[] first, List<String> then) {
    return new VectorAssembler()
        .setInputCols(Stream.concat(Stream.of(first), then.stream()).toArray(String[]::new))
        .setOutputCol("features");
  }

  static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }

  static String[] named(List<String> columns, String suffix) {
    return columns.stream().map(column -> column + suffix).toArray(String[]::new);
  }
}
