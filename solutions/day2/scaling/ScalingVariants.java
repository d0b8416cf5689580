package day2.scaling;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.stddev_samp;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Other right answers. */
final class ScalingVariants {

  private ScalingVariants() {}

  @Variant("formulas by hand, a model that is asked for its effects")
  static final class ByHand extends ScalingSolution {

    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      List<Column> statistics = new ArrayList<>();
      columns.forEach(c -> statistics.addAll(List.of(avg(c), stddev_samp(c))));
      Row learned = train.select(statistics.toArray(Column[]::new)).first();
      Column[] scaled = new Column[columns.size()];
      for (int i = 0; i < scaled.length; i++) {
        double sd = learned.getDouble(2 * i + 1);
        scaled[i] =
            sd > 0 ? col(columns.get(i)).minus(learned.getDouble(2 * i)).divide(sd) : lit(0.0);
      }
      return df.repartition(3).withColumn("scaled", array_to_vector(array(scaled)));
    }

    @Override
    public Dataset<Row> scaleToRange(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high) {
      Column[] scaled =
          columns.stream()
              .map(
                  column -> {
                    Row ends = train.agg(min(column), max(column)).head();
                    double range = ends.getDouble(1) - ends.getDouble(0);
                    Column above = col(column).minus(ends.getDouble(0));
                    return range == 0
                        ? lit((low + high) / 2)
                        : lit(low).plus(lit((high - low) / range).multiply(above));
                  })
              .toArray(Column[]::new);
      return df.select(col("*"), array_to_vector(array(scaled)).as("scaled"));
    }

    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(
          assembler(columns, "raw"),
          new MinMaxScaler().setInputCol("raw").setOutputCol("features"),
          new KMeans().setK(k).setSeed(seed));
    }

    @Override
    public Comparison compareWithAndWithout(
        PipelineStage regressor,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label) {
      Pipeline alone = pipeline(regressor);
      return new Comparison(
          rmse(
              alone,
              assembler(columns, "features").transform(train),
              assembler(columns, "features").transform(test),
              label),
          rmse(
              alone,
              standardize(train, train, columns).withColumnRenamed("scaled", "features"),
              standardize(train, test, columns).withColumnRenamed("scaled", "features"),
              label));
    }

    /** Asks the model: for zeros, and for zeros with a single 1. */
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      String[] columns = columns(model);
      StructType types = new StructType().add("asked", "double");
      for (String column : columns) {
        types = types.add(column, "double");
      }
      List<Row> questions =
          IntStream.rangeClosed(0, columns.length)
              .mapToObj(
                  asked ->
                      RowFactory.create(
                          IntStream.rangeClosed(0, columns.length)
                              .mapToObj(i -> i == 0 ? (double) asked : i == asked ? 1.0 : 0.0)
                              .toArray()))
              .toList();
      Map<Double, Double> answers = new HashMap<>();
      model
          .transform(train.sparkSession().createDataFrame(questions, types))
          .select("asked", "prediction")
          .collectAsList()
          .forEach(row -> answers.put(row.getDouble(0), row.getDouble(1)));
      Map<String, Double> perUnit = new HashMap<>();
      Map<String, Double> perSd = new HashMap<>();
      for (int i = 0; i < columns.length; i++) {
        double effect = answers.get(i + 1.0) - answers.get(0.0);
        perUnit.put(columns[i], effect);
        perSd.put(columns[i], effect * train.agg(stddev_samp(columns[i])).head().<Double>getAs(0));
      }
      return new Effects(answers.get(0.0), perUnit, perSd);
    }
  }

  @Variant("vectors summarised, one scaler per column, nested pipelines")
  static final class StageByStage extends ScalingSolution {

    @Override
    public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
      Dataset<Row> scaled = withScaled(assembler(columns, "unscaled").transform(df), columns);
      List<Row> lines = new ArrayList<>();
      for (String scaler :
          List.of("Normalizer", "RobustScaler", "MaxAbsScaler", "MinMaxScaler", "StandardScaler")) {
        Row found =
            scaled
                .select(
                    Summarizer.metrics("min", "max", "mean", "std").summary(col(scaler)).as("s"))
                .select("s.min", "s.max", "s.mean", "s.std")
                .first();
        for (int i = 0; i < columns.size(); i++) {
          List<Object> line = new ArrayList<>(List.of(scaler, columns.get(i)));
          for (int statistic = 0; statistic < found.size(); statistic++) {
            line.add(found.<Vector>getAs(statistic).apply(i));
          }
          lines.add(RowFactory.create(line.toArray()));
        }
      }
      return df.sparkSession()
          .createDataFrame(
              lines,
              StructType.fromDDL(
                  "scaler STRING, column STRING, min DOUBLE, max DOUBLE, mean DOUBLE, sd DOUBLE"));
    }

    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      List<PipelineStage> stages = new ArrayList<>();
      List<String> scaled = new ArrayList<>();
      for (String number : numbers) {
        if (!number.equals(label)) {
          stages.add(assembler(List.of(number), number + "_vector"));
          stages.add(standardScaler(number + "_vector", number + "_scaled"));
          scaled.add(number + "_scaled");
        }
      }
      return pipeline(
          pipeline(stages.toArray(PipelineStage[]::new)),
          assembler(join(scaled, oneHots), "features"));
    }

    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(
          pipeline(assembler(columns, "raw"), standardScaler("raw", "even").setWithMean(false)),
          new KMeans().setFeaturesCol("even").setK(k).setSeed(seed).setMaxIter(50));
    }
  }
}
