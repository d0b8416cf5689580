package day2.scaling;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.stddev_samp;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.MaxAbsScaler;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.feature.RobustScaler;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Other right answers. */
final class ScalingVariants {

  private ScalingVariants() {}

  /** Learns with aggregates and computes with columns. */
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
      return df.withColumn("scaled", array_to_vector(array(scaled)));
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
                    return range == 0
                        ? lit((low + high) / 2)
                        : lit(low)
                            .plus(
                                lit((high - low) / range)
                                    .multiply(col(column).minus(ends.getDouble(0))));
                  })
              .toArray(Column[]::new);
      return df.select(col("*"), array_to_vector(array(scaled)).as("scaled"));
    }

    /** Computes each scaler from aggregates of the columns, without any of Spark's. */
    @Override
    public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
      Column squares =
          columns.stream()
              .map(column -> col(column).multiply(col(column)))
              .reduce(Column::plus)
              .orElseThrow();
      Dataset<Row> table = null;
      for (String column : columns) {
        Row found =
            df.selectExpr(
                    "stddev(%1$s)".formatted(column),
                    "min(%1$s)".formatted(column),
                    "max(%1$s)".formatted(column),
                    "max(abs(%1$s))".formatted(column),
                    "percentile(%1$s, 0.75) - percentile(%1$s, 0.25)".formatted(column))
                .head();
        Map<String, Column> scaled = new HashMap<>();
        scaled.put("StandardScaler", divided(col(column), found.getDouble(0)));
        double range = found.getDouble(2) - found.getDouble(1);
        scaled.put(
            "MinMaxScaler",
            range == 0 ? lit(0.5) : col(column).minus(found.getDouble(1)).divide(range));
        scaled.put("MaxAbsScaler", divided(col(column), found.getDouble(3)));
        scaled.put("RobustScaler", divided(col(column), found.getDouble(4)));
        scaled.put("Normalizer", col(column).divide(sqrt(squares)));
        for (Map.Entry<String, Column> each : scaled.entrySet()) {
          Dataset<Row> row =
              df.select(each.getValue().as("value"))
                  .selectExpr(
                      "'%s' as scaler".formatted(each.getKey()),
                      "'%s' as column".formatted(column),
                      "min(value) as min",
                      "max(value) as max",
                      "avg(value) as mean",
                      "stddev(value) as sd");
          table = table == null ? row : table.union(row);
        }
      }
      return table;
    }

    private static Column divided(Column value, double divisor) {
      return divisor == 0 ? lit(0.0) : value.divide(divisor);
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
      VectorAssembler assembler = assembler(columns, "features");
      Pipeline alone = pipeline(regressor);
      Dataset<Row> scaledTrain =
          standardize(train, train, columns).withColumnRenamed("scaled", "features");
      Dataset<Row> scaledTest =
          standardize(train, test, columns).withColumnRenamed("scaled", "features");
      return new Comparison(
          rmse(alone.fit(assembler.transform(train)).transform(assembler.transform(test)), label),
          rmse(alone.fit(scaledTrain).transform(scaledTest), label));
    }

    private static double rmse(Dataset<Row> predicted, String label) {
      return predicted
          .agg(sqrt(avg(pow(col(label).minus(col("prediction")), lit(2)))))
          .head()
          .getDouble(0);
    }

    /** Asks the model: for zeros, and for zeros with a single 1. */
    @Override
    public Effects effects(PipelineModel model, Dataset<Row> train) {
      List<String> columns = List.of(((VectorAssembler) model.stages()[0]).getInputCols());
      List<Row> questions =
          IntStream.rangeClosed(0, columns.size())
              .mapToObj(
                  asked ->
                      RowFactory.create(
                          IntStream.rangeClosed(0, columns.size())
                              .mapToObj(i -> i == 0 ? (double) asked : i == asked ? 1.0 : 0.0)
                              .toArray()))
              .toList();
      StructType types = new StructType().add("asked", "double");
      for (String column : columns) {
        types = types.add(column, "double");
      }
      Map<Double, Double> answers = new HashMap<>();
      model
          .transform(train.sparkSession().createDataFrame(questions, types))
          .select("asked", "prediction")
          .collectAsList()
          .forEach(row -> answers.put(row.getDouble(0), row.getDouble(1)));
      Map<String, Double> perUnit = new HashMap<>();
      Map<String, Double> perSd = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        double effect = answers.get(i + 1.0) - answers.get(0.0);
        double sd = train.agg(stddev_samp(columns.get(i))).head().getDouble(0);
        perUnit.put(columns.get(i), effect);
        perSd.put(columns.get(i), effect * sd);
      }
      return new Effects(answers.get(0.0), perUnit, perSd);
    }
  }

  /** Fits stage after stage, scales each column by itself, nests pipelines. */
  @Variant("stage after stage, one scaler per column, nested pipelines")
  static final class StageByStage extends ScalingSolution {

    @Override
    public Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns) {
      VectorAssembler assembler = assembler(columns, "assembled");
      StandardScalerModel model =
          new StandardScaler()
              .setWithMean(true)
              .setInputCol("assembled")
              .setOutputCol("scaled")
              .fit(assembler.transform(train.coalesce(1)));
      return model.transform(assembler.transform(df.repartition(3)));
    }

    @Override
    public Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns) {
      Dataset<Row> vectors = assembler(columns, "v").transform(df).select("v");
      Map<String, Dataset<Row>> scaled = new HashMap<>();
      for (Estimator<?> scaler :
          List.of(
              new StandardScaler().setInputCol("v").setOutputCol("s"),
              new MinMaxScaler().setInputCol("v").setOutputCol("s"),
              new MaxAbsScaler().setInputCol("v").setOutputCol("s"),
              new RobustScaler().setInputCol("v").setOutputCol("s"))) {
        scaled.put(scaler.getClass().getSimpleName(), scaler.fit(vectors).transform(vectors));
      }
      scaled.put(
          "Normalizer", new Normalizer().setInputCol("v").setOutputCol("s").transform(vectors));
      List<Row> lines = new ArrayList<>();
      scaled.forEach((name, frame) -> lines.addAll(lines(name, frame, columns)));
      return df.sparkSession()
          .createDataFrame(
              lines,
              StructType.fromDDL(
                  "scaler STRING, column STRING, min DOUBLE, max DOUBLE, mean DOUBLE, sd DOUBLE"));
    }

    /** Computes in Java, from the collected vectors. */
    private static List<Row> lines(String scaler, Dataset<Row> frame, List<String> columns) {
      List<Vector> vectors =
          frame.select("s").collectAsList().stream().map(row -> row.<Vector>getAs(0)).toList();
      List<Row> lines = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        int place = i;
        double[] values = vectors.stream().mapToDouble(vector -> vector.apply(place)).toArray();
        DoubleSummaryStatistics summary = DoubleStream.of(values).summaryStatistics();
        double mean = summary.getAverage();
        double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        lines.add(
            RowFactory.create(
                scaler,
                columns.get(i),
                summary.getMin(),
                summary.getMax(),
                mean,
                Math.sqrt(squares / (values.length - 1))));
      }
      return lines;
    }

    @Override
    public Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label) {
      List<PipelineStage> stages = new ArrayList<>();
      List<String> scaled = new ArrayList<>();
      for (String number : numbers) {
        if (!number.equals(label)) {
          stages.add(assembler(List.of(number), number + "_vector"));
          stages.add(
              new StandardScaler()
                  .setWithMean(true)
                  .setInputCol(number + "_vector")
                  .setOutputCol(number + "_scaled"));
          scaled.add(number + "_scaled");
        }
      }
      return pipeline(
          pipeline(stages.toArray(PipelineStage[]::new)),
          assembler(Stream.concat(scaled.stream(), oneHots.stream()).toList(), "features"));
    }

    @Override
    public Pipeline groupingPipeline(List<String> columns, int k, long seed) {
      return pipeline(
          pipeline(
              assembler(columns, "raw"),
              new StandardScaler().setInputCol("raw").setOutputCol("even")),
          new KMeans().setFeaturesCol("even").setK(k).setSeed(seed).setMaxIter(50));
    }
  }

  private static VectorAssembler assembler(List<String> columns, String output) {
    return new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol(output);
  }

  private static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }
}
