package day2.imputation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.mode;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Everything that is learned is learned from train; everything that was a gap stays marked. */
public class ImputationSolution implements ImputationLab {

  @Override
  public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
    List<Column> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i; j < columns.size(); j++) {
        pairs.add(pair(columns.get(i), columns.get(j)));
      }
    }
    return df.select(array(pairs.toArray(Column[]::new)).as("pairs")).select(inline(col("pairs")));
  }

  private static Column pair(String first, String second) {
    Column both = col(first).isNull().and(col(second).isNull());
    return struct(
        lit(first).as("first"),
        lit(second).as("second"),
        count_if(both).as("missing"),
        avg(both.cast("double")).as("share"));
  }

  @Override
  public Dataset<Row> markGaps(
      Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
    Map<String, Column> values = new LinkedHashMap<>();
    Map<String, Column> indicators = new LinkedHashMap<>();
    for (String column : columns) {
      List<Integer> unknown = sentinels.getOrDefault(column, List.of());
      values.put(
          column, when(not(col(column).isInCollection(unknown)), col(column)).cast("double"));
      indicators.put(na(column), when(col(column).isNull(), 1.0).otherwise(0.0));
    }
    // Two steps: the indicators must see the columns without their sentinels.
    return df.withColumns(values).withColumns(indicators);
  }

  @Override
  public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
    return imputer(columns).fit(train);
  }

  /** Fills with medians, each under a new name: the gaps stay visible, and pipelines accept it. */
  private static Imputer imputer(List<String> columns) {
    return new Imputer()
        .setStrategy("median")
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCols(columns.stream().map(ImputationSolution::imputed).toArray(String[]::new));
  }

  @Override
  public Dataset<Row> fillCategories(
      Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
    Map<String, Object> fills = new HashMap<>();
    asLevel.forEach(column -> fills.put(column, "Missing"));
    if (!byMode.isEmpty()) {
      Column[] modes = byMode.stream().map(c -> mode(col(c)).as(c)).toArray(Column[]::new);
      Row learned = train.select(modes).first();
      byMode.forEach(column -> fills.put(column, learned.getAs(column)));
    }
    return df.na().fill(fills);
  }

  @Override
  public Dataset<Row> fillByGroup(
      Dataset<Row> train, Dataset<Row> df, String column, String group) {
    Dataset<Row> medians =
        train.groupBy(col(group).as("trainGroup")).agg(median(col(column)).as("groupMedian"));
    double overall = train.select(median(col(column))).first().getDouble(0);
    return df.join(medians, df.col(group).equalTo(medians.col("trainGroup")), "left")
        .withColumn(imputed(column), coalesce(col(column), col("groupMedian"), lit(overall)))
        .drop("trainGroup", "groupMedian");
  }

  @Override
  public Pipeline imputationPipeline(List<String> columns, String label) {
    List<String> inputs = columns.stream().filter(column -> !column.equals(label)).toList();
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(
                Stream.concat(
                        inputs.stream().map(ImputationSolution::imputed),
                        inputs.stream().map(ImputationSolution::na))
                    .toArray(String[]::new))
            .setOutputCol("features");
    return new Pipeline().setStages(new PipelineStage[] {imputer(inputs), assembler});
  }

  @Override
  public Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth) {
    String[] columns = model.getInputCols();
    Row surrogates = model.surrogateDF().first();

    List<Column> renamed = new ArrayList<>(List.of(col("id")));
    Arrays.stream(columns).forEach(column -> renamed.add(col(column).as(column + "_true")));
    Dataset<Row> joined = marked.join(truth.select(renamed.toArray(Column[]::new)), "id");

    Column[] lines =
        Arrays.stream(columns)
            .map(column -> line(column, surrogates.getAs(column)))
            .toArray(Column[]::new);
    return joined.select(array(lines).as("lines")).select(inline(col("lines")));
  }

  private static Column line(String column, double surrogate) {
    Column actual = median(when(col(na(column)).equalTo(1.0), col(column + "_true")));
    return struct(
        lit(column).as("column"),
        sum(col(na(column))).cast("long").as("missing"),
        lit(surrogate).as("surrogate"),
        actual.as("actual"),
        lit(surrogate).minus(actual).as("bias"));
  }

  private static String imputed(String column) {
    return column + "_imputed";
  }

  private static String na(String column) {
    return column + "_na";
  }
}
