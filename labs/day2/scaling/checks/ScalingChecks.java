package day2.scaling.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import day2.scaling.Comparison;
import day2.scaling.Effects;
import day2.scaling.ScalingLab;
import dev.kindling.check.Check;
import dev.kindling.check.FrameExpectation;
import dev.kindling.check.Given;
import dev.kindling.check.KnownErrors;
import dev.kindling.check.ThrowingSupplier;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.Values;
import dev.kindling.data.segments.AdjustedRand;
import dev.kindling.data.segments.Segments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each task is judged on small hand-made rows and on customers, both against plain Java. */
final class ScalingChecks {

  private static final List<String> ROWER_COLUMNS = List.of("weight", "seats", "height");

  private static final List<String> LOUD_AND_QUIET =
      List.of(Segments.LOUD, "visits", Segments.CONSTANT, Segments.SPARSE);

  /** Scaled numbers are around 1; two right answers differ by rounding, some 1e-13. */
  private static final double ROUNDING = 1e-9;

  @Check(task = 1, points = 9)
  void valuesAreMeasuredInStandardDeviationsOfTrain(ScalingLab lab, Given given) {
    judgeStandard(lab, given, HandMade.ROWERS_TO_LEARN, HandMade.ROWERS_TO_SCALE, ROWER_COLUMNS);
  }

  @Check(task = 1, points = 7)
  void customersOfTestAreScaledWithTheNumbersOfTrain(
      ScalingLab lab, Segments segments, Given given) {
    judgeStandard(
        lab, given, segments.truth().train(), segments.truth().test(), LOUD_AND_QUIET);
  }

  private static void judgeStandard(
      ScalingLab lab, Given given, Table train, Table df, List<String> columns) {
    Values first = train.values(columns.get(0));
    judgeScaled(
        () -> lab.standardize(given.frame(train), given.frame(df), columns),
        df,
        Scales.learned(train, columns, Scales::standard),
        rows ->
            rows.fact("size less one", train.size() - 1)
                .fact("first", columns.get(0))
                .fact("uncentred", "%.1f".formatted(first.mean() / first.sd())));
  }

  @Check(task = 2, points = 8)
  void trainEndsAtTheRangeAndOtherRowsMayLieBeyond(ScalingLab lab, Given given) {
    judgeRange(
        lab, given, HandMade.ROWERS_TO_LEARN, HandMade.ROWERS_TO_SCALE, ROWER_COLUMNS, -1, 3);
  }

  /** Half of test, so that its own smallest value is not that of train and test together. */
  @Check(task = 2, points = 6)
  void customersOfTestLeaveTheRangeOfTrain(ScalingLab lab, Segments segments, Given given) {
    Table frequent = segments.truth().test().where(row -> row.number("visits") > 50);
    judgeRange(lab, given, segments.truth().train(), frequent, LOUD_AND_QUIET, 0, 1);
  }

  private static void judgeRange(
      ScalingLab lab,
      Given given,
      Table train,
      Table df,
      List<String> columns,
      double low,
      double high) {
    Function<TableRow, List<Double>> right =
        Scales.learned(train, columns, values -> Scales.range(values, low, high));
    judgeScaled(
        () -> lab.scaleToRange(given.frame(train), given.frame(df), columns, low, high),
        df,
        right,
        rows ->
            rows.fact("low", low)
                .fact("high", high)
                .fact("middle", (low + high) / 2)
                .fact(
                    "beyond",
                    df.where(row -> right.apply(row).stream().anyMatch(x -> x < low || x > high))
                        .size()));
  }

  /** Judges what is to stay first, then the vectors. */
  private static void judgeScaled(
      ThrowingSupplier<Dataset<Row>> scaling,
      Table df,
      Function<TableRow, List<Double>> right,
      Function<FrameExpectation, FrameExpectation> facts) {
    KnownErrors.none()
        .diagnose(
            "divided-by-zero",
            error -> error.hasCondition("DIVIDE_BY_ZERO"),
            "A column with a single value in train has a standard deviation and a range of 0, and Spark 4 stops at a division by zero. Decide for such a column first, as the task says, or use Spark's scaler, which does.")
        .during(
            () -> {
              Dataset<Row> scaled = scaling.get();
              String[] kept = df.columns().toArray(String[]::new);
              expect(scaled).as("the scaled frame").toContainColumns("scaled");
              expect(compute("the columns of `df`", () -> scaled.selectExpr(kept)))
                  .as("the columns of `df`, which are to stay as they were")
                  .toHaveRows(df);
              Dataset<Row> shown = scaled.select(df.columns().get(0), "scaled");
              facts
                  .apply(expect(shown).as("the scaled rows").within("scaled", ROUNDING))
                  .toHaveRows(
                      df.with("scaled:vector", right).select(df.columns().get(0), "scaled"));
            });
  }

  @Check(task = 3, points = 8)
  void eachScalerDoesWhatItDoesByDefault(ScalingLab lab, Given given) {
    judgeComparison(lab, given, HandMade.PARCELS, List.of("warmth", "bags", "weight"), ROUNDING);
  }

  /**
   * Ways to find a quartile of 400 rows differ by up to two ranks, a share of 0.005. Near its
   * quartiles a column has at least 0.2 of its rows within a standard deviation of a segment, so
   * both quartiles together are off by 0.05 of it on average. That is 1 % of the range between the
   * quartiles of visits and 4 % of that of income; scaled values go up to 7, and gaps between rows
   * vary.
   */
  @Check(task = 3, points = 6)
  void scalersAreComparedOnCustomersThatNobodyHasSeen(
      ScalingLab lab, Segments segments, Given given) {
    List<String> columns = List.of("visits", Segments.LOUD);
    judgeComparison(lab, given, segments.truth().canary(), columns, 0.5);
  }

  /** Judges one scaler after the other, so that each message is about one. */
  private static void judgeComparison(
      ScalingLab lab, Given given, Table df, List<String> columns, double quartilesOff) {
    Dataset<Row> compared = lab.compareScalers(given.frame(df), columns);
    expect(compared)
        .as("the comparison")
        .toHaveColumns("scaler", "column", "min", "max", "mean", "sd");
    Dataset<Row> rows =
        compute(
            "the comparison",
            () -> given.spark().createDataFrame(compared.collectAsList(), compared.schema()));
    Map<String, Table> right = Scales.compared(df, columns);
    expect(rows.select("scaler").distinct())
        .as("the scalers")
        .toHaveRows(right.keySet().stream().reduce(Table.of("scaler:string"), Table::row, Table::union));
    right.forEach(
        (scaler, table) ->
            expect(rows.where(col("scaler").equalTo(scaler)).drop("scaler"))
                .as("the rows of " + scaler)
                .within(scaler.equals("RobustScaler") ? quartilesOff : ROUNDING)
                .toHaveRows(table));
  }

  @Check(task = 4, points = 9)
  void numbersAreScaledAndOneHotVectorsAreNot(ScalingLab lab, Given given) {
    new MixedFeatures(
            HandMade.SALES_TO_LEARN,
            HandMade.SALES_TO_PREPARE,
            List.of("length", "price", "weight"),
            List.of("shop", "colour"),
            "price")
        .judge(lab, given);
  }

  @Check(task = 4, points = 7)
  void shopsOfCustomersStaySparse(ScalingLab lab, Segments segments, Given given) {
    new MixedFeatures(
            MixedFeatures.withShops(segments.truth().test()),
            MixedFeatures.withShops(segments.truth().canary()),
            List.of(Segments.LABEL, "age", Segments.LOUD),
            List.of("shop"),
            Segments.LABEL)
        .judge(lab, given);
  }

  @Check(task = 5, points = 6, seconds = 60)
  void groupsAreNotSlicesOfTheLoudestColumn(ScalingLab lab, Given given) {
    List<String> columns = List.of("prize", "laps", "turns", "stops", "crew");
    Dataset<Row> teams = given.frame(HandMade.TEAMS);
    new Grouping("id", 2, ScalingChecks::agreementOfTeams)
        .judge(seed -> lab.groupingPipeline(columns, 2, seed), teams, teams);
  }

  private static double agreementOfTeams(Map<Integer, Integer> groups) {
    return AdjustedRand.of(
        groups.keySet().stream().map(id -> id <= 6).toList(), List.copyOf(groups.values()));
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
  void aTreeIsTheSameOnAnyScale(ScalingLab lab, Given given) {
    double rmse = Math.sqrt(6 / 5.0);
    judgeErrors(
        lab.compareWithAndWithout(
            new DecisionTreeRegressor().setMaxDepth(1).setLabelCol("toll"),
            given.frame(HandMade.TOLLS_TO_LEARN),
            given.frame(HandMade.TOLLS_TO_PREDICT),
            List.of("axles", "metres"),
            "toll"),
        new Comparison(rmse, rmse),
        HandMade.TOLLS_TO_LEARN.values("toll"));
  }

  /**
   * A penalty on coefficients depends on their units, unless the regression standardises. It learns
   * from the smaller part here, since it is fitted four times.
   */
  @Check(task = 6, points = 7, seconds = 60)
  void aPenaltyIsNotTheSameOnAnyScale(ScalingLab lab, Segments segments, Given given) {
    List<String> columns = new ArrayList<>(Segments.FEATURES);
    columns.remove(Segments.CONSTANT);
    Table train = segments.truth().test();
    Table test = segments.truth().canary();
    Supplier<LinearRegression> penalised =
        () ->
            new LinearRegression()
                .setLabelCol(Segments.LABEL)
                .setRegParam(100)
                .setStandardization(false);
    // The same regressor on vectors that were made in plain Java.
    ToDoubleFunction<Function<Values, DoubleUnaryOperator>> rmse =
        scale -> {
          Function<TableRow, List<Double>> scaled = Scales.learned(train, columns, scale);
          return new RegressionEvaluator()
              .setLabelCol(Segments.LABEL)
              .evaluate(
                  penalised
                      .get()
                      .fit(given.frame(train.with("features:vector", scaled)))
                      .transform(given.frame(test.with("features:vector", scaled))));
        };
    judgeErrors(
        lab.compareWithAndWithout(
            penalised.get(), given.frame(train), given.frame(test), columns, Segments.LABEL),
        new Comparison(
            rmse.applyAsDouble(values -> value -> value), rmse.applyAsDouble(Scales::standard)),
        train.values(Segments.LABEL));
  }

  private static void judgeErrors(Comparison found, Comparison right, Values label) {
    expect(compute("the errors", () -> errors(found)))
        .as("the RMSE on test")
        .within(1e-6) // two right answers add numbers in another order
        .fact("sd", "%,.2f".formatted(label.sd()))
        .toHaveEntries(errors(right));
  }

  private static Map<String, Double> errors(Comparison comparison) {
    return Map.of("plain", comparison.plain(), "scaled", comparison.scaled());
  }

  @Check(task = 7, points = 8)
  void effectsAreInUnitsWithAScalerAndWithout(ScalingLab lab, Given given) {
    List<String> columns = List.of("km", "bags", "weight");
    Dataset<Row> freight = given.frame(HandMade.FREIGHT);
    Table train = HandMade.FREIGHT.drop("price");
    double[] right = {3, -0.05, 0, 2};
    judgeEffects(
        lab, given, Lines.fit(freight, columns, "price", new StandardScaler()), train, right);
    judgeEffects(lab, given, Lines.fit(freight, columns, "price"), train, right);
  }

  @Check(task = 7, points = 6)
  void spendingIsReadInDollars(ScalingLab lab, Segments segments, Given given) {
    StandardScaler scaler = new StandardScaler().setWithMean(true);
    PipelineModel model =
        Lines.fit(segments.train(), Segments.FEATURES, Segments.LABEL, scaler);
    Table train = segments.truth().train().drop(Segments.LABEL);
    judgeEffects(lab, given, model, train, Lines.asked(given, model));
  }

  /** What is right is the intercept and then the effect of each column per unit. */
  private static void judgeEffects(
      ScalingLab lab, Given given, PipelineModel model, Table train, double[] right) {
    KnownErrors.none()
        .diagnose(
            "scaler-expected",
            error -> error.is(ClassCastException.class),
            "A stage is not of the type that you cast it to. Not every model here has a scaler: one has an assembler and a regression, and no more. Look for a `StandardScalerModel` among the stages, and take the last stage for the regression.")
        .diagnose(
            "refitted",
            error -> error.passedThrough("org.apache.spark.ml.util.SchemaUtils"),
            "You fit something on `train` again, and it has no label here. The question is what *this* model has learned, perhaps from rows that nobody has any more; read it from its stages. `train` is only there for the standard deviations of the columns.")
        .during(
            () -> {
              Effects effects = lab.effects(model, given.frame(train));
              Map<String, Double> perUnit = new LinkedHashMap<>();
              Map<String, Double> perSd = new LinkedHashMap<>();
              for (String column : Lines.columns(model)) {
                double effect = right[1 + perUnit.size()];
                perUnit.put(column, effect);
                perSd.put(column, effect * train.values(column).sd());
              }
              expect(compute("the effects", () -> effects.perUnit()))
                  .as("the effects per unit")
                  .within(1e-6) // sums of thousands of dollars; the smallest effect is 0.01
                  .toHaveEntries(perUnit);
              expect(effects.intercept()).as("the intercept").within(1e-6).toBe(right[0]);
              expect(effects.perSd())
                  .as("the effects per standard deviation")
                  .within(1e-6)
                  .toHaveEntries(perSd);
            });
  }
}
