package day2.selection.checks;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import day2.selection.SelectionLab;
import dev.kindling.check.Example;
import dev.kindling.check.Given;
import dev.kindling.data.selection.Signals;
import java.util.List;
import java.util.stream.Stream;
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
    Dataset<Row> classes =
        signals.train().withColumn(Signals.LABEL, col(Signals.LABEL).cast("int"));
    List<String> columns =
        Stream.of(Signals.NUMBERS, Signals.CATEGORIES).flatMap(List::stream).toList();
    return lab.testColumns(classes, columns, Signals.LABEL).orderBy("pValue", "column");
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
  Dataset<Row> whatATreeNeeds(SelectionLab lab, Signals signals, Given given) {
    Shuffled tree = Shuffled.ofTree(given, signals.truth());
    return lab.importances(tree.model, tree.train, tree.test, tree.columns, tree.label, 42)
        .orderBy(col("importance").desc());
  }

  @Example(task = 7)
  Dataset<Row> numbersAndSwitches(SelectionLab lab, Signals signals) {
    List<String> numbers = List.of("x01", "x02");
    List<String> categories = List.of("c1", "c2");
    return lab.formulaFeatures(signals.train(), signals.test(), numbers, categories, Signals.TARGET)
        .transform(signals.test())
        .withColumn("features", vector_to_array(col("features"), "float64"))
        .select("id", "x01", "x02", "c1", "c2", "features")
        .orderBy("id");
  }
}
