package day2.imputation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
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
    return assembled(pipeline).stream().anyMatch(ofLabel::contains);
  }

  boolean assemblesNoIndicator(PipelineStage pipeline) {
    return assembled(pipeline).stream().noneMatch(input -> input.endsWith("_na"));
  }

  boolean assemblesInAnotherOrder(PipelineStage pipeline) {
    List<String> right =
        Stream.of("_imputed", "_na")
            .flatMap(suffix -> inputs().stream().map(input -> input + suffix))
            .toList();
    List<String> assembled = assembled(pipeline);
    return !assembled.equals(right)
        && assembled.size() == right.size()
        && assembled.containsAll(right);
  }

  /** The input columns of the assemblers, in order. */
  static List<String> assembled(PipelineStage pipeline) {
    return stages(pipeline, VectorAssembler.class).stream()
        .flatMap(assembler -> Stream.of(assembler.getInputCols()))
        .toList();
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

  /**
   * Judges a pipeline.
   *
   * @param train the rows to fit it on
   * @param other the rows to transform
   * @param df the same rows in plain Java
   */
  void judge(Pipeline pipeline, Dataset<Row> train, Dataset<Row> other, Table df) {
    expect(compute("the pipeline's stages", () -> writtenOver(pipeline)))
        .as("the columns that an imputer writes over")
        .toHaveElements(List.of())
        .diagnose(
            "in-place-output",
            columns -> !columns.isEmpty(),
            columns ->
                "The imputer's output columns are its input columns. Alone that works, and it is common in notebooks; with another stage behind it Spark stops with [AMBIGUOUS_COLUMN_OR_FIELD] \"Column or field `%s` is ambiguous and has 2 matches\". Give the outputs new names: `<col>_imputed`."
                    .formatted(columns.get(0)));
    expect(imputesLabel(pipeline))
        .as("whether the imputer fills the label")
        .toBe(false)
        .diagnose(
            "label-imputed",
            true,
            "`%s` is the label, and the imputer fills it: the model would learn from numbers that were made up. Take the label out of the columns first; what to do with rows without a label is decided in training."
                .formatted(label));

    Dataset<Row> transformed = compute("the features", () -> pipeline.fit(train).transform(other));
    expect(transformed)
        .as("the transformed frame")
        .toContainColumns("features")
        .toContainColumns(inputs().stream().map(c -> c + "_imputed").toArray(String[]::new))
        .diagnose(
            "nothing-imputed",
            frame -> Stream.of(frame.columns()).noneMatch(c -> c.endsWith("_imputed")),
            "No column is filled: there is no `_imputed` column after the pipeline. Let an `Imputer` come before the assembler.");
    expect(compute("the features", () -> shown(transformed)))
        .as("the features")
        .toHaveRowCount(df.size())
        .diagnose(
            "skip-drops-rows",
            frame -> invalidIs(pipeline, "skip"),
            frame ->
                "%d of %d rows are gone: handleInvalid \"skip\" drops every row with a null instead of filling it, without a word. Let the assembler read the `_imputed` columns, and leave handleInvalid alone."
                    .formatted(df.size() - frame.count(), df.size()))
        .toHaveRows(right(df))
        .diagnose(
            "label-in-features",
            frame -> assemblesLabel(pipeline),
            "The feature vector holds the label `%s` or its indicator: the model would be told the answer. Take the label out of the columns before you list the assembler's inputs."
                .formatted(label))
        .diagnose(
            "keep-leaves-nan",
            frame -> invalidIs(pipeline, "keep"),
            "Some features are NaN: handleInvalid \"keep\" puts NaN where a value is missing, and a linear model makes NaN of everything it touches. Let the assembler read the `_imputed` columns.")
        .diagnose(
            "no-indicator",
            frame -> assemblesNoIndicator(pipeline),
            "The feature vector has the filled values but no `_na` column, so the model cannot know which values were made up. Add the indicators after the filled columns.")
        .diagnose(
            "features-out-of-order",
            frame -> assemblesInAnotherOrder(pipeline),
            frame ->
                "The right columns are in the vector, in another order: %s. A feature is known by its position alone. First every `_imputed`, then every `_na`, each in the order of `columns` without the label."
                    .formatted(assembled(pipeline)))
        .diagnose(
            "mean-for-median",
            frame -> takesMeans(pipeline),
            "The gaps are filled with means, the imputer's default. The columns are skewed, so a few large values pull the mean away from the middle. Call setStrategy(\"median\").");
  }
}
