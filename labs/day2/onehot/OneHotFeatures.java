package day2.onehot;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a pipeline for a linear model should make of rows, in plain Java.
 *
 * @param train the rows to fit it on
 * @param nominal the text columns
 * @param numeric the numeric columns
 */
record OneHotFeatures(Rows train, List<String> nominal, List<String> numeric) {

  private Table right(Rows df) {
    List<Levels> learned = nominal.stream().map(column -> Levels.of(train, column)).toList();
    Rows encoded = df;
    for (Levels levels : learned) {
      encoded =
          encoded
              .with(levels.column() + "Index", levels::index)
              .with(levels.column() + "OHE", row -> slots(levels, row));
    }
    return encoded.with("features", row -> features(learned, row)).table();
  }

  private List<Object> features(List<Levels> learned, Map<String, Object> row) {
    List<Object> features = new ArrayList<>();
    learned.forEach(levels -> features.addAll(slots(levels, row)));
    numeric.forEach(column -> features.add(Rows.number(row, column)));
    return features;
  }

  private static List<Object> slots(Levels levels, Map<String, Object> row) {
    List<Object> slots = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      slots.add(levels.index(row) == i ? 1.0 : 0.0);
    }
    return slots;
  }

  /** The columns that are judged; vectors as arrays. */
  private Dataset<Row> shown(Dataset<Row> transformed, Rows df) {
    List<Column> columns = new ArrayList<>();
    df.columns().forEach(column -> columns.add(col(column)));
    for (String column : nominal) {
      columns.add(col(column + "Index"));
      columns.add(array(column + "OHE"));
    }
    columns.add(array("features"));
    return transformed.select(columns.toArray(Column[]::new));
  }

  private static Column array(String vector) {
    return vector_to_array(col(vector), "float64").as(vector);
  }

  /**
   * Judges a pipeline.
   *
   * @param trainFrame the rows to fit it on, for Spark
   * @param dfFrame the rows to transform, for Spark
   * @param df the same rows in plain Java
   */
  void judge(Pipeline pipeline, Dataset<Row> trainFrame, Dataset<Row> dfFrame, Rows df) {
    PipelineParts parts = compute("the pipeline's stages", () -> PipelineParts.of(pipeline));
    expect(parts.encodedTooLate())
        .as("the columns that an encoder and an assembler exchange in the wrong order")
        .toHaveElements(List.of())
        .diagnose(
            "encoder-after-assembler",
            columns -> !columns.isEmpty(),
            columns ->
                "The encoder stands behind the assembler, and `%s` passes between them the wrong way round. A pipeline works through its stages in order: index, encode, and only then assemble. An encoder cannot look into a finished vector."
                    .formatted(columns.get(0)));
    OneHotErrors.ANY.during(() -> judgeFeatures(pipeline, parts, trainFrame, dfFrame, df));
  }

  private void judgeFeatures(
      Pipeline pipeline,
      PipelineParts parts,
      Dataset<Row> trainFrame,
      Dataset<Row> dfFrame,
      Rows df) {
    Dataset<Row> transformed =
        compute("the features", () -> pipeline.fit(trainFrame).transform(dfFrame));
    String[] made =
        Stream.concat(
                nominal.stream().flatMap(c -> Stream.of(c + "Index", c + "OHE")),
                Stream.of("features"))
            .toArray(String[]::new);
    expect(transformed)
        .as("the transformed frame")
        .toContainColumns(made)
        .diagnose("index-as-number", frame -> readsIndices(parts), frame -> indexAsNumber());
    expect(compute("the features", () -> shown(transformed, df)))
        .as("the transformed frame")
        .toHaveRowCount(df.size())
        .diagnose(
            "skip-drops-rows",
            frame -> frame.count() < df.size(),
            frame -> Indexed.skipped(df.size() - frame.count(), df.size()))
        .toHaveRows(right(df))
        .diagnose("index-as-number", frame -> readsIndices(parts), frame -> indexAsNumber())
        .diagnose(
            "drop-last-off",
            frame -> !parts.encoderDropsLast(),
            "The vectors have a slot too many: setDropLast(false) keeps one for the unknown level as well, and that is 0 in every row of train. By default the encoder drops the last category, which is the unknown one here, since the indexer keeps: leave setDropLast alone.")
        .diagnose(
            "unknown-twice",
            frame -> parts.encoderAnswers("keep"),
            "The vectors have a slot too many: indexer and encoder both have handleInvalid \"keep\", so both add a category of their own. The indexer's is enough; after it, no index is invalid any more.")
        .diagnose(
            "another-order-of-levels",
            frame -> !parts.indexesByFrequency(),
            "The slots are in another order: the indexer sorts the levels in its own way. Asked for is the most frequent first, which is the default.")
        .diagnose(
            "features-out-of-order",
            frame -> parts.assembled().size() == nominal.size() + numeric.size(),
            frame ->
                "The features are %s, in this order. A feature is known by its position alone: first every `<col>OHE`, then the numeric columns, each in the order of its list."
                    .formatted(String.join(", ", parts.assembled())));
  }

  private boolean readsIndices(PipelineParts parts) {
    return nominal.stream().anyMatch(column -> parts.assembled().contains(column + "Index"));
  }

  private String indexAsNumber() {
    Levels levels = Levels.of(train, nominal.get(0));
    return "The assembler reads `%1$sIndex` itself. For a linear model that is a quantity: \"%3$s\" (2) would count as twice \"%2$s\" (1), because it is rarer. These levels have no order: encode the index, and assemble `%1$sOHE`."
        .formatted(levels.column(), levels.names().get(1), levels.names().get(2));
  }
}
