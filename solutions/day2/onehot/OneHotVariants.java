package day2.onehot;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Other right answers. */
final class OneHotVariants {

  private OneHotVariants() {}

  /** One stage per column, pipelines within pipelines, joins instead of encoders. */
  @Variant("one stage per column, nested pipelines, joins and SQL")
  static final class OneStageEach extends OneHotSolution {

    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      Dataset<Row> all = null;
      for (String column : columns) {
        Dataset<Row> known =
            train.where(col(column).isNotNull()).select(col(column).as("known")).distinct();
        Dataset<Row> unseen =
            test.join(known, col(column).equalTo(col("known")), "left")
                .where("known is null")
                .groupBy(col(column).as("level"))
                .agg(count(lit(1)).as("rows"))
                .withColumn("column", lit(column));
        all = all == null ? unseen : all.unionByName(unseen);
      }
      return all;
    }

    @Override
    public Pipeline oneHotPipeline(List<String> nominal, List<String> numeric) {
      List<PipelineStage> stages = new ArrayList<>();
      for (String column : nominal) {
        PipelineStage[] steps = {
          new StringIndexer()
              .setInputCol(column)
              .setOutputCol(column + "Index")
              .setHandleInvalid("keep"),
          new OneHotEncoder().setInputCol(column + "Index").setOutputCol(column + "OHE")
        };
        stages.add(new Pipeline().setStages(steps));
      }
      stages.add(
          new VectorAssembler()
              .setInputCols(numeric.toArray(String[]::new))
              .setOutputCol("numbers"));
      stages.add(
          new VectorAssembler()
              .setInputCols(
                  Stream.concat(nominal.stream().map(c -> c + "OHE"), Stream.of("numbers"))
                      .toArray(String[]::new))
              .setOutputCol("features"));
      return new Pipeline().setStages(stages.toArray(PipelineStage[]::new));
    }

    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      Column levels = array(order.stream().map(level -> lit(level)).toArray(Column[]::new));
      Column place = nullif(array_position(levels, col(column)), lit(0L));
      return df.withColumn(column + "Index", place.minus(1).cast("double"));
    }

    @Override
    public Map<String, Double> readEffects(
        PipelineModel model, Dataset<Row> predicted, String column, String base) {
      StringIndexerModel indexer = (StringIndexerModel) model.stages()[0];
      VectorAssembler assembler = (VectorAssembler) model.stages()[2];
      LinearRegressionModel regression = (LinearRegressionModel) model.stages()[3];
      Row row = predicted.first();
      int start = 0;
      for (String input : assembler.getInputCols()) {
        if (input.equals(column + "OHE")) {
          break;
        }
        start += row.<Vector>getAs(input).size();
      }
      int width = row.<Vector>getAs(column + "OHE").size();
      String[] levels =
          indexer.labelsArray()[Arrays.asList(indexer.getInputCols()).indexOf(column)];
      Map<String, Double> effects = new HashMap<>();
      for (int i = 0; i < levels.length; i++) {
        effects.put(levels[i], i < width ? regression.coefficients().toArray()[start + i] : 0.0);
      }
      double ofBase = effects.get(base);
      return effects.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() - ofBase));
    }

    @Override
    public Pipeline treePipeline(
        List<String> nominal, List<String> numeric, String label, int mostLevels) {
      List<PipelineStage> stages = new ArrayList<>();
      for (String column : nominal) {
        stages.add(
            new StringIndexer()
                .setInputCol(column)
                .setOutputCol(column + "_idx")
                .setHandleInvalid("keep"));
      }
      stages.add(
          new VectorAssembler()
              .setInputCols(
                  Stream.concat(nominal.stream().map(c -> c + "_idx"), numeric.stream())
                      .toArray(String[]::new))
              .setOutputCol("features"));
      stages.add(new DecisionTreeRegressor().setLabelCol(label).setMaxBins(mostLevels + 10));
      return new Pipeline().setStages(stages.toArray(PipelineStage[]::new));
    }

    @Override
    public Dataset<Row> encodeByTarget(
        Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing) {
      double overall = train.agg(avg(label)).first().getDouble(0);
      Dataset<Row> levels =
          train
              .groupBy(col(column).as("known"))
              .agg(
                  expr("(sum(%1$s) + %2$sD * %3$sD) / (count(*) + %2$sD)"
                          .formatted(label, smoothing, overall))
                      .as("mixed"));
      return df.join(levels, col(column).equalTo(col("known")), "left")
          .withColumn(column + "Target", coalesce(col("mixed"), lit(overall)))
          .drop("known", "mixed");
    }
  }

  /** Small results go through Java collections and functions of one's own. */
  @Variant("small collected results, Java maps and functions")
  static final class PlainJava extends OneHotSolution {

    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      List<Row> lines = new ArrayList<>();
      for (String column : columns) {
        Set<String> known = new HashSet<>();
        train.select(column).distinct().collectAsList().forEach(row -> known.add(row.getString(0)));
        known.remove(null);
        for (Row row : test.groupBy(column).count().collectAsList()) {
          if (!known.contains(row.getString(0))) {
            lines.add(RowFactory.create(column, row.getString(0), row.getLong(1)));
          }
        }
      }
      return test.sparkSession()
          .createDataFrame(lines, StructType.fromDDL("column STRING, level STRING, rows BIGINT"));
    }
  }
}
