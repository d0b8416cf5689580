package day2.endtoend.checks;

import day2.endtoend.Settings;
import day2.endtoend.Split;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.wine.WineTruth;
import dev.kindling.data.wine.Wines;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wines in plain Java, made so that each way to read a task wrongly gives another result. */
final class Inputs {

  /** Equal rows, nulls, zeros, each quality around the border; columns in different orders. */
  static final Table RED =
      Table.parse(
          """
          density:double | fixed acidity:double | pH:double | free sulfur dioxide:double | quality:int
          0.9978         | 7.4                  | 3.51      | 11.0                       | 5
          0.9968         | 8.1                  | 3.22      | 25.0                       | 7
          0.9951         | 6.9                  | 3.42      | 9.0                        | 8
          0.9978         | 7.4                  | 3.51      | 11.0                       | 5
          0.9980         | 9.0                  | null      | 12.0                       | 7
          0.9964         | 7.7                  | 3.16      | 30.0                       | 6
          0.9943         | 0.0                  | 3.30      | 0.0                        | 7
          """);

  static final Table WHITE =
      Table.parse(
          """
          free sulfur dioxide:double | fixed acidity:double | pH:double | density:double | quality:int
          45.0                       | 7.0                  | 3.01      | 0.9938         | 6
          14.0                       | 6.3                  | 3.32      | 0.9917         | 7
          30.0                       | 6.6                  | 3.26      | 0.9921         | 9
          null                       | 6.2                  | 3.18      | 0.9909         | 7
          28.0                       | 7.2                  | 3.19      | 0.9941         | null
          """);

  /** The areas of the versions that are there, of which one is champion, and of the new one. */
  static final Table CONTESTS =
      Table.parse(
          """
          about:string | title:string         | there:string                                    | comes:string     | wins:boolean
          who wins     | better on test alone | champion 0.92 0.88 0.87                         | 0.91 0.86 0.8725 | true
          who wins     | larger train_auc     | champion 0.92 0.88 0.87                         | 0.99 0.85 0.84   | false
          who wins     | larger val_auc       | champion 0.92 0.88 0.87                         | 0.90 0.93 0.84   | false
          who wins     | better than a loser  | champion 0.92 0.88 0.87, challenger 0.9 0.8 0.8 | 0.90 0.85 0.84   | false
          who wins     | equal test_auc       | champion 0.92 0.88 0.87                         | 0.95 0.89 0.87   | false
          what follows | the first one        | ''                                              | 0.91 0.86 0.85   | true
          what follows | a better one         | old 0.9 0.8 0.8, champion 0.9 0.88 0.86         | 0.92 0.90 0.89   | true
          what follows | a worse one          | old 0.9 0.8 0.8, champion 0.9 0.88 0.86         | 0.92 0.90 0.85   | false
          """);

  /** Bottles of two nights, as they come: names with blanks, another order than in training. */
  static final Table BOTTLES =
      Table.parse(
          """
          alcohol:double | bottle id:int | is_red:int | fixed acidity:double
          1.0            | 11            | 0          | 0.1
          2.0            | 12            | 0          | 0.2
          3.0            | 13            | 1          | 0.3
          0.5            | 21            | 0          | 0.2
          3.2            | 22            | 1          | 0.1
          1.5            | 23            | 1          | 0.3
          """);

  private Inputs() {}

  /** What task 1 should return. */
  static Table prepared(Table red, Table white) {
    Table both = red.with("is_red:int", row -> 1).union(white.with("is_red:int", row -> 0));
    return underscored(both.complete(both.columns().toArray(String[]::new)))
        .with("label:double", row -> row.whole("quality") >= Wines.GOOD ? 1.0 : 0.0);
  }

  /** The same rows under names without blanks. */
  static Table underscored(Table wines) {
    Table renamed = wines;
    for (String name : wines.columns()) {
      renamed = renamed.rename(name, name.replace(' ', '_'));
    }
    return renamed;
  }

  /** All wines, prepared, and some of them twice. */
  static Table cellar(WineTruth truth) {
    Table all = prepared(truth.red(), truth.white());
    return all.union(all.head(40));
  }

  /** As many wines, which differ in one measurement alone: they are told apart by it or not. */
  static Table twins(Table wines, String column) {
    Table twins = wines;
    for (String other : wines.columns()) {
      twins = twins.change(other, value -> wines.at(0).get(other));
    }
    return twins.with(
        column, DoubleStream.iterate(9, x -> x + 1).limit(wines.size()).boxed().toList());
  }

  /** Wines by number, strength and whether they are good; two columns tell the strength. */
  static Table wines(String... kinds) {
    TableBuilder wines =
        Table.builder(
            "alcohol:double", "fixed_acidity:double", "is_red:int", "quality:int", "label:double");
    for (String kind : kinds) {
      String[] parts = kind.split(" ");
      double strength = Double.parseDouble(parts[1]);
      boolean good = parts[2].equals("good");
      for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
        wines.row(strength, strength / 10, 0, good ? 7 : 5, good ? 1.0 : 0.0);
      }
    }
    return wines.build();
  }

  /** What is good in train is bad in validation. Neighbours differ, or a tree would join them. */
  static Split contradicting(Given given) {
    String[] validation = {
      "60 1 good", "10 1 bad", "40 2 bad", "5 2 good",
      "30 3 good", "10 3 bad", "20 4 bad", "8 4 good"
    };
    return new Split(
        given.frame(wines("20 1 bad", "12 2 good", "9 3 bad", "3 3 good", "8 4 good", "2 4 bad")),
        given.frame(wines(validation)),
        given.frame(wines("1 1 bad")));
  }

  /**
   * Each part says something else about strong wines. By validation a forest that looks beats one
   * that does not (depth 0); on test, having seen train alone, it does not.
   */
  static Split deceiving(Given given) {
    return new Split(
        given.frame(wines("30 1 bad", "12 2 good")),
        given.frame(wines("12 1 bad", "10 2 good", "14 10 bad")),
        given.frame(wines("12 1 good", "6 1 bad", "9 2 bad", "10 20 good")));
  }

  /** An assembler, which does not read the columns as they stand, and a forest. */
  static PipelineModel forest(Dataset<Row> train, Settings settings) {
    String[] inputs = {"is_red", "fixed_acidity", "alcohol"};
    VectorAssembler assembler = new VectorAssembler().setInputCols(inputs).setOutputCol("features");
    RandomForestClassifier forest =
        new RandomForestClassifier()
            .setLabelCol("label")
            .setNumTrees(settings.numTrees())
            .setMaxDepth(settings.maxDepth())
            .setSeed(settings.seed());
    return new Pipeline().setStages(new PipelineStage[] {assembler, forest}).fit(train);
  }

  /** A model that is there in no time: it calls wines good that fulfil a condition. */
  static PipelineModel rule(String condition) {
    String statement = "SELECT *, CAST(%s AS DOUBLE) AS prediction FROM __THIS__";
    Transformer rule = new SQLTransformer().setStatement(statement.formatted(condition));
    return new PipelineModel("rule", new Transformer[] {rule});
  }
}
