package day2.pca.checks;

import static dev.kindling.check.Expect.expect;
import static java.lang.Math.min;

import day2.pca.PcaLab;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.check.ListExpectation;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.lowrank.LowRank;
import dev.kindling.data.lowrank.LowRankTruth;
import dev.kindling.reference.PrincipalComponents;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each task is judged on a few hand-made rows and on the readings of the pump. */
final class PcaChecks {

  private static final String SMALL = "a few rows";
  private static final String READINGS = "readings of the pump";
  private static final int CAUSES = LowRankTruth.RANK;

  /** Both sides compute in doubles; what is wrong is a million times larger. */
  private static final double ROUNDING = 1e-6;

  @Check(
      task = 1,
      points = 5,
      cases = {SMALL, READINGS})
  void measurementsStay(PcaLab lab, Given given, LowRank pump, String rows) {
    boolean small = rows.equals(SMALL);
    Table df =
        small
            ? PcaTables.WEATHER
            : pump.truth()
                .canary()
                .with("is_night:double", row -> row.whole("id") % 2)
                .with("site_OHE:vector", row -> List.of(0.0, (double) (row.whole("id") % 5), 1.0));
    String label = small ? "yield" : LowRank.LABEL;
    Predicate<String> isDouble = name -> df.at(0).get(name) instanceof Double;
    Predicate<String> isVector = name -> df.at(0).get(name) instanceof List;
    Predicate<String> isMeasured =
        name -> !name.equals(label) && isDouble.test(name) && values(df, name) > 2;
    ListExpectation<String> chosen =
        expect(lab.columnsToReduce(given.frame(df), label))
            .as("the columns")
            .toHaveElementsInOrder(df.columns().stream().filter(isMeasured).toList());
    chosen.diagnose(
        "label-in-pca",
        names -> names.contains(label),
        "The label `%s` is among the columns. The components would be made of the very thing that is to be predicted, and for new rows there is no label."
            .formatted(label));
    among(
        chosen,
        "ohe-in-pca",
        isVector.or(name -> values(df, name) == 2),
        "Among the columns are some that say yes or no: %s. Scaled, a rare level shouts louder than a measurement, and a direction between levels is no quantity. Leave out vectors of an encoder and columns with two values only, whatever the two are.");
    among(
        chosen,
        "constant-in-pca",
        name -> values(df, name) == 1,
        "%s has the same value in every row: there is nothing to vary along, and its standard deviation is 0.");
    among(
        chosen,
        "id-in-pca",
        isDouble.negate(),
        "Among the columns are some that are no doubles: %s. Here whole numbers are ids and codes: their distances mean nothing, and an id varies more than anything else. Take the doubles.");
    chosen.diagnose(
        "measurement-left-out",
        names -> !names.containsAll(df.columns().stream().filter(isMeasured).toList()),
        names ->
            "Left out, and a double with three different values or more: %s. All rows of `df` count, and three values are enough; names tell nothing."
                .formatted(those(df.columns(), isMeasured.and(name -> !names.contains(name)))));
  }

  private static void among(
      ListExpectation<String> chosen, String id, Predicate<String> kind, String words) {
    chosen.diagnose(
        id, names -> names.stream().anyMatch(kind), names -> words.formatted(those(names, kind)));
  }

  private static int values(Table df, String column) {
    return new HashSet<>(df.column(column)).size();
  }

  private static String those(List<String> names, Predicate<String> kind) {
    return names.stream().filter(kind).map("`%s`"::formatted).collect(Collectors.joining(", "));
  }

  @Check(
      task = 2,
      points = 10,
      cases = {SMALL, READINGS})
  void laterRowsAreProjectedAsTrainWants(PcaLab lab, Given given, LowRank pump, String rows) {
    boolean small = rows.equals(SMALL);
    LowRankTruth truth = pump.truth();
    Table train = small ? PcaTables.PARCELS_TO_LEARN : truth.train();
    Table test = small ? PcaTables.PARCELS_TO_PROJECT : truth.test();
    Table later = small ? test : truth.canary();
    List<String> columns = small ? PcaTables.SIZES : LowRank.SENSORS;
    int k = small ? 2 : CAUSES;
    PrincipalComponents right = PrincipalComponents.scaled(train, columns);
    PipelineModel model = lab.fitPca(given.frame(train), given.frame(test), columns, k);
    expect(model)
        .as("the model")
        .on(given.frame(later))
        .columns("id", "pca")
        .as("the projected rows")
        .upToSign("pca")
        .within("pca", ROUNDING)
        .fact("shift", () -> shift(right, k))
        .toHaveRows(later.with("pca:vector", right.project(later, k)).select("id", "pca"))
        .diagnose(
            "unscaled-pca",
            frame ->
                SearchJudge.stages(model)
                    .takeWhile(stage -> !(stage instanceof PCAModel))
                    .allMatch(
                        stage ->
                            stage instanceof VectorAssembler
                                || (stage instanceof StandardScalerModel scaler
                                    && !scaler.getWithStd())),
            frame -> unscaled(train, columns));
  }

  /** The largest shift that comes of not centring, and along which component. */
  private static String shift(PrincipalComponents components, int k) {
    Object[] zeros = Collections.nCopies(components.columns().size(), 0.0).toArray();
    Table origin = Table.of(components.columns().toArray(String[]::new)).row(zeros);
    List<Double> shifts = components.project(origin, k).get(0);
    int farthest = farthest(shifts);
    return "by %.1f along component %d".formatted(Math.abs(shifts.get(farthest)), farthest + 1);
  }

  private static String unscaled(Table train, List<String> columns) {
    PrincipalComponents unscaled = PrincipalComponents.unscaled(train, columns);
    return "The columns were not scaled before the `PCA`, so the one with the largest numbers decides: the first component has %.1f %% of the variance, and it is little else than `%s`. In other units of the same columns the result would be another. Let a `StandardScaler` come first."
        .formatted(
            100 * unscaled.shares().get(0), columns.get(farthest(unscaled.vectors().get(0))));
  }

  private static int farthest(List<Double> numbers) {
    return IntStream.range(0, numbers.size())
        .boxed()
        .max((a, b) -> Double.compare(Math.abs(numbers.get(a)), Math.abs(numbers.get(b))))
        .orElseThrow();
  }

  @Check(
      task = 3,
      points = 6,
      cases = {SMALL, READINGS})
  void theSumReachesTheShare(PcaLab lab, Given given, LowRank pump, String rows) {
    boolean small = rows.equals(SMALL);
    List<String> columns = small ? PcaTables.BOX_SIDES : LowRank.SENSORS;
    Table df = small ? PcaTables.BOX : comparable(pump.truth().canary(), columns);
    double[] shares =
        small
            ? new double[] {0.3, 0.37, 0.5, 0.64, 0.83, 0.97}
            : new double[] {0.4, 0.7, 0.95, 0.985};
    Dataset<Row> frame = given.frame(assembled(df, "scaled", columns));
    PrincipalComponents components = PrincipalComponents.unscaled(df, columns);
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Integer> right = new TreeMap<>();
    for (double share : shares) {
      counts.put("share " + share, lab.componentsNeeded(frame, share));
      right.put("share " + share, components.needed(share));
    }
    int most = Collections.max(counts.values());
    expect(counts)
        .as("the number of components for each share")
        .toHaveEntries(right)
        .diagnose(
            "too-few-kept",
            found -> right.keySet().stream().allMatch(s -> found.get(s) == min(right.get(s), most)),
            "The numbers stop growing too early, as if there were no more components. A `PCA` tells the shares of those that it keeps: give `setK` the size of the vector.");
  }

  /** In units in which no column drowns another; the means stay far from zero. */
  private static Table comparable(Table rows, List<String> columns) {
    Table changed = rows;
    for (int i = 0; i < columns.size(); i++) {
      double unit = rows.values(columns.get(i)).sd() / (1 + 0.1 * i);
      changed = changed.change(columns.get(i), value -> (Double) value / unit);
    }
    return changed;
  }

  /** The ids, and columns as one vector. */
  private static Table assembled(Table rows, String vector, List<String> columns) {
    return rows.with(vector + ":vector", row -> columns.stream().map(row::number).toList())
        .select("id", vector);
  }

  @Check(
      task = 4,
      points = 7,
      cases = {SMALL, READINGS})
  void theLargestLoadingOfAComponentIsPositive(PcaLab lab, LowRank pump, String rows) {
    boolean small = rows.equals(SMALL);
    List<String> columns = small ? PcaTables.SKY : LowRank.SENSORS;
    List<List<Double>> directions =
        small ? PcaTables.DIRECTIONS : pump.truth().trainComponents().vectors().subList(0, CAUSES);
    TableBuilder right = Table.builder("component:int", "column:string", "loading:double");
    for (int c = 0; c < directions.size(); c++) {
      List<Double> direction = directions.get(c);
      double sign = Math.signum(direction.get(farthest(direction)));
      for (int i = 0; i < columns.size(); i++) {
        right.row(c + 1, columns.get(i), sign * direction.get(i));
      }
    }
    expect(lab.loadings(model(directions), columns))
        .as("the loadings")
        .within("loading", ROUNDING)
        .toHaveRows(right.build())
        .diagnoseCells(
            "other-sign-rule",
            cell -> Math.abs(cell.number() + (double) cell.expected()) < ROUNDING,
            "The loadings are right but for their signs: that of `{row.column}` in component {component} is {yours}, and {expected} is expected. The rule here: the loading with the largest absolute value is positive, and all others of the component turn with it. The first one, the last one, their sum or the largest without its sign are other rules.");
  }

  /** A model that has the opposites of these components, and no data behind it. */
  private static PCAModel model(List<List<Double>> directions) {
    int k = directions.size();
    double[] values =
        directions.stream().flatMap(List::stream).mapToDouble(loading -> -loading).toArray();
    PCAModel model =
        new PCAModel(
            "pca_by_hand",
            new DenseMatrix(directions.get(0).size(), k, values),
            new DenseVector(DoubleStream.iterate(0.4, share -> share / 2).limit(k).toArray()));
    return (PCAModel) model.set(model.k(), k);
  }

  @Check(
      task = 5,
      points = 9,
      cases = {SMALL, READINGS})
  void laterRowsAreRebuilt(PcaLab lab, Given given, LowRank pump, String rows) {
    boolean small = rows.equals(SMALL);
    Table train = small ? PcaTables.PARCELS_TO_LEARN : pump.truth().train();
    Table df = small ? PcaTables.PARCELS_TO_PROJECT : pump.truth().canary();
    List<String> columns = small ? PcaTables.SIZES : LowRank.SENSORS;
    int k = small ? 2 : CAUSES;
    Rebuilding right = new Rebuilding(PrincipalComponents.scaled(train, columns), k);
    Dataset<Row> rebuilt = lab.reconstruct(fit(given.frame(train), columns, k), given.frame(df));
    expect(rebuilt)
        .as("the rebuilt frame")
        .columns(df.columns().toArray(String[]::new))
        .as("the columns that were there before")
        .toHaveRows(df);
    expect(rebuilt)
        .columns("id", "reconstructed")
        .as("the rebuilt rows")
        .within("reconstructed", ROUNDING)
        .toHaveRows(df.with("reconstructed:vector", right::inUnits).select("id", "reconstructed"))
        .diagnose(
            "nothing-lost",
            assembled(df, "reconstructed", columns),
            "`reconstructed` is the row itself: it was not rebuilt from its components, so nothing got lost. Begin with the vector `pca`.");
    Map<Object, Object> scaled = df.with("of", row -> right.squares(row, false)).lookup("id", "of");
    Map<Object, Object> inUnits = df.with("of", row -> right.squares(row, true)).lookup("id", "of");
    expect(rebuilt)
        .columns("id", "error")
        .as("the errors")
        .within("error", ROUNDING)
        .toHaveRows(
            df.with("error:double", row -> right.squares(row, false) / columns.size())
                .select("id", "error"))
        .diagnoseCells(
            "error-not-a-mean",
            cell -> isOf(cell.number(), (double) scaled.get(cell.row().get("id")), right),
            "`error` of id {id} is {yours}, and {expected} is expected: the squared differences are the right ones, but their sum was not divided by the number of columns, which is %d. Divided by the number of components, or not at all, it cannot be compared between frames of more and of fewer columns."
                .formatted(columns.size()))
        .diagnoseCells(
            "error-in-units",
            cell -> isOf(cell.number(), (double) inUnits.get(cell.row().get("id")), right),
            "`error` of id {id} is {yours}, and {expected} is expected: it compares the rows in their units, so the column with the largest numbers decides alone. Compare `scaled` with its reconstruction, before that is taken back to units.");
  }

  /** Whether a number is a sum, or that divided by the number of columns or of components. */
  private static boolean isOf(double number, double sum, Rebuilding of) {
    return DoubleStream.of(1, of.size(), of.k())
        .anyMatch(count -> Math.abs(number * count - sum) <= 1e-6 * Math.max(1, sum));
  }

  /** The three stages that the fifth task is handed, fitted. */
  static PipelineModel fit(Dataset<Row> train, List<String> columns, int k) {
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol("features");
    StandardScaler scaler =
        new StandardScaler().setInputCol("features").setOutputCol("scaled").setWithMean(true);
    PCA pca = new PCA().setInputCol("scaled").setOutputCol("pca").setK(k);
    return new Pipeline().setStages(new PipelineStage[] {assembler, scaler, pca}).fit(train);
  }

  @Check(
      task = 6,
      points = 8,
      seconds = 120,
      cases = {"all sensors", "five sensors"})
  void trainAloneChoosesK(PcaLab lab, Given given, LowRank pump, String sensors) {
    new SearchJudge(pump.truth(), sensors.startsWith("all")).judge(lab, given);
  }

  @Check(
      task = 7,
      points = 5,
      cases = {SMALL, READINGS})
  void variancesAlongTheDirections(PcaLab lab, Given given, LowRank pump, String rows) {
    boolean small = rows.equals(SMALL);
    List<String> columns = small ? PcaTables.SIZES : LowRank.SENSORS;
    Table df = comparable(small ? PcaTables.PARCELS_TO_LEARN : pump.truth().canary(), columns);
    expect(lab.variancesBySvd(given.frame(assembled(df, "features", columns))))
        .as("the variances")
        .within(ROUNDING)
        .toHaveElementsInOrder(PrincipalComponents.unscaled(df, columns).variances());
  }
}
