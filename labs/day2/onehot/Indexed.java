package day2.onehot;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an indexer should have learned, and what known mistakes make it learn.
 *
 * @param train the rows to learn from
 * @param test the rows to index
 * @param columns the columns to index
 */
record Indexed(Rows train, Rows test, List<String> columns) {

  /**
   * Judges a fitted indexer.
   *
   * @param testFrame the rows to index, for Spark
   */
  void judge(StringIndexerModel indexer, Dataset<Row> testFrame) {
    expect(indexer)
        .as("the indexer")
        .toHaveParam("inputCols", columns.toArray(String[]::new))
        .toHaveParam("outputCols", columns.stream().map(c -> c + "Index").toArray(String[]::new));
    Map<String, List<String>> labels = compute("the learned levels", () -> labels(indexer));
    expect(labels)
        .as("the levels in the order of their indices")
        .toHaveEntries(levels(Levels::of, train))
        .diagnose(
            "fit-on-all-rows",
            levels(Levels::of, train.and(test)),
            "These are the levels of train and test together%s. The indexer has seen the future, and on the day when a level turns up that is really new, nothing was ever tried with one. Fit on train only."
                .formatted(notInTrain()))
        .diagnose(
            "fit-on-test",
            levels(Levels::of, test),
            "These are the levels of test. A model that is trained with train's rows needs train's levels: fit on train.")
        .diagnose(
            "alphabetical-order",
            levels(Levels::alphabetical, train),
            "The levels are in alphabetical order. Asked for is the most frequent first, which is the default: leave setStringOrderType alone.")
        .diagnose(
            "rare-first",
            levels(Levels::rareFirst, train),
            "The rarest level comes first. Asked for is the most frequent first, which is the default, \"frequencyDesc\".");

    Dataset<Row> indexed = compute("the indexed test rows", () -> indexer.transform(testFrame));
    expect(indexed)
        .as("the indexed test rows")
        .toHaveRowCount(test.size())
        .diagnose(
            "skip-drops-rows",
            frame -> frame.count() < test.size(),
            frame -> skipped(test.size() - frame.count(), test.size()))
        .toHaveRows(right());
  }

  /** What to say about rows that handleInvalid "skip" has dropped. */
  static String skipped(long lost, long all) {
    return "%,d of %,d rows are gone: handleInvalid \"skip\" drops every row with a null or with a level that train does not have, without a word. A metric is then measured on the rows that are left, and they are the easy ones. Call setHandleInvalid(\"keep\")."
        .formatted(lost, all);
  }

  private Table right() {
    Rows indexed = test;
    for (String column : columns) {
      Levels levels = Levels.of(train, column);
      indexed = indexed.with(column + "Index", levels::index);
    }
    return indexed.table();
  }

  private Map<String, List<String>> levels(BiFunction<Rows, String, Levels> learn, Rows rows) {
    Map<String, List<String>> levels = new TreeMap<>();
    columns.forEach(column -> levels.put(column, learn.apply(rows, column).names()));
    return levels;
  }

  private static Map<String, List<String>> labels(StringIndexerModel indexer) {
    Map<String, List<String>> labels = new TreeMap<>();
    String[] inputs = indexer.getInputCols();
    for (int i = 0; i < inputs.length; i++) {
      labels.put(inputs[i], Arrays.asList(indexer.labelsArray()[i]));
    }
    return labels;
  }

  /** Names a level that only test has, if there is one. */
  private String notInTrain() {
    for (String column : columns) {
      Levels known = Levels.of(train, column);
      for (String level : Levels.of(test, column).names()) {
        if (!known.names().contains(level)) {
          return ": `%s` has \"%s\", which no row of train has".formatted(column, level);
        }
      }
    }
    return "";
  }
}
