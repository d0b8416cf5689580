package day2.selection.checks;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.selection.Roles;
import dev.kindling.data.selection.SelectionTruth;
import dev.kindling.data.selection.Signals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A fitted model, and what shuffling columns costs it, measured with other seeds. */
final class Shuffled {

  private static final int FIRST_UNSEEN = 5000;

  final PipelineModel model;
  final Dataset<Row> train;
  final Dataset<Row> test;

  final String label;
  final List<String> columns;

  /** On train, on test, and by column on test with that column shuffled. */
  final Map<String, Double> accuracies = new HashMap<>();

  /** How far one shuffle may be from the mean of several. */
  final double luck;

  /** The last column of the tables is the label. */
  private Shuffled(
      Given given, List<PipelineStage> stages, Table learned, Table other, double luck) {
    train = given.frame(learned);
    test = given.frame(other);
    int last = other.columns().size() - 1;
    columns = other.columns().subList(0, last);
    label = other.columns().get(last);
    this.luck = luck;
    model = new Pipeline().setStages(stages.toArray(PipelineStage[]::new)).fit(train);
    Table copies = learned.with("moved", row -> "train").union(other.with("moved", row -> "test"));
    Random random = new Random(1);
    for (String column : columns) {
      for (int i = 0; i < 3; i++) {
        List<Object> values = new ArrayList<>(other.column(column));
        Collections.shuffle(values, random);
        copies = copies.union(other.with(column, values).with("moved", row -> column));
      }
    }
    model
        .transform(given.frame(copies))
        .groupBy("moved")
        .agg(avg(col("prediction").equalTo(col(label)).cast("double")))
        .collectAsList()
        .forEach(row -> accuracies.put(row.getString(0), row.getDouble(1)));
  }

  /**
   * A model by hand that knows the runs it has seen by heart. Of others it looks at the snow alone:
   * 0 to 9 in equal shares, 7 or more makes a late train, one in ten errs. Shuffled snow hits the
   * label in 1,500 rows with a standard deviation of 2 * sqrt(0.3 * 0.7 * 0.34 * 0.66 / 1500) =
   * 0.011; the luck is nearly five of them. The next wrong answer is 0.096 away.
   */
  static Shuffled inSnow(Given given) {
    return ofTrains(given, "late", "snow >= 7", 0.06);
  }

  /**
   * The same, and of other runs it looks at whether two columns are equal. So they are in 99 of 100
   * rows, and with one shuffled in a tenth: accuracy, F1 and the area under the curve lose
   * different amounts. The standard deviation is sqrt(0.09 / 1500) = 0.008.
   */
  static Shuffled bySigns(Given given) {
    return ofTrains(given, "near", "sign = distance", 0.04);
  }

  private static Shuffled ofTrains(Given given, String label, String unseen, double luck) {
    String prediction =
        "SELECT *, CAST(IF(run < %d, run %% 2 = 1, %s) AS DOUBLE) AS prediction FROM __THIS__";
    return new Shuffled(
        given,
        List.of(new SQLTransformer().setStatement(prediction.formatted(FIRST_UNSEEN, unseen))),
        trains(label, 0),
        trains(label, FIRST_UNSEEN),
        luck);
  }

  private static Table trains(String label, int firstRun) {
    TableBuilder rows = Table.builder("sign", "snow", "seats", "run", "distance", label);
    for (int i = 0; i < 1500; i++) {
      double snow = i % 10;
      double sign = i % 100 == 50 ? snow + 1 : snow;
      boolean unseen = label.equals("late") ? snow >= 7 != (i / 10 % 10 == 0) : sign == snow;
      boolean yes = firstRun < FIRST_UNSEEN ? i % 2 == 1 : unseen;
      rows.row(sign, snow, i % 7 * 40.0, firstRun + i, snow, yes ? 1.0 : 0.0);
    }
    return rows.build();
  }

  /**
   * A tree on four rows for each of 200 levels that say nothing. Of 1,000 rows a share has a
   * standard deviation of 0.016 at most, and the average over three shuffles 0.009: the luck is
   * nearly four of both together.
   */
  static Shuffled ofTree(Given given, SelectionTruth truth) {
    Roles roles = truth.roles();
    List<String> categories = new ArrayList<>(roles.informativeCategories());
    categories.add(1, roles.highCardinality());
    List<String> columns = new ArrayList<>(categories);
    columns.add(0, roles.noise().get(1));
    columns.add(roles.informative().get(0));
    List<String> all = Stream.concat(columns.stream(), Stream.of(Signals.LABEL)).toList();
    StringIndexer indexer =
        new StringIndexer()
            .setInputCols(categories.toArray(String[]::new))
            .setOutputCols(categories.stream().map(c -> c + "Index").toArray(String[]::new))
            .setHandleInvalid("keep");
    Stream<String> features = columns.stream().map(c -> categories.contains(c) ? c + "Index" : c);
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(features.toArray(String[]::new))
            .setOutputCol("features");
    DecisionTreeClassifier tree =
        new DecisionTreeClassifier().setLabelCol(Signals.LABEL).setMaxBins(256).setSeed(1);
    return new Shuffled(
        given,
        List.of(indexer, assembler, tree),
        truth.train().head(800).select(all),
        truth.test().select(all),
        0.07);
  }

  Table importances() {
    TableBuilder table = Table.builder("column:string", "importance:double");
    columns.forEach(column -> table.row(column, accuracies.get("test") - accuracies.get(column)));
    return table.build();
  }

  boolean near(double one, double other) {
    return Math.abs(one - other) <= luck;
  }
}
