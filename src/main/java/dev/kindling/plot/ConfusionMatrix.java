package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** How many rows of each class were predicted as each class. */
record ConfusionMatrix(Dataset<Row> frame, String label, String prediction) implements Kind {

  private static final int MOST_CLASSES = 50;

  @Override
  public String name() {
    return "A confusion matrix";
  }

  @Override
  public Set<Option> options() {
    return Set.of();
  }

  @Override
  public ChartSpec spec(Settings settings) {
    Columns columns = new Columns(frame);
    Facts facts = new Facts.Question(frame).ask();
    List<Row> counts =
        frame
            .groupBy(
                columns.category(label).cast("string").as("actual"),
                columns.category(prediction).cast("string").as("predicted"))
            .agg(functions.count("*").as("rows"))
            .orderBy("actual", "predicted")
            .limit(MOST_CLASSES * MOST_CLASSES + 1)
            .collectAsList();
    Map<List<String>, Long> rows = new HashMap<>();
    Set<String> classes = new TreeSet<>(ConfusionMatrix::compare);
    for (Row row : counts) {
      List<String> pair = List.of(name(row.getString(0)), name(row.getString(1)));
      rows.put(pair, row.getLong(2));
      classes.addAll(pair);
    }
    if (classes.size() > MOST_CLASSES) {
      throw new IllegalArgumentException(
          "'%s' and '%s' have more than %d classes, too many for a matrix that anybody can read."
              .formatted(label, prediction, MOST_CLASSES));
    }
    SpecDraft draft = new SpecDraft("rect");
    for (String actual : classes) {
      for (String predicted : classes) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("predicted", predicted);
        cells.put("actual", actual);
        cells.put("rows", rows.getOrDefault(List.of(actual, predicted), 0L));
        draft.row(cells);
      }
    }
    // In the order of the rows: the first class at the left and at the top, as in a table.
    draft.encode("x", "predicted", "nominal", "predicted").putNull("sort");
    draft.encode("y", "actual", "nominal", "actual").putNull("sort");
    draft.encode("color", "rows", "quantitative", "rows").putObject("scale").put("scheme", "blues");
    return new Captions(settings)
        .write(
            draft,
            "Actual and predicted classes",
            "Confusion matrix of %s and %s: %d classes, a row for each actual one."
                .formatted(label, prediction, classes.size()),
            List.of())
        .notes(facts.notes(facts.rows(), false))
        .spec();
  }

  private static String name(@Nullable String value) {
    return value == null ? "null" : value;
  }

  /** Numbers by their size and before texts. */
  private static int compare(String a, String b) {
    Double first = number(a);
    Double second = number(b);
    if (first != null && second != null) {
      return Double.compare(first, second);
    }
    if (first != null || second != null) {
      return first != null ? -1 : 1;
    }
    return a.compareTo(b);
  }

  private static @Nullable Double number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException word) {
      return null;
    }
  }
}
