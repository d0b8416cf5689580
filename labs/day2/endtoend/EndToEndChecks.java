package day2.endtoend;

import static dev.kindling.check.Expect.expect;

import day2.endtoend.Contest.Aucs;
import day2.endtoend.HandMade.Wine;
import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.wine.Wines;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.TrackingSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.TestInstance;

/**
 * Rows and numbers are compared with plain Java, models with what they predict, and the server with
 * what it should know afterwards. What is right for a task, and which mistakes are known, is in a
 * class of its own. The forest that two tasks are handed is fitted once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EndToEndChecks {

  private static final long SEED = 42;
  private static final int EVERY_ELEVENTH = 11;

  private static final Table STRONG_IS_GOOD =
      HandMade.wines(new Wine(20, 1, false), new Wine(12, 2, true));
  private static final Table STRONG_IS_BAD =
      HandMade.wines(
          new Wine(60, 1, true),
          new Wine(20, 1, false),
          new Wine(60, 2, false),
          new Wine(5, 2, true));

  private Split wineSplit;
  private PipelineModel wineForest;

  @Check(task = 1, points = 8)
  void rowsWithoutNullsAreLabelledWhateverTheOrderOfColumns(EndToEndLab lab, SparkSession spark) {
    new Preparation(HandMade.RED, HandMade.WHITE)
        .judge(
            lab.prepareWines(
                Cellar.frame(spark, HandMade.RED), Cellar.frame(spark, HandMade.WHITE)));
  }

  @Check(task = 1, points = 6)
  void winesThatNobodyHasSeenArePreparedToo(EndToEndLab lab, Wines wines) {
    Table canary = wines.truth().canary();
    new Preparation(
            Cellar.without(canary.where(Wines.IS_RED, 1), Wines.IS_RED),
            Cellar.without(canary.where(Wines.IS_RED, 0), Wines.IS_RED))
        .judge(
            lab.prepareWines(
                wines.canary().where("is_red = 1").drop("is_red"),
                wines.canary().where("is_red = 0").drop("is_red")));
  }

  @Check(task = 2, points = 7)
  void everyWineIsInOnePartByChance(EndToEndLab lab, Wines wines, SparkSession spark) {
    Table all = Cellar.allWines(wines.truth());
    Dataset<Row> frame = Cellar.frame(spark, all);
    Parts parts = Parts.of(lab.splitWines(frame, SEED), all.columns());
    parts.judgeRows(all);
    parts.judgeChance(all);
    expect(parts.moved(Parts.of(lab.splitWines(frame, SEED + 1), all.columns())))
        .as("how many rows are in another part with another seed")
        .toBeAtLeast(1)
        .diagnose(
            "seed-ignored",
            0,
            "Another seed gives the same split. With a seed that is written into the code nobody can find out whether a result was luck: use the one that is handed over.");
  }

  @Check(task = 2, points = 7)
  void theSplitIsTheSameWhereverTheRowsLie(EndToEndLab lab, Wines wines, SparkSession spark) {
    Table some = Cellar.every(Cellar.allWines(wines.truth()), EVERY_ELEVENTH);
    Dataset<Row> frame = Cellar.frame(spark, some);
    Parts first = Parts.of(lab.splitWines(frame, SEED), some.columns());
    first.judgeRows(some);
    expect(first.moved(Parts.of(lab.splitWines(frame, SEED), some.columns())))
        .as("how many rows are in another part the second time")
        .toBe(0)
        .diagnose(
            "no-seed",
            moved -> moved > 0,
            moved ->
                "The same rows were split twice with the same seed, and %.0f of %d are in another part. Without a seed Spark takes one of its own each time: give `seed` to whatever draws."
                    .formatted(moved, some.size()));
    List<List<Object>> reversed = new ArrayList<>(some.rows());
    Collections.reverse(reversed);
    Dataset<Row> moved = Cellar.frame(spark, new Table(some.columns(), reversed)).repartition(3);
    expect(first.moved(Parts.of(lab.splitWines(moved, SEED), some.columns())))
        .as("how many rows are in another part if they lie in other partitions")
        .toBe(0)
        .diagnose(
            "depends-on-partitions",
            count -> count > 0,
            count ->
                "The same rows came in another order and in other partitions, and %.0f of %d changed their part, with the same seed. `randomSplit`, `sample` and `rand` draw their numbers partition by partition, so a larger cluster gives another test set. Let the values of a row decide (a hash with the seed), or bring all rows into one partition first."
                    .formatted(count, some.size()));
  }

  @Check(task = 3, points = 8, seconds = 60)
  void theForestIsMeasuredOnValidation(EndToEndLab lab, Wines wines, SparkSession spark) {
    Split split = wineSplit(wines, spark);
    ForestFit fit = new ForestFit(split.train(), split.validation(), Forests.OF_WINES);
    Scored scored = lab.fitForest(fit.train(), fit.validation(), fit.settings());
    fit.judgeModel(scored.model());
    fit.judgeAuc(scored);
  }

  @Check(task = 3, points = 6, seconds = 60)
  void theForestHasLearnedFromTrainAlone(EndToEndLab lab, SparkSession spark) {
    ForestFit fit =
        new ForestFit(
            Cellar.frame(spark, STRONG_IS_GOOD),
            Cellar.frame(spark, STRONG_IS_BAD),
            new Settings(4, 2, 11L));
    Scored scored = lab.fitForest(fit.train(), fit.validation(), fit.settings());
    fit.judgeModel(scored.model());
    DeceivingWines.judgeLearned(spark, scored.model());
    fit.judgeAuc(scored);
  }

  @Check(task = 4, points = 9, seconds = 60)
  void theRunTellsSettingsMeasuresAndImportances(
      EndToEndLab lab, TrackingSpace space, Wines wines, SparkSession spark) {
    Split split = wineSplit(wines, spark);
    new LoggedForest(
            space, wineForest(wines, spark), Forests.OF_WINES, split.train(), split.validation())
        .judgeRun(lab, space.experiment("a baseline"))
        .judgeFiles();
  }

  @Check(task = 4, points = 7, seconds = 60)
  void theModelCanBeLoadedAndPredictsTheSame(
      EndToEndLab lab, TrackingSpace space, SparkSession spark) {
    Settings settings = new Settings(3, 2, 8L);
    Dataset<Row> train = Cellar.frame(spark, STRONG_IS_GOOD);
    Dataset<Row> validation = Cellar.frame(spark, STRONG_IS_BAD);
    PipelineModel model = Forests.fit(train, settings);
    LoggedModel logged =
        new LoggedForest(space, model, settings, train, validation)
            .judgeRun(lab, space.experiment("a small forest"));
    logged.judgeFiles();
    logged.judgeParity(model, validation);
  }

  @Check(task = 5, points = 10, seconds = 60)
  void validationChoosesAndTestJudges(EndToEndLab lab, TrackingSpace space, SparkSession spark) {
    DeceivingWines deceiving = new DeceivingWines(spark);
    Tuning tuning =
        Tuning.of(
            lab,
            space,
            space.experiment("tuning, deceiving wines"),
            deceiving.split(),
            DeceivingWines.CANDIDATES);
    deceiving.judgeChildren(tuning);
    tuning.judgeTestIsUntouched();
    tuning.judgeChoice(DeceivingWines.BLIND);
    deceiving.judgeRefit(tuning.model());
    tuning.judgeTestAuc();
  }

  @Check(task = 5, points = 6, seconds = 60)
  void theBestCandidateMayComeAtAnyPlace(
      EndToEndLab lab, TrackingSpace space, Wines wines, SparkSession spark) {
    Tuning tuning =
        Tuning.of(
            lab,
            space,
            space.experiment("tuning, other wines"),
            Cellar.split(spark, Cellar.otherWines(wines.truth())),
            List.of(new Settings(1, 1, 3L), new Settings(8, 4, 3L), new Settings(1, 0, 3L)));
    tuning.judgeTestIsUntouched();
    tuning.judgeChoice(null);
    tuning.judgeTestAuc();
  }

  @Check(task = 6, points = 6)
  void theFirstIsChampionAndABetterOneTakesItsPlace(EndToEndLab lab, TrackingSpace space) {
    Contest contest = Contest.open(space);
    contest.judgeWinner(lab, new Aucs(0.91, 0.86, 0.85));
    contest.judgeWinner(lab, new Aucs(0.93, 0.88, 0.87));
  }

  @Check(task = 6, points = 8)
  void onlyWhatIsBetterOnTestIsPromoted(EndToEndLab lab, TrackingSpace space) {
    Aucs champion = new Aucs(0.92, 0.88, 0.87);
    Contest.against(space, "worse", champion)
        .judgeLoser(
            lab,
            new Aucs(0.90, 0.85, 0.84),
            "promoted-worse",
            "The new version has a `test_auc` of 0.84, the champion one of 0.87, and the new one is champion now: from this night on everybody gets worse predictions. Compare before you move the alias.");
    Contest.against(space, "by heart", champion)
        .judgeLoser(
            lab,
            new Aucs(0.99, 0.85, 0.84),
            "compared-by-train",
            "The new version is champion because of its `train_auc` of 0.99. On test it has 0.84, and the champion 0.87: it has learned by heart. Compare `test_auc`.");
    Contest.against(space, "tuned", champion)
        .judgeLoser(
            lab,
            new Aucs(0.90, 0.91, 0.84),
            "compared-by-validation",
            "The new version is champion because of its `val_auc` of 0.91. Its settings were chosen by that number, so it is too good; on test it has 0.84, and the champion 0.87. Compare `test_auc`.");
    Contest.against(space, "after a loser", champion)
        .add(new Aucs(0.88, 0.82, 0.80))
        .judgeLoser(
            lab,
            new Aucs(0.90, 0.85, 0.84),
            "compared-with-newest",
            "The new version was compared with the newest one, a loser that has 0.80 on test. The champion has 0.87 and is two versions back: find it by its alias.");
    Contest.against(space, "equal", champion)
        .judgeLoser(
            lab,
            new Aucs(0.95, 0.89, 0.87),
            "tie-promoted",
            "The new version is exactly as good on test as the champion, and took its place. A change in production has to earn its trouble: `>`, not `>=`.");
  }

  @Check(task = 7, points = 7, seconds = 60)
  void aBatchIsScoredByTheChampionAsInTraining(
      EndToEndLab lab, TrackingSpace space, Wines wines, SparkSession spark) {
    String name = space.modelName("batch");
    PipelineModel champion = wineForest(wines, spark);
    PipelineModel newest = Forests.rule("alcohol > 0");
    Forests.register(space, "models for a batch", name, champion, newest);
    new ModelRegistry(space.uri()).setRegisteredModelAlias(name, "champion", "1");
    Table batch = Forests.batch(wines.truth().canary());
    Dataset<Row> renamed = Cellar.frame(spark, Cellar.underscored(batch));
    try (ScoredTable place = new ScoredTable(space, name)) {
      Dataset<Row> table = place.score(lab, Cellar.frame(spark, batch), "1", "2");
      place
          .judge(table, renamed, champion, "1", newest)
          .diagnose(
              "feature-order",
              ScoredTable.scored(inOrderOf(renamed, champion), renamed, "1"),
              "These are other predictions than the champion's: its forest was given a vector in the order of the batch's columns, and took one measurement for another. It was trained with its own assembler, which finds columns by name: use the pipeline as it was loaded.");
    }
  }

  @Check(task = 7, points = 5, seconds = 60)
  void theNextBatchReplacesTheTableAndAsksForTheChampionAgain(
      EndToEndLab lab, TrackingSpace space, SparkSession spark) {
    String name = space.modelName("nightly");
    PipelineModel first = Forests.rule("fixed_acidity > 7");
    PipelineModel second = Forests.rule("pH > 3.25");
    Forests.register(space, "models for two nights", name, first, second);
    ModelRegistry registry = new ModelRegistry(space.uri());
    Dataset<Row> one = Cellar.frame(spark, Cellar.underscored(HandMade.FIRST_BATCH));
    Dataset<Row> two = Cellar.frame(spark, Cellar.underscored(HandMade.SECOND_BATCH));
    try (ScoredTable place = new ScoredTable(space, name)) {
      registry.setRegisteredModelAlias(name, "champion", "1");
      Dataset<Row> table = place.score(lab, Cellar.frame(spark, HandMade.FIRST_BATCH), "1", "2");
      place.judge(table, one, first, "1", second);
      registry.setRegisteredModelAlias(name, "champion", "2");
      table = place.score(lab, Cellar.frame(spark, HandMade.SECOND_BATCH), "2", "1");
      place.judge(table, two, second, "2", first);
    }
  }

  /** The forest of a model behind an assembler that takes columns as they stand. */
  private static PipelineModel inOrderOf(Dataset<Row> batch, PipelineModel model) {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(
                Stream.of(batch.columns())
                    .filter(name -> !name.equals("bottle_id"))
                    .toArray(String[]::new))
            .setOutputCol("features");
    return new PipelineModel("by_position", new Transformer[] {assembler, model.stages()[1]});
  }

  private Split wineSplit(Wines wines, SparkSession spark) {
    if (wineSplit == null) {
      wineSplit = Cellar.split(spark, Cellar.allWines(wines.truth()));
    }
    return wineSplit;
  }

  private PipelineModel wineForest(Wines wines, SparkSession spark) {
    if (wineForest == null) {
      wineForest = Forests.fit(wineSplit(wines, spark).train(), Forests.OF_WINES);
    }
    return wineForest;
  }
}
