package day2.imputation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectJobs;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.AnswerError;
import dev.kindling.check.Check;
import dev.kindling.check.FrameExpectation;
import dev.kindling.check.JobsExpectation;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import dev.kindling.data.listings.ListingsTruth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * Each task is judged on small hand-made rows and on listings, both against plain Java. What the
 * checks of a task share is one method, which also knows the task's mistakes.
 */
final class ImputationChecks {

  private static final List<String> GAPS = ListingsTruth.NUMERIC_GAPS;
  private static final String LABEL = "price";

  // Task 1

  @Check(task = 1, points = 7)
  void onlyNullsCountAlsoInTwoColumnsAtOnce(ImputationLab lab, SparkSession spark) {
    List<String> columns = List.of("rent", "title", "rooms", "beds");
    Dataset<Row> flats = HandMade.frame(spark, HandMade.SOME_FLATS, HandMade.FLATS);
    judgeCounts(lab.countGaps(flats, columns), new GapCounts(HandMade.SOME_FLATS, columns));
  }

  @Check(task = 1, points = 5)
  void allListingsAreCountedInOnePass(ImputationLab lab, Listings listings, SparkSession spark) {
    List<String> columns =
        List.of(
            "host_income",
            ListingsTruth.CATEGORICAL_GAP,
            "bathrooms",
            "review_scores_rating",
            "review_scores_location");
    Dataset<Row> train = listings.train();
    // One job for the counts, one for the number of rows, one to spare; a job per pair would be 15.
    JobsExpectation<Dataset<Row>> counted =
        expectJobs(
                spark,
                () -> {
                  Dataset<Row> counts = lab.countGaps(train, columns);
                  return spark.createDataFrame(counts.collectAsList(), counts.schema());
                })
            .as("counting")
            .toBeAtMost(3)
            .diagnose(
                "one-job-per-count",
                jobs -> jobs >= columns.size(),
                jobs ->
                    "Counting the gaps of %d columns started %d Spark jobs: each `count()` reads all rows again. Put all counts into one `agg`; it is one job, however many columns there are."
                        .formatted(columns.size(), jobs));
    judgeCounts(counted.result(), new GapCounts(listings.truth().train(), columns));
  }

  private static void judgeCounts(Dataset<Row> counts, GapCounts gaps) {
    expect(counts)
        .as("the counts")
        .toHaveRows(gaps.right())
        .diagnose(
            "values-not-gaps",
            gaps.ofValues(),
            "These are the rows that have a value: `count(column)` leaves nulls out, it does not count them. Count the rows where `isNull()` holds.")
        .diagnose(
            "either-not-both",
            gaps.ofEither(),
            "These rows have a gap in at least one of the two columns, so every pair looks worse than its columns. A pair is missing together only where both are null: join the two conditions with `and`.")
        .diagnose(
            "empty-is-a-gap",
            gaps.withEmptyValues(),
            "Empty texts and zeros were counted as gaps. They are values: somebody told them. Only null is a gap here.");
  }

  // Task 2

  @Check(task = 2, points = 10)
  void sentinelsOfAColumnBecomeMarkedGaps(ImputationLab lab, SparkSession spark) {
    List<String> columns = List.of("rooms", "rent", "beds");
    Dataset<Row> flats = HandMade.frame(spark, HandMade.SOME_FLATS, HandMade.FLATS);
    judgeMarks(
        lab.markGaps(flats, columns, HandMade.ROOMS_UNKNOWN),
        HandMade.SOME_FLATS,
        new Marks(columns, HandMade.ROOMS_UNKNOWN));
  }

  @Check(task = 2, points = 8)
  void listingsThatNobodyHasSeenAreMarkedToo(ImputationLab lab, Listings listings) {
    judgeMarks(
        lab.markGaps(listings.canary(), GAPS, MarkedFrames.SENTINELS),
        listings.truth().canary(),
        new Marks(GAPS, MarkedFrames.SENTINELS));
  }

  private static void judgeMarks(Dataset<Row> marked, Table df, Marks marks) {
    String[] indicators = marks.columns().stream().map(c -> c + "_na").toArray(String[]::new);
    FrameExpectation frame =
        expect(marked)
            .as("the marked frame")
            .toContainColumns(indicators)
            .diagnose(
                "no-indicator",
                result -> Stream.of(indicators).noneMatch(List.of(result.columns())::contains),
                "There is no `_na` column. Once a gap is filled nobody can tell it from a value, and that a host kept something back may say more than any filling. Add `<col>_na` for each column.");
    for (String column : marks.columns()) {
      frame
          .toHaveType(column, DataTypes.DoubleType)
          .diagnose(
              "int-not-double",
              result -> result.schema().apply(column).dataType().equals(DataTypes.IntegerType),
              "Column `%s` is still int. An `Imputer` gives back the type it was given, so a median of 1.5 would be cut to 1. Cast the columns to double."
                  .formatted(column))
          .toHaveType(column + "_na", DataTypes.DoubleType)
          .diagnose(
              "indicator-not-double",
              result -> true,
              "`%s_na` is no double. Write `when(…, 1.0).otherwise(0.0)` with decimal points: the indicators stand beside doubles in the feature vector."
                  .formatted(column));
    }
    frame
        .toHaveRowCount(df.size())
        .diagnose(
            "rows-dropped",
            result -> result.count() < df.size(),
            result ->
                "%d of %d rows are gone. A filter drops the rows it is false for, and those it is null for as well. A sentinel is only one cell: make that cell null and keep the row."
                    .formatted(df.size() - result.count(), df.size()))
        .toHaveRows(marks.right(df))
        .diagnose(
            "sentinel-kept",
            marks.sentinelsKept(df),
            "The sentinels are still there as numbers: a 999 pulls every mean up, and nothing marks it as a gap. Make them null first.")
        .diagnose(
            "marked-too-early",
            marks.markedTooEarly(df),
            "The values are right, but the rows that held a sentinel are marked 0.0: the indicator was made while the sentinel was still a number. Make the sentinels null first, then mark.")
        .diagnose(
            "sentinel-everywhere",
            marks.sentinelsEverywhere(df),
            "A number that means \"not known\" in one column was removed from others too, where it is a value. Look up the sentinels of each column by its name.")
        .diagnose(
            "indicator-inverted",
            marks.inverted(df),
            "The indicators are the wrong way round: `_na` stands for \"not available\", so it is 1.0 where the value is missing.");
  }

  // Task 3

  @Check(task = 3, points = 12)
  void mediansComeFromTheTrainingRows(ImputationLab lab, Listings listings) {
    ListingsTruth truth = listings.truth();
    judgeMedians(
        lab.fitMedians(
            MarkedFrames.of(listings.train(), GAPS), MarkedFrames.of(listings.test(), GAPS), GAPS),
        new Middles(MarkedFrames.of(truth.train(), GAPS)),
        new Middles(MarkedFrames.of(truth.test(), GAPS)),
        GAPS);
  }

  @Check(task = 3, points = 8)
  void testRowsAreFilledWithMediansOfTrainUnderNewNames(ImputationLab lab, SparkSession spark) {
    List<String> columns = List.of("rent", "floor");
    Dataset<Row> test = HandMade.frame(spark, HandMade.RENTS_TO_FILL, HandMade.RENTS);
    ImputerModel model =
        lab.fitMedians(
            HandMade.frame(spark, HandMade.RENTS_TO_LEARN, HandMade.RENTS), test, columns);
    Middles train = new Middles(HandMade.RENTS_TO_LEARN);
    judgeMedians(model, train, new Middles(HandMade.RENTS_TO_FILL), columns);

    expect(compute("the filled test rows", () -> model.transform(test)))
        .as("the filled test rows")
        .toHaveRows(filled(HandMade.RENTS_TO_FILL, train.medians(columns)));
  }

  private static void judgeMedians(
      ImputerModel model, Middles train, Middles test, List<String> columns) {
    expect(model)
        .as("the imputer")
        .toHaveParam("inputCols", columns.toArray(String[]::new))
        .toHaveParam("outputCols", columns.stream().map(c -> c + "_imputed").toArray())
        .diagnose(
            "in-place-output",
            stage -> Arrays.equals(model.getOutputCols(), model.getInputCols()),
            "The imputer writes over its input columns. Alone that works, but the gaps are gone for good, and in a pipeline Spark stops with [AMBIGUOUS_COLUMN_OR_FIELD]. Set output columns with new names: `<col>_imputed`.");

    Middles all = new Middles(NamedRows.union(train.rows(), test.rows()));
    Middles complete = new Middles(NamedRows.complete(train.rows(), columns));
    expect(surrogates(model))
        .as("the medians")
        .toHaveEntries(train.medians(columns))
        .diagnose(
            "fit-on-all-rows",
            all::haveMedians,
            "These are the medians of train and test together: the model has seen the future. Fit on train only.")
        .diagnose(
            "fit-on-test",
            test::haveMedians,
            "These are the medians of test. What is filled into test must come from train: when a model is in use, test is one row that has no median. Fit on train only.")
        .diagnose(
            "mean-for-median",
            train::haveMeans,
            learned ->
                "These are means%s. The columns are skewed, so a few large values pull the mean away from the middle. The default strategy is the mean: call setStrategy(\"median\")."
                    .formatted(farthest(learned, train.medians(columns))))
        .diagnose(
            "zero-fill-first",
            train::haveMediansWithZeros,
            "These are the medians with a zero in every gap. After `na().fill(0)` no gap is left: the imputer learns from the zeros and then has nothing to do. Hand it the nulls.")
        .diagnose(
            "complete-rows-only",
            complete::haveMedians,
            "These are the medians of the rows without any gap. `na().drop()` throws a whole row away for one missing cell, and the rows that are left are not like the others. The imputer skips nulls column by column: give it all rows of train.");
  }

  /** What the model learned, by column. */
  private static Map<String, Double> surrogates(ImputerModel model) {
    Row learned = compute("the learned medians", () -> model.surrogateDF().first());
    Map<String, Double> surrogates = new TreeMap<>();
    for (String column : learned.schema().fieldNames()) {
      surrogates.put(column, learned.<Number>getAs(column).doubleValue());
    }
    return surrogates;
  }

  /** Names the column in which the learned number is farthest from the median. */
  private static String farthest(Map<String, Double> learned, Map<String, Double> medians) {
    return medians.keySet().stream()
        .max(
            (one, other) ->
                Double.compare(off(learned, medians, one), off(learned, medians, other)))
        .map(
            column ->
                ": `%s` has %,.2f where its median is %,.2f"
                    .formatted(column, learned.get(column), medians.get(column)))
        .orElse("");
  }

  private static double off(
      Map<String, Double> learned, Map<String, Double> medians, String column) {
    return Math.abs(learned.get(column) / medians.get(column) - 1);
  }

  private static Table filled(Table df, Map<String, Double> fills) {
    List<Map<String, Object>> rows = NamedRows.of(df);
    for (Map<String, Object> row : rows) {
      fills.forEach(
          (column, fill) ->
              row.put(column + "_imputed", row.get(column) == null ? fill : row.get(column)));
    }
    return NamedRows.table(rows);
  }

  // Task 4

  @Check(task = 4, points = 7)
  void gapsBecomeALevelOrTheModeOfTrain(ImputationLab lab, SparkSession spark) {
    judgeCategories(
        lab,
        HandMade.frame(spark, HandMade.HEATING_TO_LEARN, HandMade.HEATING),
        HandMade.frame(spark, HandMade.HEATING_TO_FILL, HandMade.HEATING),
        new CategoryFills(
            HandMade.HEATING_TO_LEARN,
            HandMade.HEATING_TO_FILL,
            List.of("view"),
            List.of("heating")));
  }

  @Check(task = 4, points = 5)
  void aModeIsNeverNullHoweverFrequentNullIs(ImputationLab lab, Listings listings) {
    judgeCategories(
        lab,
        listings.train(),
        listings.canary(),
        new CategoryFills(
            listings.truth().train(),
            listings.truth().canary(),
            List.of(),
            List.of(ListingsTruth.CATEGORICAL_GAP)));
  }

  private static void judgeCategories(
      ImputationLab lab, Dataset<Row> train, Dataset<Row> df, CategoryFills fills) {
    String nullIsTheMode =
        "Null is the most frequent entry of %s in train, and `groupBy(…).count()` counts it like a level. So the \"mode\" is null, and there is nothing to fill with. Use `mode(…)`, which ignores nulls, or filter them out before you count."
            .formatted(fills.byMode());
    Dataset<Row> filled;
    try {
      filled = lab.fillCategories(train, df, fills.asLevel(), fills.byMode());
    } catch (AnswerError e) {
      if (!(e.getCause() instanceof NullPointerException)) {
        throw e;
      }
      expect(e.getCause())
          .as("filling the categories")
          .toSatisfy("no NullPointerException", cause -> false)
          .diagnose("mode-counts-null", cause -> true, nullIsTheMode);
      return;
    }
    expect(filled)
        .as("the filled frame")
        .toHaveRows(fills.right())
        .diagnose("mode-counts-null", frame -> hasGaps(frame, fills.byMode()), nullIsTheMode)
        .diagnose(
            "own-statistic",
            fills.ownModes(),
            "The gaps hold the most frequent level of the rows that are filled, not of train. A model in use sees one row at a time, and that has no mode. Learn the mode from `train`.")
        .diagnose(
            "fit-on-all-rows",
            fills.modesOfAll(),
            "The gaps hold the most frequent level of train and the other rows together: the filling has seen the future. Learn the mode from `train` alone.")
        .diagnose(
            "level-for-mode",
            fills.levelForMode(),
            "Every gap became the text `Missing`, also those of %s, which are to be filled with the mode of train."
                .formatted(fills.byMode()))
        .diagnose(
            "mode-for-level",
            fills.modeForLevel(),
            "Every gap became the mode, also those of %s. There a gap is to be a level of its own, `Missing`, so that a model can learn what it means."
                .formatted(fills.asLevel()))
        .diagnose(
            "fills-every-column",
            frame -> !hasGaps(frame, List.of("note")),
            "Columns that nobody asked for were filled as well: `na().fill(\"…\")` without column names fills every text column. Name the columns, or pass a map.");
  }

  private static boolean hasGaps(Dataset<Row> frame, List<String> columns) {
    return columns.stream().anyMatch(column -> !frame.where(col(column).isNull()).isEmpty());
  }

  // Task 5

  @Check(task = 5, points = 8)
  void everyGapGetsTheMedianOfItsGroupInTrain(ImputationLab lab, SparkSession spark) {
    judgeGroups(
        lab.fillByGroup(
            HandMade.frame(spark, HandMade.AREAS_TO_LEARN, HandMade.AREAS),
            HandMade.frame(spark, HandMade.AREAS_TO_FILL, HandMade.AREAS),
            "area",
            "quarter"),
        new GroupFills(HandMade.AREAS_TO_LEARN, HandMade.AREAS_TO_FILL, "area", "quarter"));
  }

  @Check(task = 5, points = 6)
  void incomesOfTestRowsAreFilledByRoomType(ImputationLab lab, Listings listings) {
    ListingsTruth truth = listings.truth();
    judgeGroups(
        lab.fillByGroup(listings.train(), listings.test(), "host_income", "room_type"),
        new GroupFills(truth.train(), truth.test(), "host_income", "room_type"));
  }

  private static void judgeGroups(Dataset<Row> filled, GroupFills fills) {
    int rows = fills.df().size();
    expect(filled)
        .as("the filled frame")
        .toContainColumns(fills.df().columns().toArray(String[]::new))
        .toContainColumns(fills.imputed())
        .toHaveRowCount(rows)
        .diagnose(
            "rows-lost",
            frame -> frame.count() < rows,
            frame ->
                "%d of %d rows are gone: an inner join drops the rows whose group is null or does not occur in train. Filling never drops a row; use a left join."
                    .formatted(rows - frame.count(), rows))
        .toHaveRows(fills.right())
        .diagnose(
            "own-statistic",
            fills::areOwnMedians,
            "The gaps hold the medians of the rows that are filled: a window over `df` looks at `df` itself. A model in use sees one row at a time, and that has no median. Take the medians of `train` and join them.")
        .diagnose(
            "fit-on-all-rows",
            fills::areMediansOfAll,
            "The gaps hold the medians of train and the other rows together: the filling has seen the future. Group `train` alone.")
        .diagnose(
            "mean-for-median",
            fills::areMeans,
            "The gaps hold the means of the groups. A few large values pull a mean away from the middle: take the median.")
        .diagnose(
            "group-ignored",
            fills::ignoreTheGroup,
            "Every gap holds the median of all of train (%,.2f), whatever its group. Learn one median per level of `%s`."
                .formatted(fills.train().values(fills.column()).median(), fills.group()))
        .diagnose(
            "no-fallback",
            fills::leaveGaps,
            "Some gaps are still there: train has no median for their group, as with a group that only turns up later. Fall back on the median of all of train.");
  }

  // Task 6

  @Check(task = 6, points = 8)
  void featuresHoldFilledValuesAndIndicators(ImputationLab lab, SparkSession spark) {
    judgePipeline(
        lab.imputationPipeline(HandMade.PRICED_COLUMNS, LABEL),
        HandMade.frame(spark, HandMade.PRICED_TO_LEARN, HandMade.PRICED),
        HandMade.frame(spark, HandMade.PRICED_TO_FILL, HandMade.PRICED),
        HandMade.PRICED_TO_FILL,
        new FeatureRows(
            new Middles(HandMade.PRICED_TO_LEARN).medians(HandMade.PRICED_COLUMNS),
            HandMade.PRICED_COLUMNS,
            LABEL));
  }

  @Check(task = 6, points = 6)
  void listingsThatNobodyHasSeenGetTheirFeatures(ImputationLab lab, Listings listings) {
    List<String> columns = List.of("host_income", LABEL, "bathrooms", "host_response_rate");
    List<String> inputs = List.of("host_income", "bathrooms", "host_response_rate");
    ListingsTruth truth = listings.truth();
    judgePipeline(
        lab.imputationPipeline(columns, LABEL),
        MarkedFrames.of(listings.train(), columns),
        MarkedFrames.of(listings.canary(), columns),
        MarkedFrames.of(truth.canary(), columns),
        new FeatureRows(
            new Middles(MarkedFrames.of(truth.train(), inputs)).medians(inputs), columns, LABEL));
  }

  private static void judgePipeline(
      Pipeline pipeline, Dataset<Row> train, Dataset<Row> other, Table df, FeatureRows features) {
    List<String> writtenOver = FeatureRows.writtenOver(pipeline);
    expect(writtenOver)
        .as("the columns that an imputer writes over")
        .toHaveElements(List.of())
        .diagnose(
            "in-place-output",
            columns -> !columns.isEmpty(),
            columns ->
                "The imputer's output columns are its input columns. Alone that works, and it is common in notebooks; with another stage behind it Spark stops with [AMBIGUOUS_COLUMN_OR_FIELD] \"Column or field `%s` is ambiguous and has 2 matches\". Give the outputs new names: `<col>_imputed`."
                    .formatted(columns.get(0)));
    expect(features.imputesLabel(pipeline))
        .as("whether the imputer fills the label")
        .toBe(false)
        .diagnose(
            "label-imputed",
            true,
            "`%s` is the label, and the imputer fills it: the model would learn from numbers that were made up. Take the label out of the columns first; what to do with rows without a label is decided in training."
                .formatted(features.label()));

    Dataset<Row> transformed = compute("the features", () -> pipeline.fit(train).transform(other));
    expect(transformed)
        .as("the transformed frame")
        .toContainColumns("features")
        .toContainColumns(
            features.inputs().stream().map(c -> c + "_imputed").toArray(String[]::new))
        .diagnose(
            "nothing-imputed",
            frame -> Stream.of(frame.columns()).noneMatch(c -> c.endsWith("_imputed")),
            "No column is filled: there is no `_imputed` column after the pipeline. Let an `Imputer` come before the assembler.");
    expect(features.shown(transformed))
        .as("the features")
        .toHaveRowCount(df.size())
        .diagnose(
            "skip-drops-rows",
            frame -> FeatureRows.invalidIs(pipeline, "skip"),
            frame ->
                "%d of %d rows are gone: handleInvalid \"skip\" drops every row with a null instead of filling it, without a word. Let the assembler read the `_imputed` columns, and leave handleInvalid alone."
                    .formatted(df.size() - frame.count(), df.size()))
        .toHaveRows(features.right(df))
        .diagnose(
            "label-in-features",
            frame -> features.assemblesLabel(pipeline),
            "The feature vector holds the label `%s` or its indicator: the model would be told the answer. Take the label out of the columns before you list the assembler's inputs."
                .formatted(features.label()))
        .diagnose(
            "keep-leaves-nan",
            frame -> FeatureRows.invalidIs(pipeline, "keep"),
            "Some features are NaN: handleInvalid \"keep\" puts NaN where a value is missing, and a linear model makes NaN of everything it touches. Let the assembler read the `_imputed` columns.")
        .diagnose(
            "no-indicator",
            frame -> features.assemblesNoIndicator(pipeline),
            "The feature vector has the filled values but no `_na` column, so the model cannot know which values were made up. Add the indicators after the filled columns.")
        .diagnose(
            "mean-for-median",
            frame -> features.takesMeans(pipeline),
            "The gaps are filled with means, the imputer's default. The columns are skewed, so a few large values pull the mean away from the middle. Call setStrategy(\"median\").");
  }

  // Task 7

  @Check(task = 7, points = 5)
  void biasComparesTheFillingWithWhatWasHidden(ImputationLab lab, SparkSession spark) {
    List<String> columns = List.of("rent", "floor", "age");
    Dataset<Row> marked = HandMade.frame(spark, HandMade.KEPT_BACK, HandMade.MARKED_RENTS);
    judgeBias(
        lab.measureBias(
            model(marked, columns),
            marked,
            HandMade.frame(spark, HandMade.REALLY_THERE, HandMade.TRUE_RENTS)),
        new BiasTable(
            new Middles(HandMade.KEPT_BACK).medians(columns),
            HandMade.KEPT_BACK,
            HandMade.REALLY_THERE));
  }

  @Check(task = 7, points = 5)
  void hostsWhoKeepTheirIncomeBackEarnMore(ImputationLab lab, Listings listings) {
    ListingsTruth truth = listings.truth();
    // One column for each reason to be missing: not at random, given the room type, at random.
    List<String> columns = List.of("host_income", "bathrooms", "beds");
    Dataset<Row> marked = MarkedFrames.of(listings.train(), columns);
    Table rows = MarkedFrames.of(truth.train(), columns);
    judgeBias(
        lab.measureBias(model(marked, columns), marked, listings.completeTrain()),
        new BiasTable(new Middles(rows).medians(columns), rows, complete(rows, truth)));
  }

  private static ImputerModel model(Dataset<Row> marked, List<String> columns) {
    return new Imputer()
        .setStrategy("median")
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCols(columns.stream().map(c -> c + "_imputed").toArray(String[]::new))
        .fit(marked);
  }

  /** The rows with what was taken away from them. */
  private static Table complete(Table rows, ListingsTruth truth) {
    List<Map<String, Object>> complete = NamedRows.of(rows);
    for (Map<String, Object> row : complete) {
      row.replaceAll(
          (column, value) ->
              value == null ? truth.removed().get(column).get((Integer) row.get("id")) : value);
    }
    return NamedRows.table(complete);
  }

  private static void judgeBias(Dataset<Row> measured, BiasTable bias) {
    expect(measured)
        .as("the bias")
        .toHaveRows(bias.right())
        .diagnose(
            "bias-over-all-rows",
            bias.overAllRows(),
            "`actual` is the median of all rows, but most of them had a value and were never filled, so the bias all but vanishes. Look only at the rows whose `_na` is 1.")
        .diagnose(
            "told-not-hidden",
            bias.overTold(),
            "`actual` is the median of the rows that had a value: the bias is then zero by construction, since that is what the model learned. Look at the other rows, those whose `_na` is 1.")
        .diagnose(
            "sign-turned",
            bias.signTurned(),
            "The sign is turned: `bias` is `surrogate` minus `actual`, so it is negative where the filled values are too low.")
        .diagnose(
            "mean-for-median",
            bias.ofMeans(),
            "`actual` is a mean. The gaps were filled with a median, so compare it with a median; a mean differs from it in every skewed column, gaps or not.");
  }
}
