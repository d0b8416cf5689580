package day2.imputation;

import static org.apache.spark.sql.functions.*;

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

  private Column pair(String first, String second) {
    Column counted = counted(first, second);
    return struct(
        lit(first).as("first"),
        lit(second).as("second"),
        count_if(counted).as("missing"),
        avg(counted.cast("double")).as("share"));
  }

  /** Whether a row counts for a pair of columns. */
  Column counted(String first, String second) {
    return col(first).isNull().and(col(second).isNull());
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
      indicators.put(column + "_na", when(col(column).isNull(), 1.0).otherwise(0.0));
    }
    // Two steps: the indicators must see the columns without their sentinels.
    return df.withColumns(values).withColumns(indicators);
  }

  @Override
  public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
    return imputer(columns).fit(train);
  }

  /** Fills with medians, each under a new name: the gaps stay visible, and pipelines accept it. */
  static Imputer imputer(List<String> columns) {
    return new Imputer()
        .setStrategy("median")
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCols(imputed(columns).toArray(String[]::new));
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
    return filled(train, df, column, group, "left");
  }

  /** The same with another kind of join. */
  Dataset<Row> filled(
      Dataset<Row> train, Dataset<Row> df, String column, String group, String how) {
    Dataset<Row> medians =
        train.groupBy(col(group).as("trainGroup")).agg(middle(column).as("groupMedian"));
    double overall = train.select(middle(column)).first().getDouble(0);
    return df.join(medians, df.col(group).equalTo(medians.col("trainGroup")), how)
        .withColumn(column + "_imputed", coalesce(col(column), col("groupMedian"), lit(overall)))
        .drop("trainGroup", "groupMedian");
  }

  /** What a group of rows is filled with. */
  Column middle(String column) {
    return median(col(column));
  }

  @Override
  public Pipeline imputationPipeline(List<String> columns, String label) {
    List<String> inputs = without(columns, label);
    return pipeline(imputer(inputs), assembler(imputed(inputs), na(inputs)));
  }

  static VectorAssembler assembler(List<String> values, List<String> indicators) {
    return new VectorAssembler()
        .setInputCols(Stream.concat(values.stream(), indicators.stream()).toArray(String[]::new))
        .setOutputCol("features");
  }

  static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
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

  private Column line(String column, double surrogate) {
    Column actual = actual(column);
    return struct(
        lit(column).as("column"),
        sum(col(column + "_na")).cast("long").as("missing"),
        lit(surrogate).as("surrogate"),
        actual.as("actual"),
        lit(surrogate).minus(actual).as("bias"));
  }

  /** The middle of what was really there; the true values are in {@code <column>_true}. */
  Column actual(String column) {
    return median(hidden(column));
  }

  /** The true value where there is a gap. */
  static Column hidden(String column) {
    return when(col(column + "_na").equalTo(1.0), col(column + "_true"));
  }

  static List<String> without(List<String> columns, String label) {
    return columns.stream().filter(column -> !column.equals(label)).toList();
  }

  static List<String> imputed(List<String> columns) {
    return columns.stream().map(column -> column + "_imputed").toList();
  }

  static List<String> na(List<String> columns) {
    return columns.stream().map(column -> column + "_na").toList();
  }
}
