package dev.kindling.plot;

import dev.kindling.plot.spec.ChartNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows of two classes with a score that ranks them, series by series.
 *
 * @param rows {@code series}, the text of the colour column, or the name of the score; {@code
 *     positive}, a double that is 1 where the label is 1 and else 0; {@code score}, a double
 * @param facts what was left out
 */
record Scored(Dataset<Row> rows, Facts facts) {

  private static final int MOST_SERIES = 8;

  /**
   * @param label a numeric column: 1 is the class that is looked for, everything else is another
   * @param score a numeric column, or a vector with an element for each of two classes, of which
   *     the second counts
   * @param series a column that tells one score's rows from another's, or null
   */
  static Scored of(Dataset<Row> frame, String label, String score, @Nullable String series) {
    Columns given = new Columns(frame);
    Dataset<Row> plain =
        given.type(score) instanceof VectorUDT
            ? frame.withColumn(
                score, functions.vector_to_array(given.of(score), "float64").getItem(1))
            : frame;
    Columns columns = new Columns(plain);
    Facts.Question question = new Facts.Question(plain).number(score, false).number(label, false);
    Column name =
        series == null
            ? org.apache.spark.sql.functions.lit(score)
            : columns.category(series).cast("string");
    Dataset<Row> rows =
        question
            .usable()
            .select(
                name.as("series"),
                columns.number(label).equalTo(1).cast("double").as("positive"),
                columns.number(score).as("score"));
    return new Scored(rows, question.ask());
  }

  /**
   * Sorts rows that were collected by their series.
   *
   * @throws IllegalArgumentException when there are more than anybody can tell apart
   */
  static Map<String, List<Row>> bySeries(List<Row> rows) {
    Map<String, List<Row>> sorted = new LinkedHashMap<>();
    rows.forEach(
        row -> sorted.computeIfAbsent(row.getString(0), fresh -> new ArrayList<>()).add(row));
    if (sorted.size() > MOST_SERIES) {
      throw new IllegalArgumentException(
          "There are %d curves, and nobody can tell more than %d apart. Color by a column with few values."
              .formatted(sorted.size(), MOST_SERIES));
    }
    return sorted;
  }

  ChartNotes notes() {
    return facts.notes(facts.usable(), false);
  }
}
