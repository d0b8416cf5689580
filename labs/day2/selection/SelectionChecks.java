package day2.selection;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.selection.SelectionTruth;
import dev.kindling.data.selection.Signals;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Each task is judged on small hand-made rows and on the signals, against plain Java or against
 * what was planted. What is right for a task, and which mistakes are known, is in a class of its
 * own.
 */
final class SelectionChecks {

  private static final double LEAST_VARIANCE = 12.5;
  private static final double LEVEL = 0.05;
  private static final double WIDE_LEVEL = 0.1;
  private static final double TWINS = 0.9;
  private static final double STRENGTH = 0.2;
  private static final double MOTOR_STRENGTH = 1;
  private static final long SHUFFLE_SEED = 5;

  /** One column of noise or one lost among the five that matter: 5 of 6, or 4 of 5. */
  private static final double LIKE_ENOUGH = 0.8;

  /**
   * With about 15 features learned from 3,000 rows, the error grows by a factor of sqrt(1 + 15 /
   * 3000) = 1.0025 on average, and by chance up to twice as much. Without one of the features that
   * matter it is 1.2 times as large or more.
   */
  private static final double NO_WORSE = 1.03;

  @Check(task = 1, points = 6)
  void aColumnHasToChangeInTrain(SelectionLab lab, SparkSession spark) {
    Table train = HandMade.GAUGES_TO_LEARN;
    Table test = HandMade.GAUGES_TO_JUDGE;
    double least = HandMade.LEAST_VARIANCE;
    new VaryingColumns(train, test, HandMade.GAUGES, least)
        .judge(
            lab.varyingColumns(
                HandMade.frame(spark, train), HandMade.frame(spark, test), HandMade.GAUGES, least));
  }

  @Check(task = 1, points = 4)
  void signalsOfOtherRowsHaveToChangeInTheirOwnUnits(SelectionLab lab, Signals signals) {
    new VaryingColumns(
            signals.truth().canary(), signals.truth().test(), Signals.NUMBERS, LEAST_VARIANCE)
        .judge(
            lab.varyingColumns(signals.canary(), signals.test(), Signals.NUMBERS, LEAST_VARIANCE));
  }

  @Check(task = 2, points = 7)
  void treesAreTestedAgainstClasses(SelectionLab lab, SparkSession spark) {
    judgeTests(lab, HandMade.frame(spark, HandMade.TREES), "sick");
  }

  @Check(task = 2, points = 7)
  void treesAreTestedAgainstANumber(SelectionLab lab, SparkSession spark) {
    judgeTests(lab, HandMade.frame(spark, HandMade.TREES), "fruit");
  }

  @Check(task = 2, points = 4, seconds = 40)
  void signalsOfOtherRowsAreTestedToo(SelectionLab lab, Signals signals) {
    List<String> columns =
        Stream.concat(Signals.CATEGORIES.stream(), changing(signals).stream().limit(8)).toList();
    new ColumnTests(signals.truth().canary(), columns, Signals.TARGET)
        .judge(lab.testColumns(signals.canary(), columns, Signals.TARGET));
  }

  @Check(task = 3, points = 7)
  void columnsOfMachinesAreChosenInTrain(SelectionLab lab, Signals signals, SparkSession spark) {
    Dataset<Row> train = HandMade.frame(spark, HandMade.MACHINES_TO_LEARN);
    Dataset<Row> test = HandMade.frame(spark, HandMade.MACHINES_TO_JUDGE);
    new SelectedByTest(
            HandMade.MACHINES_TO_LEARN,
            HandMade.MACHINES_TO_JUDGE,
            HandMade.MACHINE_COLUMNS,
            "fault",
            HandMade.MACHINE_LEVEL,
            signals.truth().wide())
        .judge(
            () ->
                lab.selectByTest(
                    train, test, HandMade.MACHINE_COLUMNS, "fault", HandMade.MACHINE_LEVEL),
            test,
            HandMade.MACHINES_TO_JUDGE);
  }

  @Check(task = 3, points = 6)
  void noiseIsNotChosenByTheRowsThatJudge(SelectionLab lab, Signals signals, SparkSession spark) {
    WideColumns wide = WideColumns.of(signals.truth().wide());
    Dataset<Row> train = HandMade.frame(spark, wide.train());
    Dataset<Row> test = HandMade.frame(spark, wide.test());
    List<String> columns = WideColumns.columns();
    String label = WideColumns.LABEL;
    new SelectedByTest(
            wide.train(), wide.test(), columns, label, WIDE_LEVEL, signals.truth().wide())
        .judge(() -> lab.selectByTest(train, test, columns, label, WIDE_LEVEL), test, wide.test());
  }

  @Check(task = 3, points = 5, seconds = 40)
  void signalsOfANumberAreFound(SelectionLab lab, Signals signals) {
    SelectionTruth truth = signals.truth();
    new SelectedByTest(
            truth.train(), truth.test(), Signals.NUMBERS, Signals.TARGET, LEVEL, truth.wide())
        .judge(
            () ->
                lab.selectByTest(
                    signals.train(), signals.test(), Signals.NUMBERS, Signals.TARGET, LEVEL),
            signals.canary(),
            truth.canary());
  }

  @Check(task = 4, points = 7)
  void oneOfEachPairOfTwinsIsKept(SelectionLab lab, SparkSession spark) {
    new Twins(HandMade.PLANT, HandMade.PLANT_COLUMNS, "output", TWINS)
        .judge(
            lab.dropTwins(
                HandMade.frame(spark, HandMade.PLANT), HandMade.PLANT_COLUMNS, "output", TWINS));
  }

  @Check(task = 4, points = 5)
  void signalsOfOtherRowsAreKeptOnce(SelectionLab lab, Signals signals) {
    List<String> columns = changing(signals);
    new Twins(signals.truth().canary(), columns, Signals.TARGET, TWINS)
        .judge(lab.dropTwins(signals.canary(), columns, Signals.TARGET, TWINS));
  }

  @Check(task = 5, points = 8)
  void thePenaltyLeavesWhatMovesTheMotor(SelectionLab lab, SparkSession spark) {
    Table learned = HandMade.MOTORS_TO_LEARN;
    Table rows = HandMade.MOTORS_TO_JUDGE;
    List<String> columns = HandMade.MOTOR_COLUMNS;
    Dataset<Row> test = HandMade.frame(spark, rows);
    PipelineModel model =
        lab.selectByLasso(HandMade.frame(spark, learned), test, columns, "power", MOTOR_STRENGTH);
    new LassoChoice(learned, rows, columns, "power", MOTOR_STRENGTH)
        .judge(VectorNames.ofColumns(rows, columns).of(model, test, "selected"));
  }

  @Check(task = 5, points = 6)
  void thePenaltyFindsWhatWasPlanted(SelectionLab lab, Signals signals) {
    PipelineModel model =
        lab.selectByLasso(
            signals.train(), signals.test(), Signals.NUMBERS, Signals.TARGET, STRENGTH);
    List<String> selected =
        VectorNames.ofColumns(signals.truth().canary(), Signals.NUMBERS)
            .of(model, signals.canary(), "selected");
    List<String> planted = signals.truth().roles().informative();
    expect(SelectionTruth.jaccard(selected, planted))
        .as("the share of columns that both what you chose and what was planted have")
        .toBeAtLeast(LIKE_ENOUGH)
        .diagnose(
            "nothing-is-zero",
            share -> selected.size() == Signals.NUMBERS.size(),
            "All 30 columns stayed: no coefficient is exactly zero. Of the two penalties only L1 does that: set `elasticNetParam` to 1, and `regParam` to the strength.")
        .help(
            "Chosen were %s; planted are %d columns, and the other %d are copies and noise."
                .formatted(
                    Cells.names(selected),
                    planted.size(),
                    Signals.NUMBERS.size() - planted.size()));
  }

  @Check(task = 6, points = 8)
  void whatIsKnownByHeartIsWorthNothing(SelectionLab lab, SparkSession spark) {
    LateTrains.importances()
        .judge(
            lab.importances(
                LateTrains.model(spark),
                LateTrains.train(spark),
                LateTrains.test(spark),
                LateTrains.COLUMNS,
                LateTrains.LABEL,
                SHUFFLE_SEED));
  }

  @Check(task = 6, points = 8, seconds = 60)
  void manyLevelsAreWorthNothing(SelectionLab lab, Signals signals) {
    ManyLevels tree = ManyLevels.of(signals);
    Dataset<Row> importances =
        lab.importances(
            tree.model(), tree.train(), tree.test(), tree.columns(), Signals.LABEL, SHUFFLE_SEED);
    tree.importances().judge(importances);
  }

  @Check(task = 7, points = 7)
  void ridesToComeFitTheFormulaOfTrain(SelectionLab lab, SparkSession spark) {
    Table rows = HandMade.RIDES_TO_COME;
    Dataset<Row> test = HandMade.frame(spark, rows);
    Dataset<Row> train = HandMade.frame(spark, HandMade.RIDES_TO_LEARN);
    List<String> numbers = List.of("hours", "distance");
    List<String> categories = List.of("site", "gear");
    new FormulaVector(HandMade.RIDES_TO_LEARN, rows, numbers, categories)
        .judge(
            () -> lab.formulaFeatures(train, test, numbers, categories, "price"),
            test.drop("price"),
            rows);
  }

  @Check(task = 7, points = 5, seconds = 60)
  void eightColumnsPredictAsWellAsThirtyEight(SelectionLab lab, Signals signals) {
    SelectionTruth truth = signals.truth();
    List<String> numbers = truth.roles().informative();
    List<String> categories = truth.roles().informativeCategories();
    Dataset<Row> train = signals.train();
    Dataset<Row> test = signals.test();
    OneUnseenLevel later = new OneUnseenLevel(truth.test(), categories.get(0));
    PipelineModel model =
        new FormulaVector(truth.train(), truth.test(), numbers, categories)
            .judge(
                () -> lab.formulaFeatures(train, test, numbers, categories, Signals.TARGET),
                later.in(test),
                later.rows());
    double rmse = compute("the predictions", () -> rmse(model, train, test));
    expect(rmse)
        .as("the RMSE of a linear regression on test")
        .toBeAtMost(NO_WORSE * truth.floorRmse(truth.test()));
  }

  private static void judgeTests(SelectionLab lab, Dataset<Row> trees, String label) {
    new ColumnTests(HandMade.TREES, HandMade.TREE_COLUMNS, label)
        .judge(lab.testColumns(trees, HandMade.TREE_COLUMNS, label));
  }

  /** The numbers without the one that may be constant in a few rows. */
  private static List<String> changing(Signals signals) {
    String nearConstant = signals.truth().roles().nearConstant();
    return Signals.NUMBERS.stream().filter(column -> !column.equals(nearConstant)).toList();
  }

  /** The switches of a category add up to one, so a little penalty has to choose among them. */
  private static double rmse(PipelineModel model, Dataset<Row> train, Dataset<Row> test) {
    return new RegressionEvaluator()
        .setLabelCol(Signals.TARGET)
        .evaluate(
            new LinearRegression()
                .setLabelCol(Signals.TARGET)
                .setRegParam(0.001)
                .fit(model.transform(train))
                .transform(model.transform(test)));
  }
}
