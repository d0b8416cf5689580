package day2.selection;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What shuffling each column costs, and what known mistakes say it costs.
 *
 * @param accuracy of the model on test as it is
 * @param onTest the accuracy that shuffling a column of test costs, in the order of the columns
 * @param onTrain the same for train, where the model knows the rows; asked for only when an answer
 *     is not right
 * @param constant the same for test with the mean in place of the values
 * @param together the same for test with all columns up to this one shuffled
 * @param impurity the importances that the model itself tells; empty if it tells none
 * @param luck how far one shuffle may be from the average one
 */
record ShuffledColumns(
    double accuracy,
    Map<String, Double> onTest,
    Supplier<Map<String, Double>> onTrain,
    Supplier<Map<String, Double>> constant,
    Supplier<Map<String, Double>> together,
    Map<String, Double> impurity,
    double luck) {

  private static final StructType SHOWN = StructType.fromDDL("column STRING, importance DOUBLE");

  private static final double ROUNDING = 1e-6;

  void judge(Dataset<Row> importances) {
    expect(importances).as("the importances").toHaveSchema(SHOWN);
    List<Row> collected =
        compute(
            "the importances", () -> importances.select("column", "importance").collectAsList());
    Map<String, Double> found = new HashMap<>();
    collected.forEach(
        row -> found.put(row.getString(0), row.isNullAt(1) ? Double.NaN : row.getDouble(1)));
    expect(importances.sparkSession().createDataFrame(collected, SHOWN))
        .as("the importances")
        .within(luck)
        .toHaveRows(table(onTest))
        .diagnose(
            "impurity-importances",
            frame -> near(impurity, found, ROUNDING),
            frame -> impurityMessage())
        .diagnose(
            "judged-on-train", frame -> near(onTrain.get(), found, luck), frame -> trainMessage())
        .diagnose(
            "whole-rows-shuffled",
            frame -> near(each(onTest, cost -> 0), found, ROUNDING),
            "No column costs anything: every row came out as it went in, only in another order. Shuffle the values of one column among the rows, and leave the rest of each row where it is.")
        .diagnose(
            "sign-turned",
            frame -> near(each(onTest, cost -> -cost), found, luck),
            "The sign is turned: the importance is the accuracy on the rows as they are, less the accuracy after shuffling. What matters costs something, so it is above zero.")
        .diagnose(
            "score-not-drop",
            frame -> near(each(onTest, cost -> accuracy - cost), found, luck),
            "These are the accuracies after shuffling. The importance is what is lost: subtract them from the accuracy on the rows as they are, which is %.3f."
                .formatted(accuracy))
        .diagnose(
            "constant-not-shuffled",
            frame -> near(constant.get(), found, ROUNDING),
            "The column was set to one value, its mean, in all rows. Such rows may not exist, and the model answers them all alike; shuffled values are real ones, only at the wrong place. Shuffle.")
        .diagnose(
            "shuffled-together",
            frame -> near(together.get(), found, luck),
            "Each column was shuffled in rows whose earlier columns were shuffled already, so what they had cost was counted again. Begin with the rows as they are for each column.");
  }

  private String impurityMessage() {
    String loudest = largest(impurity);
    return "These are the impurity importances that the model itself tells. They add up what a column did for the train rows when the trees were grown, and a column with many levels offers a tree so many splits that some fit by chance: `%s` comes first with %.2f, and shuffling it in test costs %.3f. Measure on rows that the model has not seen."
        .formatted(loudest, impurity.get(loudest), onTest.get(loudest));
  }

  private String trainMessage() {
    Map<String, Double> costs = onTrain.get();
    String loudest = largest(costs);
    return "These are the losses on train. The model has seen these rows, and what it learned by heart counts as well: `%s` costs %.3f there, and on test %.3f. Measure on test, where only what holds for other rows helps."
        .formatted(loudest, costs.get(loudest), onTest.get(loudest));
  }

  private static String largest(Map<String, Double> importances) {
    return importances.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static Map<String, Double> each(
      Map<String, Double> importances, DoubleUnaryOperator change) {
    Map<String, Double> changed = new LinkedHashMap<>();
    importances.forEach((column, cost) -> changed.put(column, change.applyAsDouble(cost)));
    return changed;
  }

  /** Whether all importances are within a distance of those that a mistake gives. */
  private static boolean near(
      Map<String, Double> wrong, Map<String, Double> found, double distance) {
    return !wrong.isEmpty()
        && wrong.keySet().equals(found.keySet())
        && wrong.entrySet().stream()
            .allMatch(one -> Math.abs(one.getValue() - found.get(one.getKey())) <= distance);
  }

  private static Table table(Map<String, Double> importances) {
    Table table = Table.of("column", "importance");
    for (Map.Entry<String, Double> one : importances.entrySet()) {
      table = table.row(one.getKey(), one.getValue());
    }
    return table;
  }
}
