package day2.scaling;

import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.segments.AdjustedRand;
import dev.kindling.data.segments.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Each task is judged on small hand-made rows and on customers, both against plain Java. What is
 * right for a task, and which mistakes are known, is in a class of its own.
 */
final class ScalingChecks {

  private static final List<String> LOUD_AND_QUIET =
      List.of(Segments.LOUD, "visits", Segments.CONSTANT, Segments.SPARSE);

  private static final List<String> WITHOUT_CONSTANT =
      Stream.concat(Segments.TELLING.stream(), Stream.of(Segments.LOUD, Segments.SPARSE)).toList();

  @Check(task = 1, points = 9)
  void valuesAreMeasuredInStandardDeviationsOfTrain(ScalingLab lab, SparkSession spark) {
    Dataset<Row> train = HandMade.frame(spark, HandMade.ROWERS_TO_LEARN, HandMade.ROWERS);
    Dataset<Row> df = HandMade.frame(spark, HandMade.ROWERS_TO_SCALE, HandMade.ROWERS);
    List<String> columns = HandMade.ROWER_COLUMNS;
    Standardizing standardizing =
        new Standardizing(
            new Numbers(HandMade.ROWERS_TO_LEARN, columns),
            new Numbers(HandMade.ROWERS_TO_SCALE, columns));
    ScaledFrame.ERRORS.during(() -> standardizing.judge(lab.standardize(train, df, columns)));
  }

  @Check(task = 1, points = 7)
  void customersOfTestAreScaledWithTheNumbersOfTrain(ScalingLab lab, Segments segments) {
    Standardizing standardizing =
        new Standardizing(
            new Numbers(segments.truth().train(), LOUD_AND_QUIET),
            new Numbers(segments.truth().test(), LOUD_AND_QUIET));
    ScaledFrame.ERRORS.during(
        () ->
            standardizing.judge(
                lab.standardize(segments.train(), segments.test(), LOUD_AND_QUIET)));
  }

  @Check(task = 2, points = 8)
  void trainEndsAtTheRangeAndOtherRowsMayLieBeyond(ScalingLab lab, SparkSession spark) {
    Dataset<Row> train = HandMade.frame(spark, HandMade.ROWERS_TO_LEARN, HandMade.ROWERS);
    Dataset<Row> df = HandMade.frame(spark, HandMade.ROWERS_TO_SCALE, HandMade.ROWERS);
    List<String> columns = HandMade.ROWER_COLUMNS;
    Ranging ranging =
        new Ranging(
            new Numbers(HandMade.ROWERS_TO_LEARN, columns),
            new Numbers(HandMade.ROWERS_TO_SCALE, columns),
            -1,
            3);
    ScaledFrame.ERRORS.during(() -> ranging.judge(lab.scaleToRange(train, df, columns, -1, 3)));
  }

  /** Half of test, so that its own smallest value is not that of train and test together. */
  @Check(task = 2, points = 6)
  void customersOfTestLeaveTheRangeOfTrain(ScalingLab lab, Segments segments) {
    Table test = segments.truth().test();
    int visits = test.columns().indexOf("visits");
    Table frequent =
        new Table(
            test.columns(),
            test.rows().stream().filter(row -> (Double) row.get(visits) > 50).toList());
    Ranging ranging =
        new Ranging(
            new Numbers(segments.truth().train(), LOUD_AND_QUIET),
            new Numbers(frequent, LOUD_AND_QUIET),
            0,
            1);
    ScaledFrame.ERRORS.during(
        () ->
            ranging.judge(
                lab.scaleToRange(
                    segments.train(), segments.test().where("visits > 50"), LOUD_AND_QUIET, 0, 1)));
  }

  @Check(task = 3, points = 8)
  void eachScalerDoesWhatItDoesByDefault(ScalingLab lab, SparkSession spark) {
    new ScalerTable(new Numbers(HandMade.SOME_PARCELS, HandMade.PARCEL_COLUMNS), 1e-9)
        .judge(
            lab.compareScalers(
                HandMade.frame(spark, HandMade.SOME_PARCELS, HandMade.PARCELS),
                HandMade.PARCEL_COLUMNS));
  }

  /**
   * Ways to find a quartile of 400 rows differ by up to two ranks, a share of 0.005. Near its
   * quartiles a column has at least 0.2 of its rows within a standard deviation of a segment, so
   * both quartiles together are off by 0.05 of it on average. That is 1 % of the range between the
   * quartiles of visits and 4 % of that of income; scaled values go up to 7, and gaps between rows
   * vary.
   */
  @Check(task = 3, points = 6)
  void scalersAreComparedOnCustomersThatNobodyHasSeen(ScalingLab lab, Segments segments) {
    List<String> columns = List.of("visits", Segments.LOUD);
    new ScalerTable(new Numbers(segments.truth().canary(), columns), 0.5)
        .judge(lab.compareScalers(segments.canary(), columns));
  }

  @Check(task = 4, points = 9)
  void numbersAreScaledAndOneHotVectorsAreNot(ScalingLab lab, SparkSession spark) {
    List<String> numbers = HandMade.SALE_NUMBERS;
    List<String> oneHots = HandMade.SALE_ONE_HOTS;
    OneHots slots = HandMade.SALE_SLOTS;
    new MixedFeatures(
            HandMade.SALES_TO_LEARN, HandMade.SALES_TO_PREPARE, numbers, oneHots, slots, "price")
        .judge(
            lab.featurePipeline(numbers, oneHots, "price"),
            slots.frame(spark, HandMade.SALES_TO_LEARN, HandMade.SALES),
            slots.frame(spark, HandMade.SALES_TO_PREPARE, HandMade.SALES));
  }

  @Check(task = 4, points = 7)
  void shopsOfCustomersStaySparse(ScalingLab lab, Segments segments, SparkSession spark) {
    Table train = Shops.of(segments.truth().test());
    Table other = Shops.of(segments.truth().canary());
    List<String> numbers = List.of(Segments.LABEL, "age", Segments.LOUD);
    List<String> oneHots = List.of(Shops.COLUMN);
    new MixedFeatures(train, other, numbers, oneHots, Shops.SLOTS, Segments.LABEL)
        .judge(
            lab.featurePipeline(numbers, oneHots, Segments.LABEL),
            Shops.SLOTS.frame(spark, train, Shops.SCHEMA),
            Shops.SLOTS.frame(spark, other, Shops.SCHEMA));
  }

  @Check(task = 5, points = 6, seconds = 60)
  void groupsAreNotSlicesOfTheLoudestColumn(ScalingLab lab, SparkSession spark) {
    Dataset<Row> teams = HandMade.frame(spark, HandMade.SOME_TEAMS, HandMade.TEAMS);
    new Grouping("id", 2, ScalingChecks::agreementOfTeams)
        .judge(seed -> lab.groupingPipeline(HandMade.TEAM_COLUMNS, 2, seed), teams, teams);
  }

  @Check(task = 5, points = 8, seconds = 60)
  void segmentsOfUnseenCustomersAreFound(ScalingLab lab, Segments segments) {
    List<String> columns = new ArrayList<>(Segments.TELLING);
    columns.add(2, Segments.LOUD);
    columns.add(Segments.CONSTANT);
    new Grouping("customer_id", 4, groups -> segments.truth().agreement(groups))
        .judge(seed -> lab.groupingPipeline(columns, 4, seed), segments.train(), segments.canary());
  }

  /** A tree asks whether a value is above another, and scaling keeps the order. */
  @Check(task = 6, points = 5, seconds = 60)
  void aTreeIsTheSameOnAnyScale(ScalingLab lab, SparkSession spark) {
    List<String> columns = HandMade.TOLL_COLUMNS;
    Experiment experiment =
        new Experiment(
            spark,
            new DecisionTreeRegressor().setMaxDepth(1).setLabelCol("toll"),
            new Numbers(HandMade.TOLLS_TO_LEARN, columns),
            new Numbers(HandMade.TOLLS_TO_PREDICT, columns),
            "toll");
    experiment.judge(
        lab.compareWithAndWithout(
            experiment.fresh(),
            HandMade.frame(spark, HandMade.TOLLS_TO_LEARN, HandMade.TOLLS),
            HandMade.frame(spark, HandMade.TOLLS_TO_PREDICT, HandMade.TOLLS),
            columns,
            "toll"),
        new Comparison(HandMade.TOLL_RMSE, HandMade.TOLL_RMSE));
  }

  /**
   * A penalty on coefficients depends on their units, unless the regression standardises. It learns
   * from the smaller part here, since it is fitted four times.
   */
  @Check(task = 6, points = 7, seconds = 60)
  void aPenaltyIsNotTheSameOnAnyScale(ScalingLab lab, Segments segments, SparkSession spark) {
    Experiment experiment =
        new Experiment(
            spark,
            new LinearRegression()
                .setLabelCol(Segments.LABEL)
                .setRegParam(100)
                .setStandardization(false),
            new Numbers(segments.truth().test(), WITHOUT_CONSTANT),
            new Numbers(segments.truth().canary(), WITHOUT_CONSTANT),
            Segments.LABEL);
    experiment.judge(
        lab.compareWithAndWithout(
            experiment.fresh(),
            segments.test(),
            segments.canary(),
            WITHOUT_CONSTANT,
            Segments.LABEL),
        experiment.right());
  }

  @Check(task = 7, points = 8)
  void effectsAreInUnitsWithAScalerAndWithout(ScalingLab lab, SparkSession spark) {
    Dataset<Row> freight = HandMade.frame(spark, HandMade.SOME_FREIGHT, HandMade.FREIGHT);
    Numbers train = new Numbers(HandMade.SOME_FREIGHT, HandMade.FREIGHT_COLUMNS);
    Dataset<Row> unpriced = freight.drop("price");
    double[] perUnit = {-0.05, 0, 2};
    PipelineModel divided = Lines.fit(freight, train.columns(), "price", new StandardScaler());
    PipelineModel plain = Lines.fit(freight, train.columns(), "price");
    FittedLine.ERRORS.during(
        () -> {
          FittedLine.of(divided, train, 3, perUnit).judge(lab.effects(divided, unpriced));
          FittedLine.of(plain, train, 3, perUnit).judge(lab.effects(plain, unpriced));
        });
  }

  @Check(task = 7, points = 6)
  void spendingIsReadInDollars(ScalingLab lab, Segments segments, SparkSession spark) {
    Numbers train = new Numbers(segments.truth().train(), Segments.FEATURES);
    PipelineModel model =
        Lines.fit(
            segments.train(),
            train.columns(),
            Segments.LABEL,
            new StandardScaler().setWithMean(true));
    FittedLine line = FittedLine.asked(spark, model, train);
    FittedLine.ERRORS.during(
        () -> line.judge(lab.effects(model, segments.train().drop(Segments.LABEL))));
  }

  private static double agreementOfTeams(Map<Integer, Integer> groups) {
    List<Integer> ids = List.copyOf(groups.keySet());
    return AdjustedRand.of(
        ids.stream().map(HandMade.TEAM_GROUPS::get).toList(),
        ids.stream().map(groups::get).toList());
  }
}
