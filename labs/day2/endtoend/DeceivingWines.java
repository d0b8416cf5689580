package day2.endtoend;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.endtoend.HandMade.Wine;
import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Wines of which train, validation and test tell different stories, so that it shows which part was
 * used for what. On train strong wines are good. Validation agrees, so a forest that looks beats
 * one that does not (depth 0); it has stronger ones, too, which are not good. On test it is the
 * other way round, and the strongest are good again.
 */
record DeceivingWines(SparkSession spark) {

  private static final double WEAK = 1;
  private static final double STRONG = 2;
  private static final double STRONGER = 10;
  private static final double STRONGEST = 20;

  private static final Table TRAIN =
      HandMade.wines(new Wine(30, WEAK, false), new Wine(12, STRONG, true));
  private static final Table VALIDATION =
      HandMade.wines(
          new Wine(12, WEAK, false), new Wine(10, STRONG, true), new Wine(14, STRONGER, false));
  private static final Table TEST =
      HandMade.wines(
          new Wine(12, WEAK, true), new Wine(8, STRONG, false), new Wine(10, STRONGEST, true));

  static final Settings BLIND = new Settings(3, 0, 5L);
  static final Settings SEEING = new Settings(5, 3, 5L);

  /** Best on validation, but not on test, is the last one. */
  static final List<Settings> CANDIDATES = List.of(BLIND, SEEING);

  Split split() {
    return new Split(
        Cellar.frame(spark, TRAIN), Cellar.frame(spark, VALIDATION), Cellar.frame(spark, TEST));
  }

  /** Judges what the children say: a forest that has seen train alone ranks by strength. */
  void judgeChildren(Tuning tuning) {
    expect(tuning.valAucs())
        .as("`val_auc` of the children")
        .within(ForestFit.TOLERANCE)
        .toHaveEntries(Tuning.named(CANDIDATES, 0.5, aucOf(VALIDATION)))
        .diagnose(
            "tuned-on-test",
            Tuning.named(CANDIDATES, 0.5, aucOf(TEST)),
            "`val_auc` is measured on the test rows, so test has made the choice, and cannot judge it any more: of several numbers the best was taken. Measure candidates on `split.validation()`; test waits until the end.")
        .diagnose(
            "train-metrics",
            Tuning.named(CANDIDATES, 0.5, aucOf(TRAIN)),
            "`val_auc` is measured on rows that the candidates have learned from. They prefer whatever has learned most by heart: the deepest trees win every time. Fit candidates on `split.train()`, and measure them on `split.validation()`.")
        .diagnose(
            "accuracy-for-auc",
            Tuning.named(CANDIDATES, 26 / 36.0, 22 / 36.0),
            ForestFit.ACCURACY + " Here it would choose the forest that asks nothing.");
  }

  /** Judges which rows the returned model has learned from. */
  void judgeRefit(PipelineModel model) {
    expect(predicted(spark, model, WEAK, STRONG, STRONGER, STRONGEST))
        .as("the predictions for four wines, the weakest first")
        .toHaveElementsInOrder(List.of(0.0, 1.0, 0.0, 0.0))
        .diagnose(
            "not-refitted",
            List.of(0.0, 1.0, 1.0, 1.0),
            "The returned model has learned from train alone. Once the settings are chosen, validation has done its work and can be learned from, too: fit once more on both.")
        .diagnose(
            "refit-with-test",
            given -> given.get(3) == 1.0,
            "The returned model has learned from test rows, too, and is then judged on them: that number is worth nothing. The last fit takes train and validation, and leaves test alone.");
  }

  /** Judges a model whose train rows say that strong wines are good, and validation rows do not. */
  static void judgeLearned(SparkSession spark, PipelineModel model) {
    expect(predicted(spark, model, WEAK, STRONG))
        .as("the predictions for a weak and a strong wine")
        .toHaveElementsInOrder(List.of(0.0, 1.0))
        .diagnose(
            "fit-on-validation",
            List.of(1.0, 0.0),
            "In train strong wines are good, in validation weak ones, and the forest says what validation says: it has learned from the rows that it is measured on. Fit on `train` alone.");
  }

  private static List<Double> predicted(
      SparkSession spark, PipelineModel model, double... strengths) {
    Wine[] wines =
        Arrays.stream(strengths).mapToObj(s -> new Wine(1, s, false)).toArray(Wine[]::new);
    Table probes = Cellar.without(HandMade.wines(wines), "quality", "label");
    return compute(
        "the predictions of the model",
        () ->
            model
                .transform(Cellar.frame(spark, probes))
                .select("alcohol", "prediction")
                .collectAsList()
                .stream()
                .sorted(Comparator.comparingDouble((Row row) -> row.getDouble(0)))
                .map(row -> row.getDouble(1))
                .toList());
  }

  private static double aucOf(Table wines) {
    double[] scores =
        wines.column("alcohol").stream().mapToDouble(a -> (Double) a >= STRONG ? 1 : 0).toArray();
    boolean[] good = new boolean[wines.size()];
    for (int i = 0; i < good.length; i++) {
      good[i] = wines.column("label").get(i).equals(1.0);
    }
    return Evaluation.auc(scores, good);
  }
}
