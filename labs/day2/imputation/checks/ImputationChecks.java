package day2.imputation.checks;

import static day2.imputation.checks.RightAnswers.imputed;
import static day2.imputation.checks.RightAnswers.markedWithId;
import static day2.imputation.checks.RightAnswers.medians;
import static day2.imputation.checks.RightAnswers.na;
import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectJobs;

import day2.imputation.ImputationLab;
import dev.kindling.check.Check;
import dev.kindling.check.DifferingCell;
import dev.kindling.check.Given;
import dev.kindling.check.JobsExpectation;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.listings.Listings;
import dev.kindling.data.listings.ListingsTruth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Each task is judged on small hand-made rows and on listings. */
final class ImputationChecks {

  private static final List<String> GAPS = ListingsTruth.NUMERIC_GAPS;
  private static final String RESPONSE_TIME = ListingsTruth.CATEGORICAL_GAP;
  private static final String BY_HAND = "hand-made rows";
  private static final String LISTINGS = "listings";

  @Check(task = 1, points = 7)
  void onlyNullsCountAlsoInTwoColumnsAtOnce(ImputationLab lab, Given given) {
    List<String> columns = List.of("rent", "title", "rooms", "beds");
    Table offers = Inputs.FLATS.row(10, " ", 5, null, Double.NaN, null);
    judgeGaps(lab.countGaps(given.frame(offers), columns), offers, columns);
  }

  @Check(task = 1, points = 5)
  void allListingsAreCountedInOnePass(ImputationLab lab, Listings listings, Given given) {
    Dataset<Row> train = listings.train();
    // One job for the counts, one for the number of rows, one to spare; a job per pair would be 21.
    JobsExpectation<Dataset<Row>> counted =
        expectJobs(
                given.spark(),
                () -> {
                  Dataset<Row> counts = lab.countGaps(train, GAPS);
                  return given.spark().createDataFrame(counts.collectAsList(), counts.schema());
                })
            .as("counting")
            .toBeAtMost(3)
            .diagnose(
                "one-job-per-count",
                jobs -> jobs >= GAPS.size(),
                jobs ->
                    "Counting the gaps of %d columns started %d Spark jobs: each `count()` reads all rows again. Put all counts into one `agg`; it is one job, however many columns there are."
                        .formatted(GAPS.size(), jobs));
    judgeGaps(counted.result(), listings.truth().train(), GAPS);
  }

  private static void judgeGaps(Dataset<Row> counts, Table df, List<String> columns) {
    expect(counts)
        .as("the counts")
        .toHaveRows(RightAnswers.gaps(df, columns))
        .diagnoseCells(
            "empty-is-a-gap",
            cell ->
                (long) cell.row().get("missing") > (long) cell.expectedRow().get("missing")
                    && cell.number() <= df.size(),
            "For `{first}` and `{second}` you count {missing} rows, and in fewer both are null. Only null is a gap here; an empty or blank text, a zero, NaN and a sentinel are values: somebody told them.")
        .diagnoseCells(
            "share-of-others",
            cell ->
                cell.isIn("share") && cell.number() > (double) cell.expected() && cell.number() < 1,
            "`missing` is right, `share` is too large. For `{first}` and `{second}` yours is {yours}, and {missing} of all %d rows of `df` are {expected}. Divide by the number of all rows, with a value or without."
                .formatted(df.size()));
  }

  @Check(
      task = 2,
      points = 9,
      cases = {BY_HAND, LISTINGS})
  void sentinelsOfAColumnBecomeMarkedGaps(
      ImputationLab lab, Listings listings, Given given, String rows) {
    boolean byHand = rows.equals(BY_HAND);
    Table canary = listings.truth().canary();
    Table df = byHand ? Inputs.FLATS : canary.union(canary.head(3));
    List<String> columns = byHand ? List.of("rooms", "rent", "beds") : GAPS;
    Map<String, List<Integer>> sentinels = byHand ? Inputs.FLATS_UNKNOWN : RightAnswers.SENTINELS;
    Table right = RightAnswers.marked(df, columns, sentinels);
    Predicate<DifferingCell> isMark = cell -> cell.column().endsWith("_na");
    Predicate<DifferingCell> marksNull =
        cell -> cell.row().get(cell.column().replaceFirst("_na$", "")) == null;
    expect(lab.markGaps(given.frame(df), columns, sentinels))
        .as("the marked frame")
        .toHaveRows(right)
        .diagnose(
            "not-double",
            marked ->
                Stream.of(columns, na(columns))
                    .flatMap(List::stream)
                    .anyMatch(
                        name -> marked.schema().apply(name).dataType() != DataTypes.DoubleType),
            "An `Imputer` gives back the type that it was given, so a median of 1.5 would be cut to 1, and the indicators stand beside doubles in the feature vector. Cast the columns to double, and write `when(…, 1.0).otherwise(0.0)` with decimal points.")
        .diagnoseCells(
            "sentinel-kept",
            cell ->
                isMark.test(cell)
                    ? cell.number() == 0 && !marksNull.test(cell)
                    : sentinels
                        .getOrDefault(cell.column(), List.of())
                        .contains((int) cell.number()),
            "The `{column}` of id {id} is {yours}, and {expected} is expected: a sentinel of that column is still a number. It pulls every mean up or down, and nothing marks it as a gap. Make each number of a column's list null before anything else.")
        .diagnoseCells(
            "value-removed",
            cell ->
                isMark.test(cell)
                    ? cell.number() == 1 && marksNull.test(cell)
                    : cell.yours() == null,
            "The `{column}` of id {id} is {yours}, and {expected} is expected: a value was taken for a gap. A number means \"not known\" only in the column whose own list in `sentinels` has it; every other number is a value, also a negative one.");
  }

  @Check(
      task = 3,
      points = 10,
      cases = {BY_HAND, LISTINGS})
  void mediansComeFromTheTrainingRows(
      ImputationLab lab, Listings listings, Given given, String rows) {
    boolean byHand = rows.equals(BY_HAND);
    List<String> columns = byHand ? List.of("rent", "floor") : GAPS;
    Table train = byHand ? Inputs.RENTS_TO_LEARN : markedWithId(listings.truth().train(), columns);
    Table test = byHand ? Inputs.RENTS_TO_FILL : markedWithId(listings.truth().test(), columns);
    Dataset<Row> frame = given.frame(test);
    ImputerModel model = lab.fitMedians(given.frame(train), frame, columns);
    expect(compute("the imputer's input columns", () -> List.of(model.getInputCols())))
        .as("the imputer's input columns")
        .toHaveElementsInOrder(columns);
    expect(compute("the imputer's output columns", () -> List.of(model.getOutputCols())))
        .as("the imputer's output columns")
        .toHaveElementsInOrder(imputed(columns));
    Map<String, Double> medians = medians(train, columns);
    Map<Object, Object> learned =
        compute(
            "the learned medians",
            () ->
                given
                    .table(model.surrogateDF())
                    .tall("column", "median")
                    .lookup("column", "median"));
    expect(learned)
        .as("the medians")
        .fact("farthest", () -> farthest(learned, medians))
        .toHaveEntries(medians);
    expect(compute("the filled test rows", () -> model.transform(frame)))
        .as("the filled test rows")
        .toHaveRows(RightAnswers.filled(test, medians));
  }

  /** The column whose learned number is farthest from the median of train. */
  private static String farthest(Map<Object, Object> learned, Map<String, Double> medians) {
    return medians.keySet().stream()
        .max(
            Comparator.comparing(
                name -> Math.abs((double) learned.get(name) / medians.get(name) - 1)))
        .map(
            name ->
                "`%s` has %,.2f, and the median of train is %,.2f"
                    .formatted(name, (Double) learned.get(name), medians.get(name)))
        .orElseThrow();
  }

  @Check(task = 4, points = 7)
  void gapsBecomeALevelOrTheModeOfTrain(ImputationLab lab, Given given) {
    judgeTexts(
        lab,
        given,
        Inputs.HEATING_TO_LEARN,
        Inputs.HEATING_TO_FILL,
        List.of("view"),
        List.of("heating", "parking"));
  }

  @Check(task = 4, points = 5)
  void eitherListMayBeEmptyAndAModeIsNeverNull(ImputationLab lab, Listings listings, Given given) {
    List<String> shown = List.of("id", RESPONSE_TIME, "bed_type");
    Table train = listings.truth().train().select(shown);
    Table df = listings.truth().canary().select(shown);
    judgeTexts(lab, given, train, df, List.of(), List.of(RESPONSE_TIME));
    judgeTexts(lab, given, train, df, List.of(RESPONSE_TIME), List.of());
  }

  private static void judgeTexts(
      ImputationLab lab,
      Given given,
      Table train,
      Table df,
      List<String> asLevel,
      List<String> byMode) {
    Table right = RightAnswers.filledTexts(train, df, asLevel, byMode);
    Map<Object, Object> before = df.with("row", row -> row).lookup("id", "row");
    Predicate<DifferingCell> wasGap =
        cell -> ((TableRow) before.get(cell.row().get("id"))).isNull(cell.column());
    expect(lab.fillCategories(given.frame(train), given.frame(df), asLevel, byMode))
        .as("the filled frame")
        .fact("by mode", "`" + String.join("`, `", byMode) + "`")
        .toHaveRows(right)
        .diagnoseCells(
            "value-changed",
            wasGap.negate(),
            "The `{column}` of id {id} was {expected}, and is {yours} in your result. Only null is a gap; an empty or a blank text is a value, and what is not null stays as it is.")
        .diagnoseCells(
            "another-level",
            cell -> asLevel.contains(cell.column()) && wasGap.test(cell) && cell.yours() != null,
            "The gap of `{column}` of id {id} became {yours}. There a gap is to be a level of its own, the text `Missing`, so that a model can learn what it means.");
  }

  @Check(
      task = 5,
      points = 7,
      cases = {BY_HAND, LISTINGS})
  void everyGapGetsTheMedianOfItsGroupInTrain(
      ImputationLab lab, Listings listings, Given given, String rows) {
    boolean byHand = rows.equals(BY_HAND);
    String column = byHand ? "area" : "host_income";
    String group = byHand ? "quarter" : "room_type";
    List<String> shown = List.of("id", group, column);
    Table train = byHand ? Inputs.AREAS_TO_LEARN : listings.truth().train().select(shown);
    Table canary = listings.truth().canary();
    Table df = byHand ? Inputs.AREAS_TO_FILL : canary.union(canary.head(3)).select(shown);
    Table right = RightAnswers.filledByGroup(train, df, column, group);
    Set<Object> known = RightAnswers.groupMedians(train, column, group).keySet();
    expect(lab.fillByGroup(given.frame(train), given.frame(df), column, group))
        .as("the filled frame")
        .fact("overall", train.values(column).median())
        .fact("group", group)
        .toHaveRows(right)
        .diagnoseCells(
            "other-fallback",
            cell -> cell.row().get(column) == null && !known.contains(cell.row().get(group)),
            "Gaps of groups that have a value in train are filled right. Id {id}, whose `%1$s` is {%1$s}, got {yours} and not {expected}, the median of all values of train. It belongs wherever train has no value for the group: the group never occurs there, all its values are null, or the row's group is null."
                .formatted(group))
        .diagnoseCells(
            "own-value-lost",
            cell -> cell.row().get(column) != null,
            "Id {id} has a value of its own, {%s}, and got {yours}: only gaps are filled. Let `coalesce` begin with the column itself."
                .formatted(column));
  }

  @Check(
      task = 6,
      points = 7,
      cases = {BY_HAND, LISTINGS})
  void featuresHoldFilledValuesAndIndicators(
      ImputationLab lab, Listings listings, Given given, String rows) {
    boolean byHand = rows.equals(BY_HAND);
    String label = byHand ? "price" : "host_income";
    List<String> columns =
        byHand ? Inputs.PRICED : List.of("beds", label, "bathrooms", "host_response_rate");
    Table train = byHand ? Inputs.PRICES_TO_LEARN : listings.truth().train();
    Table df = byHand ? Inputs.PRICES_TO_FILL : listings.truth().canary();
    Dataset<Row> learned = given.frame(markedWithId(train, columns));
    Table marked = markedWithId(df, columns);
    List<String> inputs = columns.stream().filter(column -> !column.equals(label)).toList();
    List<String> slots = Stream.of(imputed(inputs), na(inputs)).flatMap(List::stream).toList();
    Table right = RightAnswers.features(markedWithId(train, columns), marked, inputs);
    Dataset<Row> transformed =
        compute(
            "the features",
            () ->
                lab.imputationPipeline(columns, label).fit(learned).transform(given.frame(marked)));
    expect(Stream.of(transformed.columns()).filter(name -> name.endsWith("_imputed")).toList())
        .as("the filled columns")
        .fact("label", label)
        .toHaveElements(imputed(inputs))
        .diagnose(
            "namesake-left-out",
            filled -> filled.equals(List.of("floor_imputed", "area_imputed")),
            "`price_before` is not filled, the other columns are. Its name only begins like the label's: compare whole names, with `equals`, not with `startsWith` or `contains`.");
    expect(transformed).as("the transformed frame").toContainColumns("features");
    expect(transformed.selectExpr(right.columns().toArray(String[]::new)))
        .as("the transformed frame")
        .toHaveRows(right)
        .diagnoseCells(
            "keep-leaves-nan",
            cell ->
                cell.yours() instanceof Vector vector
                    && Arrays.stream(vector.toArray()).anyMatch(Double::isNaN),
            "Some features are NaN: with handleInvalid \"keep\" an assembler puts NaN where a value is missing, and a linear model makes NaN of everything that it touches. Let the assembler read the `_imputed` columns.")
        .diagnose(
            "other-features",
            frame -> !slots(frame).equals(slots),
            frame ->
                "The vector holds %s. A feature is known by its position alone: first every `_imputed`, then every `_na`, each in the order of `columns`, and nothing of the label."
                    .formatted(slots(frame)));
  }

  /** The names of a vector's elements; an assembler gives each one that of its column. */
  private static List<String> slots(Dataset<Row> frame) {
    return Stream.of(
            AttributeGroup.fromStructField(frame.schema().apply("features")).attributes().get())
        .map(attribute -> attribute.name().get())
        .toList();
  }

  @Check(
      task = 7,
      points = 5,
      cases = {BY_HAND, LISTINGS})
  void biasComparesTheFillingWithWhatWasHidden(
      ImputationLab lab, Listings listings, Given given, String rows) {
    boolean byHand = rows.equals(BY_HAND);
    // Of listings, missing not at random, given another column, and at random.
    List<String> columns =
        byHand ? List.of("size", "rent", "age") : List.of("host_income", "bathrooms", "beds");
    Table marked = markedWithId(byHand ? Inputs.KEPT_BACK : listings.truth().train(), columns);
    Table learned = byHand ? Inputs.REALLY_THERE.where("id", 77) : marked;
    Dataset<Row> truth = byHand ? given.frame(Inputs.REALLY_THERE) : listings.completeTrain();
    Table right = RightAnswers.bias(medians(learned, columns), marked, given.table(truth));
    expect(lab.measureBias(model(given.frame(learned), columns), given.frame(marked), truth))
        .as("the bias")
        .toHaveRows(right)
        .diagnoseCells(
            "bias-not-the-difference",
            cell ->
                cell.isIn("bias")
                    && cell.expected() != null
                    && cell.number() != -(double) cell.expectedRow().get("bias"),
            "`surrogate` and `actual` are right, `bias` is not: {surrogate} minus {actual} is {expected}, and for `{row.column}` yours is {yours}. It is the difference of these two numbers, not a mean of differences, a ratio or a distance.");
  }

  static ImputerModel model(Dataset<Row> rows, List<String> columns) {
    return new Imputer()
        .setStrategy("median")
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCols(imputed(columns).toArray(String[]::new))
        .fit(rows);
  }
}
