package day2.imputation;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a pipeline should make of rows, in plain Java, and a look into its stages.
 *
 * @param medians what it should have learned, by column
 * @param columns the numeric columns, the label among them
 * @param label the label
 */
record FeatureRows(Map<String, Double> medians, List<String> columns, String label) {

  List<String> inputs() {
    return columns.stream().filter(column -> !column.equals(label)).toList();
  }

  /** The rows by id: the numeric columns as they were, and the features. */
  Table right(Table df) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row : NamedRows.of(df)) {
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put("id", row.get("id"));
      columns.forEach(column -> cells.put(column, row.get(column)));
      List<Object> features = new ArrayList<>();
      for (String input : inputs()) {
        features.add(row.get(input) == null ? medians.get(input) : row.get(input));
      }
      inputs().forEach(input -> features.add(row.get(input) == null ? 1.0 : 0.0));
      cells.put("features", features);
      rows.add(cells);
    }
    return NamedRows.table(rows);
  }

  /** The same columns of a frame; the vector as an array. */
  Dataset<Row> shown(Dataset<Row> transformed) {
    Stream<Column> kept = Stream.concat(Stream.of("id"), columns.stream()).map(c -> col(c));
    Column features = vector_to_array(col("features"), "float64").as("features");
    return transformed.select(Stream.concat(kept, Stream.of(features)).toArray(Column[]::new));
  }

  /** Columns that an imputer of this pipeline would write over. */
  static List<String> writtenOver(PipelineStage pipeline) {
    return stages(pipeline, Imputer.class).stream()
        .flatMap(imputer -> inputs(imputer).filter(input -> outputs(imputer).contains(input)))
        .toList();
  }

  boolean imputesLabel(PipelineStage pipeline) {
    return stages(pipeline, Imputer.class).stream()
        .anyMatch(imputer -> inputs(imputer).anyMatch(label::equals));
  }

  boolean assemblesLabel(PipelineStage pipeline) {
    List<String> ofLabel = List.of(label, label + "_na", label + "_imputed");
    return stages(pipeline, VectorAssembler.class).stream()
        .flatMap(assembler -> Stream.of(assembler.getInputCols()))
        .anyMatch(ofLabel::contains);
  }

  boolean assemblesNoIndicator(PipelineStage pipeline) {
    return stages(pipeline, VectorAssembler.class).stream()
        .flatMap(assembler -> Stream.of(assembler.getInputCols()))
        .noneMatch(input -> input.endsWith("_na"));
  }

  boolean takesMeans(PipelineStage pipeline) {
    return stages(pipeline, Imputer.class).stream()
        .anyMatch(imputer -> imputer.getStrategy().equals("mean"));
  }

  /** The assemblers' answer to nulls: error, skip or keep. */
  static boolean invalidIs(PipelineStage pipeline, String answer) {
    return stages(pipeline, VectorAssembler.class).stream()
        .anyMatch(assembler -> assembler.getHandleInvalid().equals(answer));
  }

  private static Stream<String> inputs(Imputer imputer) {
    return imputer.isSet(imputer.inputCols())
        ? Stream.of(imputer.getInputCols())
        : Stream.of(imputer.getInputCol());
  }

  private static List<String> outputs(Imputer imputer) {
    return imputer.isSet(imputer.outputCols())
        ? List.of(imputer.getOutputCols())
        : List.of(imputer.getOutputCol());
  }

  private static <S extends PipelineStage> List<S> stages(PipelineStage stage, Class<S> type) {
    if (stage instanceof Pipeline pipeline) {
      return Stream.of(pipeline.getStages())
          .flatMap(inner -> stages(inner, type).stream())
          .toList();
    }
    return type.isInstance(stage) ? List.of(type.cast(stage)) : List.of();
  }
}
