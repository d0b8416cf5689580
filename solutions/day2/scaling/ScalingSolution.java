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
    return scaled(standardScaler("unscaled", "scaled"), train, df, columns);
  }

  @Override
  public Dataset<Row> scaleToRange(
      Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
    MinMaxScaler scaler =
        new MinMaxScaler().setMin(low).setMax(high).setInputCol("unscaled").setOutputCol("scaled");
    return scaled(scaler, train, df, columns);
  }

  static Dataset<Row> scaled(
      PipelineStage scaler, Dataset<Row> train, Dataset<Row> df, List<String> columns) {
    return pipeline(assembler(columns, "unscaled"), scaler)
        .fit(train)
        .transform(df)
        .drop("unscaled");
  }

  @Override
  public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
    List<String> scalers =
        List.of("StandardScaler", "MinMaxScaler", "MaxAbsScaler", "RobustScaler", "Normalizer");
    Dataset<Row> assembled = assembler(columns, "unscaled").transform(df);
    Dataset<Row> scaled = withScaled(assembled, columns);
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

  /** Adds what each scaler makes of the vector `unscaled`, under its own name. */
  Dataset<Row> withScaled(Dataset<Row> assembled, List<String> columns) {
    return pipeline(
            new StandardScaler().setInputCol("unscaled").setOutputCol("StandardScaler"),
            new MinMaxScaler().setInputCol("unscaled").setOutputCol("MinMaxScaler"),
            new MaxAbsScaler().setInputCol("unscaled").setOutputCol("MaxAbsScaler"),
            new RobustScaler().setInputCol("unscaled").setOutputCol("RobustScaler"),
            new Normalizer().setInputCol("unscaled").setOutputCol("Normalizer"))
        .fit(assembled)
        .transform(assembled);
  }

  @Override
  public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
    List<String> inputs = numbers.stream().filter(column -> !column.equals(label)).toList();
    return pipeline(
        assembler(inputs, "unscaledNumbers"),
        standardScaler("unscaledNumbers", "scaledNumbers"),
        assembler(join(List.of("scaledNumbers"), oneHots), "features"));
  }

  static List<String> join(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
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
    Pipeline scale =
        pipeline(assembler(columns, "unscaled"), standardScaler("unscaled", "features"));
    return new Comparison(
        rmse(pipeline(assembler(columns, "features"), regressor), train, test, label),
        rmse(pipeline(scale, regressor), train, test, label));
  }

  static double rmse(Pipeline pipeline, Dataset<Row> train, Dataset<Row> test, String label) {
    return new RegressionEvaluator()
        .setLabelCol(label)
        .setMetricName("rmse")
        .evaluate(pipeline.fit(train).transform(test));
  }

  @Override
  public Effects effects(PipelineModel model, Dataset<Row> train) {
    String[] columns = columns(model);
    Row sds =
        train
            .select(Arrays.stream(columns).map(c -> stddev(col(c)).as(c)).toArray(Column[]::new))
            .first();
    double intercept = regression(model).intercept();
    Map<String, Double> perUnit = new LinkedHashMap<>();
    Map<String, Double> perSd = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      double effect = perUnit(model, i);
      intercept -= effect * origin(model, i);
      perUnit.put(columns[i], effect);
      perSd.put(columns[i], effect * sds.<Double>getAs(columns[i]));
    }
    return new Effects(intercept, perUnit, perSd);
  }

  /** The effect of a column per unit: a scaler's deviation is taken back. */
  double perUnit(PipelineModel model, int column) {
    double coefficient = regression(model).coefficients().apply(column);
    double sd = scaler(model).map(scaler -> scaler.std().apply(column)).orElse(1.0);
    return sd == 0 ? 0 : coefficient / sd;
  }

  /** What a column is where the regression sees a zero. */
  double origin(PipelineModel model, int column) {
    return scaler(model)
        .filter(StandardScalerModel::getWithMean)
        .map(scaler -> scaler.mean().apply(column))
        .orElse(0.0);
  }

  static String[] columns(PipelineModel model) {
    return ((VectorAssembler) model.stages()[0]).getInputCols();
  }

  static LinearRegressionModel regression(PipelineModel model) {
    return (LinearRegressionModel) model.stages()[model.stages().length - 1];
  }

  static Optional<StandardScalerModel> scaler(PipelineModel model) {
    return Arrays.stream(model.stages())
        .filter(StandardScalerModel.class::isInstance)
        .map(StandardScalerModel.class::cast)
        .findFirst();
  }

  /** Centres as well: Spark's own default only divides. */
  static StandardScaler standardScaler(String input, String output) {
    return new StandardScaler().setWithMean(true).setInputCol(input).setOutputCol(output);
  }

  static VectorAssembler assembler(List<String> columns, String output) {
    return new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol(output);
  }

  static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }
}
