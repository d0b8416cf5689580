package day2.tracking;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import day2.tracking.TunedRuns.Question;
import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import dev.kindling.mlflow.TrackingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Every answer works on experiments that no one else uses, and is judged by what the server knows
 * afterwards. Metrics are computed again in plain Java. What is right for a task, and which
 * mistakes are known, is in a class of its own.
 */
final class TrackingChecks {

  private static final List<String> FEATURES = List.of("accommodates", "bedrooms", "bathrooms");

  @Check(task = 1, points = 8, seconds = 60)
  void aRunTellsWhatWasTriedAndHowWellItDid(
      TrackingLab lab, TrackingSpace space, SparkSession spark) {
    judgeRun(
        lab,
        space,
        space.experiment("one run, flats"),
        new PriceFits(HandMade.FLATS_TO_LEARN, HandMade.FLATS_TO_JUDGE),
        HandMade.flats(spark, HandMade.FLATS_TO_LEARN),
        HandMade.flats(spark, HandMade.FLATS_TO_JUDGE),
        "7");
  }

  @Check(task = 1, points = 6, seconds = 60)
  void listingsOfALaterPeriodAreJudged(TrackingLab lab, TrackingSpace space, Listings listings) {
    Dataset<Row> train = listings.completeTrain().select("bedrooms", "price");
    Dataset<Row> test = listings.completeTest().select("bedrooms", "price");
    judgeRun(
        lab,
        space,
        space.experiment("one run, listings"),
        new PriceFits(table(train), table(test)),
        train,
        test,
        "2025-09");
  }

  private static void judgeRun(
      TrackingLab lab,
      TrackingSpace space,
      String experiment,
      PriceFits fits,
      Dataset<Row> train,
      Dataset<Row> test,
      String dataVersion) {
    List<String> features = List.of("bedrooms");
    String id = lab.logRun(space.uri(), experiment, train, test, dataVersion);
    LoggedRun run = RunsLeft.in(space, experiment).judgeCount(1, List.of(id)).returned(id);
    run.judgeFinished();
    run.judgeName("LR-Single-Feature");
    run.judgeParams(params("price", features, dataVersion));
    fits.judge(run, features, features);
  }

  @Check(task = 2, points = 10, seconds = 60)
  void threeModelsAreThreeRunsInDollars(TrackingLab lab, TrackingSpace space, SparkSession spark) {
    judgeModels(
        lab,
        space,
        space.experiment("three models, flats"),
        new PriceFits(HandMade.FLATS_TO_LEARN, HandMade.FLATS_TO_JUDGE),
        HandMade.flats(spark, HandMade.FLATS_TO_LEARN),
        HandMade.flats(spark, HandMade.FLATS_TO_JUDGE),
        List.of("bathrooms", "bedrooms"),
        "3");
  }

  @Check(task = 2, points = 8, seconds = 60)
  void threeModelsOfListingsCanBeCompared(TrackingLab lab, TrackingSpace space, Listings listings) {
    Column[] columns = {col("accommodates"), col("bedrooms"), col("bathrooms"), col("price")};
    Dataset<Row> train = listings.completeTrain().select(columns);
    Dataset<Row> test = listings.completeTest().select(columns);
    judgeModels(
        lab,
        space,
        space.experiment("three models, listings"),
        new PriceFits(table(train), table(test)),
        train,
        test,
        FEATURES,
        "2025-09");
  }

  private static void judgeModels(
      TrackingLab lab,
      TrackingSpace space,
      String experiment,
      PriceFits fits,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> features,
      String dataVersion) {
    List<String> ids = new ArrayList<>();
    ParamErrors.ALL.during(
        () ->
            ids.addAll(
                lab.compareModels(space.uri(), experiment, train, test, features, dataVersion)));
    RunsLeft left = RunsLeft.in(space, experiment).judgeCount(3, ids);
    expect(ids.size()).as("the number of returned ids").toBe(3);
    List<LoggedRun> runs = ids.stream().map(left::returned).toList();
    runs.forEach(LoggedRun::judgeFinished);
    expect(runs.stream().map(LoggedRun::name).toList())
        .as("the names of the returned runs")
        .toHaveElementsInOrder(List.of("LR-Single-Feature", "LR-All-Features", "LR-Log-Price"));
    List<String> first = features.subList(0, 1);
    runs.get(0).judgeParams(params("price", first, dataVersion));
    runs.get(1).judgeParams(params("price", features, dataVersion));
    runs.get(2).judgeParams(params("log_price", features, dataVersion));
    fits.judge(runs.get(0), first, first);
    fits.judge(runs.get(1), features, first);
    fits.judgeByLog(runs.get(2), features, first);
  }

  @Check(task = 3, points = 6)
  void everyLossHasItsStep(TrackingLab lab, TrackingSpace space) {
    judgeLosses(
        lab,
        space,
        space.experiment("losses, first round"),
        new LossCurve(List.of(), List.of(0.9, 0.5, 0.5, 0.31), List.of()));
  }

  @Check(task = 3, points = 8)
  void anotherRoundGoesOnWhereTheLastOneStopped(TrackingLab lab, TrackingSpace space) {
    judgeLosses(
        lab,
        space,
        space.experiment("losses, another round"),
        new LossCurve(List.of(7.5, 6.0, 6.25), List.of(5.0, 5.5, 4.0, 4.0), List.of(2, 0, 1)));
  }

  private static void judgeLosses(
      TrackingLab lab, TrackingSpace space, String experiment, LossCurve curve) {
    String runId = space.client().createRun(experiment).getRunId();
    curve.logBefore(space.client(), runId);
    curve.judge(space.client(), runId, lab.logLosses(space.uri(), runId, curve.round()));
    space.client().setTerminated(runId);
  }

  @Check(task = 4, points = 6)
  void aFitThatWorksIsFinished(TrackingLab lab, TrackingSpace space, SparkSession spark) {
    Dataset<Row> flats = HandMade.flats(spark, HandMade.FLATS_TO_LEARN);
    PipelineModel model = new FitInRun(lab, space, "doubled").judgeFit(doubled("bedrooms"), flats);
    expect(compute("the fitted pipeline", () -> model.transform(flats).columns().length))
        .as("the number of columns of the transformed rows")
        .toBe(flats.columns().length + 1);
  }

  @Check(task = 4, points = 8)
  void aFitThatThrowsIsFailedAndTheCallerHearsOfIt(
      TrackingLab lab, TrackingSpace space, SparkSession spark) {
    Dataset<Row> flats = HandMade.flats(spark, HandMade.FLATS_TO_LEARN);
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"balconies"}).setOutputCol("features");
    Pipeline incomplete = new Pipeline().setStages(new PipelineStage[] {assembler});
    new FitInRun(lab, space, "no such column").judgeFailure(incomplete, flats, "balconies");
    new FitInRun(lab, space, "out of stack").judgeFailure(new EndlessFit(), flats, EndlessFit.SAID);
  }

  @Check(task = 5, points = 8, seconds = 60)
  void everyPageOfTheSearchIsRead(TrackingLab lab, TrackingSpace space) {
    HandMade.TUNED.judge(
        lab, space, space.experiment("search, many pages"), new Question("price", 120.0, 3, 3));
  }

  @Check(task = 5, points = 8, seconds = 60)
  void depthsAreNumbersAndLabelsAreTexts(TrackingLab lab, TrackingSpace space) {
    HandMade.TUNED.judge(
        lab, space, space.experiment("search, deep trees"), new Question("price", 112.5, 9, 3));
  }

  @Check(task = 6, points = 7)
  void trialsHangBelowTheirParent(TrackingLab lab, TrackingSpace space) {
    judgeTrials(
        lab,
        space,
        "tune the tree",
        new Trial(2, 131.5),
        new Trial(5, 104.25),
        new Trial(10, 127.0));
  }

  @Check(task = 6, points = 5)
  void theParentTellsTheBestTrialWhereverItStands(TrackingLab lab, TrackingSpace space) {
    judgeTrials(
        lab,
        space,
        "tune again",
        new Trial(7, 88.5),
        new Trial(3, 97.0),
        new Trial(6, 99.5),
        new Trial(4, 93.0));
  }

  private static void judgeTrials(
      TrackingLab lab, TrackingSpace space, String runName, Trial... trials) {
    ParamErrors.ALL.during(() -> new TrialTree(runName, List.of(trials)).judge(lab, space));
  }

  @Check(task = 7, points = 7, seconds = 60)
  void theModelCanBeFoundUnderstoodAndLoaded(
      TrackingLab lab, TrackingSpace space, SparkSession spark) {
    Dataset<Row> flats = HandMade.flats(spark, HandMade.FLATS_TO_LEARN);
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(new String[] {"accommodates", "bedrooms"})
            .setOutputCol("features");
    LinearRegression regression = new LinearRegression().setLabelCol("price");
    PipelineModel model =
        new Pipeline().setStages(new PipelineStage[] {assembler, regression}).fit(flats);
    judgeModel(
        lab,
        space,
        space.experiment("a model and its columns"),
        model,
        List.of("accommodates", "bedrooms"),
        flats,
        2);
  }

  @Check(task = 7, points = 5, seconds = 60)
  void theRunTellsWhichDataTheModelWasMadeFrom(
      TrackingLab lab, TrackingSpace space, SparkSession spark) {
    Dataset<Row> flats = HandMade.flats(spark, HandMade.FLATS_TO_JUDGE);
    judgeModel(
        lab,
        space,
        space.experiment("a model and its data"),
        doubled("bathrooms").fit(flats),
        List.of("bathrooms"),
        flats,
        11);
  }

  private static void judgeModel(
      TrackingLab lab,
      TrackingSpace space,
      String experiment,
      PipelineModel model,
      List<String> features,
      Dataset<Row> train,
      int version) {
    String runId = space.client().createRun(experiment).getRunId();
    try (TrainTable table = TrainTable.atVersion(version)) {
      String uri = lab.logModel(space.uri(), runId, model, features, train, table.path());
      ModelLogged logged = new ModelLogged(space, runId, features, train.schema(), "price");
      logged.judge(uri);
      logged.judgeDataset(table.path(), version);
      logged.judgeParity(uri, model, train);
    }
    space.client().setTerminated(runId);
  }

  /** A pipeline that is fitted in no time: it only multiplies. */
  private static Pipeline doubled(String column) {
    SQLTransformer twice =
        new SQLTransformer()
            .setStatement(
                "SELECT *, CAST(%s * 2 AS DOUBLE) AS prediction FROM __THIS__".formatted(column));
    return new Pipeline().setStages(new PipelineStage[] {twice});
  }

  private static Map<String, String> params(
      String label, List<String> features, String dataVersion) {
    return Map.of(
        "label", label, "features", String.join(",", features), "data_version", dataVersion);
  }

  /** The rows of a frame of numbers in plain Java. */
  private static Table table(Dataset<Row> frame) {
    List<List<Object>> rows =
        frame.collectAsList().stream()
            .map(row -> IntStream.range(0, row.size()).mapToObj(row::get).toList())
            .toList();
    return new Table(List.of(frame.columns()), rows);
  }
}
