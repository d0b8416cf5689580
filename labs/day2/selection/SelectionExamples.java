package day2.selection;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.Example;
import dev.kindling.data.selection.Signals;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task returns for the signals. */
final class SelectionExamples {

  @Example(task = 1)
  List<String> varyingNumbers(SelectionLab lab, Signals signals) {
    return lab.varyingColumns(signals.train(), signals.test(), Signals.NUMBERS, 0.5);
  }

  @Example(task = 2)
  Dataset<Row> testsAgainstTheLabel(SelectionLab lab, Signals signals) {
    List<String> columns = new ArrayList<>(Signals.NUMBERS);
    columns.addAll(Signals.CATEGORIES);
    return lab.testColumns(classes(signals.train()), columns, Signals.LABEL)
        .orderBy("pValue", "column");
  }

  @Example(task = 3)
  Dataset<Row> whatPasses(SelectionLab lab, Signals signals) {
    return lab.selectByTest(signals.train(), signals.test(), Signals.NUMBERS, Signals.TARGET, 0.05)
        .transform(signals.test())
        .select("id", "selected", Signals.TARGET)
        .orderBy("id");
  }

  @Example(task = 4)
  List<String> withoutTwins(SelectionLab lab, Signals signals) {
    return lab.dropTwins(signals.train(), Signals.NUMBERS, Signals.TARGET, 0.9);
  }

  @Example(task = 5)
  Dataset<Row> whatThePenaltyLeaves(SelectionLab lab, Signals signals) {
    return lab.selectByLasso(signals.train(), signals.test(), Signals.NUMBERS, Signals.TARGET, 0.2)
        .transform(signals.test())
        .select("id", "selected", Signals.TARGET)
        .orderBy("id");
  }

  @Example(task = 6)
  Dataset<Row> whatATreeNeeds(SelectionLab lab, Signals signals) {
    ManyLevels tree = ManyLevels.of(signals);
    return lab.importances(
            tree.model(), tree.train(), tree.test(), tree.columns(), Signals.LABEL, 42)
        .orderBy(col("importance").desc());
  }

  @Example(task = 7)
  Dataset<Row> numbersAndSwitches(SelectionLab lab, Signals signals) {
    return lab.formulaFeatures(
            signals.train(),
            signals.test(),
            List.of("x01", "x02"),
            List.of("c1", "c2"),
            Signals.TARGET)
        .transform(signals.test())
        .select(
            col("id"),
            col("x01"),
            col("x02"),
            col("c1"),
            col("c2"),
            vector_to_array(col("features"), "float64").as("features"))
        .orderBy("id");
  }

  private static Dataset<Row> classes(Dataset<Row> df) {
    return df.withColumn(Signals.LABEL, col(Signals.LABEL).cast("int"));
  }
}
