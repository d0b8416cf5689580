package day2.imputation;

import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Other right answers. */
final class ImputationVariants {

  private ImputationVariants() {}

  /** Learns with SQL, small results go through Java collections. */
  @Variant("SQL expressions and small collected results")
  static final class CollectsWhatIsSmall extends ImputationSolution {

    /** Counts each pattern of gaps once and adds the patterns up in Java. */
    @Override
    public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
      Column[] isNull =
          columns.stream().map(column -> col(column).isNull().as(column)).toArray(Column[]::new);
      List<Row> patterns = df.select(isNull).groupBy(columns(columns)).count().collectAsList();
      long all = patterns.stream().mapToLong(row -> row.<Long>getAs("count")).sum();
      List<Row> counts = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        for (int j = i; j < columns.size(); j++) {
          int first = i;
          int second = j;
          long missing =
              patterns.stream()
                  .filter(row -> row.getBoolean(first) && row.getBoolean(second))
                  .mapToLong(row -> row.<Long>getAs("count"))
                  .sum();
          counts.add(
              RowFactory.create(columns.get(i), columns.get(j), missing, (double) missing / all));
        }
      }
      return df.sparkSession()
          .createDataFrame(
              counts,
              StructType.fromDDL("first STRING, second STRING, missing BIGINT, share DOUBLE"));
    }

    private static Column[] columns(List<String> names) {
      return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      Dataset<Row> marked = df;
      for (String column : columns) {
        Column value = col(column).cast("double");
        for (int unknown : sentinels.getOrDefault(column, List.of())) {
          value = when(value.notEqual(lit(unknown)), value);
        }
        marked = marked.withColumn(column, value);
        marked =
            marked.withColumn(
                column + "_na", expr("cast(isnull(`%s`) as double)".formatted(column)));
      }
      return marked;
    }

    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      Dataset<Row> filled = df.na().fill("Missing", asLevel.toArray(String[]::new));
      for (String column : byMode) {
        String mode =
            train
                .filter(col(column).isNotNull())
                .groupBy(column)
                .count()
                .orderBy(col("count").desc())
                .first()
                .getString(0);
        filled = filled.withColumn(column, coalesce(col(column), lit(mode)));
      }
      return filled;
    }

    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      double overall = train.stat().approxQuantile(column, new double[] {0.5}, 0.0)[0];
      List<Row> medians =
          train
              .groupBy(group)
              .agg(expr("percentile_approx(`%s`, 0.5)".formatted(column)).as("middle"))
              .collectAsList();
      Column fill = when(lit(false), lit(overall));
      for (Row median : medians) {
        if (!median.isNullAt(0) && !median.isNullAt(1)) {
          fill = fill.when(col(group).equalTo(median.getString(0)), median.getDouble(1));
        }
      }
      return df.withColumn(column + "_imputed", coalesce(col(column), fill.otherwise(overall)));
    }

    @Override
    public Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth) {
      Row surrogates = model.surrogateDF().head();
      return Arrays.stream(model.getInputCols())
          .map(
              column ->
                  marked
                      .select("id", column + "_na")
                      .join(broadcast(truth.select(col("id"), col(column).as("truth"))), "id")
                      .selectExpr(
                          "'%s' as column".formatted(column),
                          "count_if(%s_na > 0) as missing".formatted(column),
                          "percentile(truth, 0.5) filter (where %s_na > 0) as actual"
                              .formatted(column))
                      .withColumn("surrogate", lit(surrogates.<Double>getAs(column)))
                      .withColumn("bias", expr("surrogate - actual")))
          .reduce(Dataset::unionByName)
          .orElseThrow();
    }
  }

  /** One imputer per column, pipelines within pipelines, unions instead of joins. */
  @Variant("one stage per column, nested pipelines, windows over train")
  static final class OneStageEach extends ImputationSolution {

    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      Map<String, String> outputs = new HashMap<>();
      columns.forEach(column -> outputs.put(column, column + "_imputed"));
      return new Imputer()
          .setStrategy("median")
          .setRelativeError(1e-6)
          .setInputCols(columns.toArray(String[]::new))
          .setOutputCols(columns.stream().map(outputs::get).toArray(String[]::new))
          .fit(train.select(columns.stream().map(c -> col(c)).toArray(Column[]::new)).coalesce(1));
    }

    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      Dataset<Row> filled = df;
      for (String column : asLevel) {
        filled =
            filled.withColumn(column, when(col(column).isNull(), "Missing").otherwise(col(column)));
      }
      for (String column : byMode) {
        Map<String, Long> counts =
            train.select(column).na().drop().collectAsList().stream()
                .collect(Collectors.groupingBy(row -> row.getString(0), Collectors.counting()));
        String mode =
            counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        filled = filled.na().fill(mode, new String[] {column});
      }
      return filled;
    }

    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      train.createOrReplaceTempView("learned_from");
      df.createOrReplaceTempView("to_fill");
      return df.sparkSession()
          .sql(
              """
              WITH middles AS (
                SELECT %2$s AS level, median(%1$s) AS middle FROM learned_from GROUP BY %2$s)
              SELECT to_fill.*,
                     coalesce(%1$s, middle, (SELECT median(%1$s) FROM learned_from)) AS %1$s_imputed
              FROM to_fill LEFT JOIN middles ON %2$s = level
              """
                  .formatted(column, group));
    }

    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = new ArrayList<>(columns);
      inputs.remove(label);
      PipelineStage[] imputers =
          inputs.stream()
              .map(
                  column ->
                      new Imputer()
                          .setStrategy("median")
                          .setInputCol(column)
                          .setOutputCol(column + "_imputed"))
              .toArray(PipelineStage[]::new);
      VectorAssembler values =
          new VectorAssembler()
              .setInputCols(inputs.stream().map(c -> c + "_imputed").toArray(String[]::new))
              .setOutputCol("values");
      VectorAssembler features =
          new VectorAssembler()
              .setInputCols(
                  Stream.concat(Stream.of("values"), inputs.stream().map(c -> c + "_na"))
                      .toArray(String[]::new))
              .setOutputCol("features");
      return new Pipeline()
          .setStages(new PipelineStage[] {new Pipeline().setStages(imputers), values, features});
    }
  }
}
