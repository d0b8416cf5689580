package day2.selection.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import day2.selection.SelectionLab;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.selection.Roles;
import dev.kindling.data.selection.SelectionTruth;
import dev.kindling.data.selection.Signals;
import dev.kindling.reference.Correlations;
import dev.kindling.reference.SignificanceTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.UnivariateFeatureSelectorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each task is judged on small hand-made rows and on the signals, against plain Java. */
final class SelectionChecks {

  private static final String SIGNALS = "signals";
  private static final double TWINS = 0.9;

  @Check(
      task = 1,
      points = 5,
      cases = {"gauges", SIGNALS})
  void aColumnHasToChangeInTrain(SelectionLab lab, Signals signals, Given given, String rows) {
    boolean real = rows.equals(SIGNALS);
    Table train = real ? signals.truth().canary() : Inputs.part(Inputs.GAUGE_ROWS, true);
    Table test = real ? signals.truth().test() : Inputs.part(Inputs.GAUGE_ROWS, false);
    List<String> columns = real ? Signals.NUMBERS : Inputs.GAUGES;
    double least = real ? 12.5 : 1.6;
    expect(lab.varyingColumns(given.frame(train), given.frame(test), columns, least))
        .as("the columns that change enough")
        .fact("least", least)
        .toHaveElementsInOrder(
            columns.stream().filter(column -> train.values(column).variance() > least).toList());
  }

  @Check(
      task = 2,
      points = 4,
      cases = {
        "numbers, classes",
        "categories, classes",
        "categories, a number",
        "numbers, a number"
      })
  void eachColumnGetsTheTestThatFits(SelectionLab lab, Signals signals, Given given, String pair) {
    Roles roles = signals.truth().roles();
    String label = pair.endsWith("classes") ? roles.informativeCategories().get(0) : Signals.TARGET;
    List<String> numbers = roles.noise().subList(1, 4);
    List<String> categories = roles.noiseCategories().subList(1, 4);
    List<String> columns = new ArrayList<>(numbers);
    columns.addAll(1, categories);
    List<String> judged = pair.startsWith("numbers") ? numbers : categories;
    // Equal values of the label, so that a test that makes groups of them has groups.
    Table rows =
        signals.truth().canary().head(60).change(Signals.TARGET, v -> Math.rint((double) v));
    Dataset<Row> tested = lab.testColumns(given.frame(rows), columns, label);
    expect(tested).as("the p-values").toContainColumns("column", "pValue");
    Object[] others = columns.stream().filter(c -> !judged.contains(c)).toArray();
    Table expected = Table.of("column:string", "pValue:double");
    for (String column : judged) {
      expected = expected.row(column, pValue(rows, column, label));
    }
    expect(compute("the p-values", () -> tested.where(not(col("column").isin(others)))))
        .as("the p-values of " + pair)
        .within(1e-6) // other tests are a thousand times farther away
        .fact("label", label)
        .toHaveRows(expected);
  }

  /** By the test that fits. */
  private static double pValue(Table rows, String column, String label) {
    List<String> both = List.of(column, label);
    List<String> numbers = both.stream().filter(name -> !isCategory(rows, name)).toList();
    List<String> codes = both.stream().filter(name -> isCategory(rows, name)).toList();
    SignificanceTest test =
        switch (numbers.size()) {
          case 0 -> SignificanceTest.chiSquared(rows.column(column), rows.column(label));
          case 1 -> SignificanceTest.anova(rows.numbers(numbers.get(0)), rows.column(codes.get(0)));
          default -> SignificanceTest.regression(rows.numbers(column), rows.numbers(label));
        };
    return test.pValue();
  }

  private static boolean isCategory(Table rows, String column) {
    return rows.column(column).get(0) instanceof Integer;
  }

  @Check(
      task = 3,
      points = 9,
      seconds = 40,
      cases = {"noise", SIGNALS})
  void whatPassesInTrainIsSelected(SelectionLab lab, Signals signals, Given given, String rows) {
    SelectionTruth truth = signals.truth();
    boolean real = rows.equals(SIGNALS);
    List<String> columns =
        real ? Signals.NUMBERS : IntStream.range(0, 200).mapToObj("w%03d"::formatted).toList();
    Table train = real ? truth.train() : Inputs.noise(truth.wide().train(), columns);
    Table other = real ? truth.canary() : Inputs.noise(truth.wide().test(), columns);
    String label = real ? Signals.TARGET : "side";
    double level = real ? 0.05 : 0.1;
    Dataset<Row> test = given.frame(other);
    PipelineModel model = lab.selectByTest(given.frame(train), test, columns, label, level);
    String right = "continuous, %s, fpr, %s".formatted(real ? "continuous" : "categorical", level);
    String told = compute("the stages", () -> told(model));
    List<String> selected = new Vectors(other, columns, List.of()).names(model, test, "selected");
    expect(selected)
        .as("the columns in `selected`")
        .fact("label", label)
        .fact("level", level)
        .fact("all", columns.size())
        .fact("yours", selected.size())
        .fact("biased", "%.2f".formatted(truth.wide().biasedAuc()))
        .fact("honest", "%.2f".formatted(truth.wide().honestAuc()))
        .toHaveElementsInOrder(
            columns.stream().filter(column -> pValue(train, column, label) < level).toList())
        .diagnose(
            "selector-settings",
            names -> !told.isEmpty() && !told.equals(right),
            "Your selector was told otherwise than asked for. Feature type, label type, mode and threshold are: %s; right for these columns are: %s. What each of them means is in the lesson."
                .formatted(told, right));
  }

  /** What the selectors of a pipeline were told. */
  private static String told(PipelineModel model) {
    List<String> told = new ArrayList<>();
    for (Transformer stage : model.stages()) {
      if (stage instanceof UnivariateFeatureSelectorModel selector) {
        told.add(selector.getFeatureType());
        told.add(selector.getLabelType());
        told.add(selector.getSelectionMode());
        told.add("" + selector.get(selector.selectionThreshold()).getOrElse(() -> (Object) "none"));
      }
    }
    return String.join(", ", told);
  }

  @Check(
      task = 4,
      points = 6,
      cases = {"plant", SIGNALS})
  void oneOfEachPairOfTwinsIsKept(SelectionLab lab, Signals signals, Given given, String which) {
    boolean real = which.equals(SIGNALS);
    Table rows = real ? signals.truth().canary() : Inputs.PLANT;
    List<String> columns = real ? signals.truth().roles().relevant() : Inputs.PLANT_COLUMNS;
    String label = real ? Signals.TARGET : "output";
    List<String> kept = new ArrayList<>();
    columns.stream()
        .sorted(Comparator.comparing(column -> -likeness(rows, column, label)))
        .filter(column -> kept.stream().noneMatch(other -> likeness(rows, column, other) > TWINS))
        .forEach(kept::add);
    expect(lab.dropTwins(given.frame(rows), columns, label, TWINS))
        .as("the columns that are kept")
        .fact("label", label)
        .toHaveElementsInOrder(columns.stream().filter(kept::contains).toList())
        .diagnose(
            "dropped-without-a-twin",
            names ->
                columns.stream()
                    .anyMatch(c -> names.stream().noneMatch(k -> likeness(rows, c, k) > TWINS)),
            "A column was dropped that no column that is kept is like, so what it said is lost. Only a column that is kept may send another away, and of two twins one stays.");
  }

  private static double likeness(Table rows, String one, String other) {
    return Math.abs(Correlations.pearson(rows.numbers(one), rows.numbers(other)));
  }

  /** A standardised coefficient shrinks by the strength, and is zero if it was smaller. */
  @Check(task = 5, points = 8)
  void thePenaltyLeavesWhatMovesTheMotor(SelectionLab lab, Given given) {
    List<String> columns = List.of("drift", "load", "wear", "angle", "speed", "pitch", "hum");
    Table judged = Inputs.motors(false);
    Dataset<Row> train = given.frame(Inputs.motors(true));
    Dataset<Row> test = given.frame(judged);
    PipelineModel model = lab.selectByLasso(train, test, columns, "power", 1);
    expect(new Vectors(judged, columns, List.of()).names(model, test, "selected"))
        .as("the columns in `selected`")
        .fact("all", columns.size())
        .toHaveElementsInOrder(List.of("load", "speed", "pitch"));
  }

  @Check(task = 5, points = 9)
  void thePenaltyFindsWhatWasPlanted(SelectionLab lab, Signals signals) {
    List<String> columns = Signals.NUMBERS;
    PipelineModel model =
        lab.selectByLasso(signals.train(), signals.test(), columns, Signals.TARGET, 0.2);
    List<String> planted = signals.truth().roles().informative();
    Vectors vectors = new Vectors(signals.truth().canary(), columns, List.of());
    expect(vectors.names(model, signals.canary(), "selected"))
        .as("the columns in `selected`")
        .fact("all", columns.size())
        .toSatisfy(
            // One column too many or too few among the five that matter: 5 of 6, or 4 of 5.
            "the Jaccard index with the %d planted columns is at least 0.8"
                .formatted(planted.size()),
            selected -> SelectionTruth.jaccard(selected, planted) >= 0.8);
  }

  @Check(
      task = 6,
      points = 5,
      seconds = 60,
      cases = {"snow", "signs", "tree"})
  void whatIsKnownByHeartIsWorthNothing(
      SelectionLab lab, Signals signals, Given given, String what) {
    Shuffled right =
        switch (what) {
          case "snow" -> Shuffled.inSnow(given);
          case "signs" -> Shuffled.bySigns(given);
          default -> Shuffled.ofTree(given, signals.truth());
        };
    double onTest = right.accuracies.get("test");
    double more = right.accuracies.get("train") - onTest;
    expect(lab.importances(right.model, right.train, right.test, right.columns, right.label, 5))
        .as("the importances")
        .within(right.luck)
        .toHaveRows(right.importances())
        .diagnoseCells(
            "nothing-shuffled",
            cell -> cell.number() == 0,
            "Your {column} is exactly 0 where {expected} is expected: as many rows are right as before. Either whole rows changed places, or nothing did, or the values changed places only among rows with the same label. Shuffle the values of one column among all rows, and leave the rest of each row where it is.")
        .diagnoseCells(
            "sign-turned",
            cell -> right.near(cell.number(), -(double) cell.expected()),
            "The sign is turned: the importance is the accuracy on the rows as they are, less the accuracy after shuffling. What matters costs something, so it is above zero.")
        .diagnoseCells(
            "score-not-drop",
            cell -> right.near(cell.number(), onTest - (double) cell.expected()),
            "These are the accuracies after shuffling. The importance is what is lost: subtract them from the accuracy on the rows as they are, which is %.3f."
                .formatted(onTest))
        .diagnoseCells(
            "base-on-train",
            cell -> right.near(cell.number(), (double) cell.expected() + more),
            "Your importances are %.3f too large, and by as much the model does better on train than on test. Take both accuracies on test: as it is, and shuffled."
                .formatted(more));
  }

  @Check(
      task = 7,
      points = 6,
      seconds = 40,
      cases = {"rides", SIGNALS})
  void laterRowsFitTheFormulaOfTrain(SelectionLab lab, Signals signals, Given given, String rows) {
    boolean real = rows.equals(SIGNALS);
    SelectionTruth truth = signals.truth();
    List<String> numbers = real ? truth.roles().informative() : List.of("hours", "distance");
    List<String> categories =
        real ? truth.roles().informativeCategories() : List.of("site", "gear");
    Table train = real ? truth.train() : Inputs.part(Inputs.RIDES, true);
    String first = categories.get(0);
    // Every fiftieth of the signals has a level that train has not; of the rides it is gear 7.
    Table later =
        (real ? truth.canary() : Inputs.part(Inputs.RIDES, false))
            .with(first, row -> row.whole("id") % 50 == 0 ? 77 : row.get(first));
    String label = real ? Signals.TARGET : "price";
    Dataset<Row> test = given.frame(later);
    PipelineModel model = lab.formulaFeatures(given.frame(train), test, numbers, categories, label);
    Vectors vectors = new Vectors(later, numbers, categories);
    List<String> features = vectors.names(model, test.drop(label), "features");
    List<String> expected = new ArrayList<>(numbers);
    for (String category : categories) {
      Map<Object, Long> counts = train.values(category).counts();
      Comparator<Object> frequentFirst = Comparator.comparing(level -> -counts.get(level));
      counts.keySet().stream()
          .sorted(frequentFirst.thenComparing(String::valueOf))
          .forEach(level -> expected.add(Vectors.ofSwitch(category, level)));
    }
    List<String> more = features.stream().filter(name -> !expected.contains(name)).toList();
    List<String> missing = expected.stream().filter(name -> !features.contains(name)).toList();
    expect(features)
        .as("`features`")
        .fact("more", String.join(", ", more))
        .toHaveElementsInOrder(expected)
        .diagnose(
            "switch-for-unknown",
            names -> more.stream().anyMatch(name -> name.contains(" = ")),
            "There is a switch for a level that train has not: %s. Either the levels were learned from more rows than train, or the place that is kept for unknown levels came into the vector. In a row with an unknown level all switches of its category are 0."
                .formatted(String.join(", ", more)))
        .diagnose(
            "level-dropped",
            names -> missing.stream().anyMatch(name -> name.contains(" = ")),
            "There is no switch for %s: each level of train has one, also the rarest, or a row with it looks like one with an unknown level. An encoder drops the last level unless a place is kept for unknown ones: setHandleInvalid(\"keep\")."
                .formatted(String.join(", ", missing)))
        .diagnose(
            "another-order",
            names -> missing.isEmpty(),
            "All the features are there, but in another order. First come the numbers as they are given, then the categories as they are given, of each the most frequent level of train first; of two equally frequent ones the one whose text comes first, so 10 before 3.");
  }
}
