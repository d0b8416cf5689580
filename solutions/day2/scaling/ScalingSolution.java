package day2.scaling;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.MaxAbsScaler;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.feature.RobustScaler;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every scale is learned from train, and only columns that need one get one. */
public class ScalingSolution implements ScalingLab {

  @Override
  public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
    return pipeline(assembler(columns, "unscaled"), standardScaler("unscaled", "scaled"))
        .fit(train)
        .transform(df)
        .drop("unscaled");
  }

  @Override
  public Dataset<Row> scaleToRange(
      Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
    MinMaxScaler scaler =
        new MinMaxScaler().setMin(low).setMax(high).setInputCol("unscaled").setOutputCol("scaled");
    return pipeline(assembler(columns, "unscaled"), scaler)
        .fit(train)
        .transform(df)
        .drop("unscaled");
  }

  @Override
  public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
    List<String> scalers =
        List.of("StandardScaler", "MinMaxScaler", "MaxAbsScaler", "RobustScaler", "Normalizer");
    Dataset<Row> scaled =
        pipeline(
                assembler(columns, "unscaled"),
                new StandardScaler().setInputCol("unscaled").setOutputCol("StandardScaler"),
                new MinMaxScaler().setInputCol("unscaled").setOutputCol("MinMaxScaler"),
                new MaxAbsScaler().setInputCol("unscaled").setOutputCol("MaxAbsScaler"),
                new RobustScaler().setInputCol("unscaled").setOutputCol("RobustScaler"),
                new Normalizer().setInputCol("unscaled").setOutputCol("Normalizer"))
            .fit(df)
            .transform(df);

    List<Column> values = new ArrayList<>();
    for (String scaler : scalers) {
      for (int i = 0; i < columns.size(); i++) {
        Column value = vector_to_array(col(scaler), "float64").getItem(i);
        values.add(
            struct(lit(scaler).as("scaler"), lit(columns.get(i)).as("column"), value.as("value")));
      }
    }
    return scaled
        .select(array(values.toArray(Column[]::new)).as("values"))
        .select(inline(col("values")))
        .groupBy("scaler", "column")
        .agg(
            min("value").as("min"),
            max("value").as("max"),
            avg("value").as("mean"),
            stddev("value").as("sd"));
  }

  @Override
  public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
    List<String> inputs = numbers.stream().filter(column -> !column.equals(label)).toList();
    List<String> features = Stream.concat(Stream.of("scaledNumbers"), oneHots.stream()).toList();
    return pipeline(
        assembler(inputs, "unscaledNumbers"),
        standardScaler("unscaledNumbers", "scaledNumbers"),
        assembler(features, "features"));
  }

  @Override
  public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
    return pipeline(
        assembler(columns, "unscaled"),
        standardScaler("unscaled", "scaled"),
        new KMeans().setK(k).setSeed(seed).setFeaturesCol("scaled"));
  }

  @Override
  public Comparison compareWithAndWithout(
      PipelineStage regressor,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label) {
    Pipeline plain = pipeline(assembler(columns, "features"), regressor);
    Pipeline scaled =
        pipeline(assembler(columns, "unscaled"), standardScaler("unscaled", "features"), regressor);
    RegressionEvaluator rmse = new RegressionEvaluator().setLabelCol(label).setMetricName("rmse");
    return new Comparison(
        rmse.evaluate(plain.fit(train).transform(test)),
        rmse.evaluate(scaled.fit(train).transform(test)));
  }

  @Override
  public Effects effects(PipelineModel model, Dataset<Row> train) {
    Transformer[] stages = model.stages();
    String[] columns = ((VectorAssembler) stages[0]).getInputCols();
    LinearRegressionModel regression = (LinearRegressionModel) stages[stages.length - 1];
    Optional<StandardScalerModel> scaler =
        Arrays.stream(stages)
            .filter(StandardScalerModel.class::isInstance)
            .map(StandardScalerModel.class::cast)
            .findFirst();
    Row sds =
        train
            .select(Arrays.stream(columns).map(c -> stddev(col(c)).as(c)).toArray(Column[]::new))
            .first();

    double intercept = regression.intercept();
    Map<String, Double> perUnit = new LinkedHashMap<>();
    Map<String, Double> perSd = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      double effect = regression.coefficients().apply(i);
      if (scaler.isPresent()) {
        double sd = scaler.get().std().apply(i);
        effect = sd == 0 ? 0 : effect / sd;
        intercept -= scaler.get().getWithMean() ? effect * scaler.get().mean().apply(i) : 0;
      }
      perUnit.put(columns[i], effect);
      perSd.put(columns[i], effect * sds.<Double>getAs(columns[i]));
    }
    return new Effects(intercept, perUnit, perSd);
  }

  /** Centres as well: Spark's own default only divides. */
  private static StandardScaler standardScaler(String input, String output) {
    return new StandardScaler().setWithMean(true).setInputCol(input).setOutputCol(output);
  }

  private static VectorAssembler assembler(List<String> columns, String output) {
    return new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol(output);
  }

  private static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }
}
