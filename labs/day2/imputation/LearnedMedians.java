package day2.imputation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.Row;

/**
 * What an imputer should have learned, and what known mistakes make it learn.
 *
 * @param train the rows to learn from
 * @param test the rows to fill
 * @param columns the columns, in order
 */
record LearnedMedians(Table train, Table test, List<String> columns) {

  /** Judges a fitted imputer. */
  void judge(ImputerModel model) {
    expect(model)
        .as("the imputer")
        .toHaveParam("inputCols", columns.toArray(String[]::new))
        .toHaveParam("outputCols", columns.stream().map(c -> c + "_imputed").toArray(String[]::new))
        .diagnose(
            "in-place-output",
            stage -> Arrays.equals(model.getOutputCols(), model.getInputCols()),
            "The imputer writes over its input columns. Alone that works, but the gaps are gone for good, and in a pipeline Spark stops with [AMBIGUOUS_COLUMN_OR_FIELD]. Set output columns with new names: `<col>_imputed`.");

    expect(surrogates(model))
        .as("the medians")
        .toHaveEntries(new Middles(train).medians(columns))
        .diagnose(
            "fit-on-all-rows",
            learned -> new Middles(NamedRows.union(train, test)).haveMedians(learned),
            learned ->
                "These are the medians of train and test together: %s. The model has seen the future. Fit on train only."
                    .formatted(farthest(learned)))
        .diagnose(
            "fit-on-test",
            learned -> new Middles(test).haveMedians(learned),
            learned ->
                "These are the medians of test: %s. What is filled into test must come from train; when a model is in use, test is one row, and that has no median. Fit on train only."
                    .formatted(farthest(learned)))
        .diagnose(
            "mean-for-median",
            learned -> new Middles(train).haveMeans(learned),
            learned ->
                "These are means: %s. The columns are skewed, so a few large values pull the mean away from the middle. The default strategy is the mean: call setStrategy(\"median\")."
                    .formatted(farthest(learned)))
        .diagnose(
            "zero-fill-first",
            learned -> new Middles(train).haveMediansWithZeros(learned),
            learned ->
                "These are the medians with a zero in every gap: %s. After `na().fill(0)` no gap is left: the imputer learns from the zeros and then has nothing to do. Hand it the nulls."
                    .formatted(farthest(learned)))
        .diagnose(
            "complete-rows-only",
            learned -> new Middles(NamedRows.complete(train, columns)).haveMedians(learned),
            learned ->
                "These are the medians of the rows without any gap: %s. `na().drop()` throws a whole row away for one missing cell, and the rows that are left are not like the others. The imputer skips nulls column by column: give it all rows of train."
                    .formatted(farthest(learned)));
  }

  /** The test rows, filled with what should have been learned. */
  Table filledTest() {
    Map<String, Double> medians = new Middles(train).medians(columns);
    List<Map<String, Object>> rows = NamedRows.of(test);
    for (Map<String, Object> row : rows) {
      medians.forEach(
          (column, median) ->
              row.put(column + "_imputed", row.get(column) == null ? median : row.get(column)));
    }
    return NamedRows.table(rows);
  }

  /** What the model learned, by column. */
  private static Map<String, Double> surrogates(ImputerModel model) {
    Row learned = compute("the learned medians", () -> model.surrogateDF().first());
    Map<String, Double> surrogates = new TreeMap<>();
    for (String column : learned.schema().fieldNames()) {
      surrogates.put(column, learned.<Number>getAs(column).doubleValue());
    }
    return surrogates;
  }

  /** Names the column in which the learned number is farthest from the median of train. */
  private String farthest(Map<String, Double> learned) {
    Map<String, Double> medians = new Middles(train).medians(columns);
    String column =
        columns.stream()
            .max(Comparator.comparing(c -> Math.abs(learned.get(c) / medians.get(c) - 1)))
            .orElseThrow();
    return "`%s` has %,.2f, and the median of train is %,.2f"
        .formatted(column, learned.get(column), medians.get(column));
  }
}
