package day2.endtoend.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.lit;

import day2.endtoend.EndToEndLab;
import day2.endtoend.Scored;
import day2.endtoend.Settings;
import day2.endtoend.Split;
import day2.endtoend.Tuned;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.wine.Wines;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingSpace;
import dev.kindling.reference.Auc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;

/** Models are judged by what they predict, the server by all that it should know afterwards. */
final class EndToEndChecks {

  private static final long SEED = 42;
  private static final String TOLD = "what runs tell (`returned` is the one whose id was returned)";
  private static final Table AS_IN_TRAIN =
      Table.parse("alcohol:double|prediction:double\n1.0|0.0\n2.0|1.0\n3.0|0.0\n4.0|1.0");
  private static final Table AS_IN_BOTH =
      Table.parse("alcohol:double|prediction:double\n1.0|0.0\n2.0|1.0\n10.0|0.0\n20.0|0.0");

  @Check(
      task = 1,
      points = 7,
      cases = {"by hand", "unseen wines"})
  void winesArePrepared(EndToEndLab lab, Wines wines, Given given, String rows) {
    Table canary = wines.truth().canary();
    boolean byHand = rows.equals("by hand");
    Table red = byHand ? Inputs.RED : canary.where("is_red", 1).drop("is_red");
    Table white = byHand ? Inputs.WHITE : canary.where("is_red", 0).drop("is_red");
    expect(lab.prepareWines(given.frame(red), given.frame(white)))
        .as("the prepared wines")
        .toHaveRows(Inputs.prepared(red, white))
        .diagnose(
            "blanks-in-names",
            frame -> String.join("", frame.columns()).contains(" "),
            "There are names with a blank. Spark lives with them; Delta does not: `[DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES]` comes when the table is written, at the end of the day. Rename all columns now, an underscore for each blank.")
        .diagnose(
            "nulls-kept",
            frame -> frame.na().drop().count() < frame.count(),
            "Rows with a null are still there. A `VectorAssembler` would stop at them, and a wine without a quality is no bad one, though `when(null)` goes on to `otherwise`. Drop every row that has a null in any column: `na().drop()`.");
  }

  @Check(task = 2, points = 7)
  void everyWineIsDrawnForItself(EndToEndLab lab, Wines wines, Given given) {
    Table all = Inputs.cellar(wines.truth());
    for (String column : List.of("pH", "density")) {
      Table twins = Inputs.twins(all, column);
      Parts.of(lab.splitWines(given.frame(twins), SEED), twins).judgeShares(column + " alone");
    }
    Parts parts = Parts.of(lab.splitWines(given.frame(all), SEED), all);
    parts.judgeShares("any column");
    parts.judgeSeeds(Parts.of(lab.splitWines(given.frame(all), SEED + 1), all));
  }

  @Check(task = 2, points = 7)
  void theSplitIsTheSameWhereverTheRowsLie(EndToEndLab lab, Wines wines, Given given) {
    Table some = Inputs.cellar(wines.truth()).head(600).distinct();
    Dataset<Row> frame = given.frame(some);
    Parts first = Parts.of(lab.splitWines(frame, SEED), some);
    expect(Parts.of(lab.splitWines(frame, SEED), some).places())
        .as("the parts of the wines, split twice with one seed")
        .toHaveEntries(first.places())
        .diagnose(
            "no-seed",
            places -> true,
            "The same rows were split twice with the same seed, and many are in another part. Without a seed Spark takes one of its own each time: give `seed` to whatever draws.");
    Dataset<Row> moved = given.repartitioned(given.shuffled(frame, SEED), 3);
    expect(Parts.of(lab.splitWines(moved, SEED), some).places())
        .as("the parts of the wines, in another order and in other partitions")
        .toHaveEntries(first.places())
        .diagnose(
            "depends-on-partitions",
            places -> true,
            "The same rows came in another order and in other partitions, and some changed their part, with the same seed. `randomSplit`, `sample` and `rand` draw their numbers partition by partition, in the order of the rows, so a larger cluster gives another test set. Let the values of a row decide (a hash with the seed), or bring all rows into one partition before `randomSplit`.");
  }

  @Check(
      task = 3,
      points = 7,
      cases = {"as many as are told", "a few"})
  void theForestLearnsFromTrainAlone(EndToEndLab lab, Given given, String trees) {
    Split split = Inputs.contradicting(given);
    Settings settings = new Settings(trees.equals("a few") ? 4 : 9, 3, given.seed());
    Scored scored = lab.fitForest(split.train(), split.validation(), settings);
    judge(scored.model(), given, AS_IN_TRAIN);
    judge(scored.model(), settings);
    double right = auc(scored.model(), split.validation());
    expect(scored.auc()).as("the AUC on validation").within(1e-6).toBe(right);
  }

  @Check(
      task = 4,
      points = 8,
      cases = {"a forest", "a small forest"})
  void theRunTellsWhatSomebodyNeedsWhoWasNotThere(
      EndToEndLab lab, TrackingSpace space, Given given, String size) {
    Split split = Inputs.contradicting(given);
    Settings settings = new Settings(size.equals("a forest") ? 12 : 5, 3, given.seed());
    PipelineModel model = Inputs.forest(split.train(), settings);
    String log = space.experiment("a baseline");
    String id = lab.logForest(space.uri(), log, model, settings, split.train(), split.validation());
    double train = auc(model, split.train());
    double val = auc(model, split.validation());
    Map<String, Object> right = new TreeMap<>();
    Server.add(right, false, settings, Map.of("train_auc", train, "val_auc", val));
    expect(Server.runs(space, log, id)).as(TOLD).within(1e-6).toHaveEntries(right);
    List<String> names = List.of("is_red", "fixed_acidity", "alcohol");
    Map<String, Object> files = new TreeMap<>();
    double[] shares = forest(model).featureImportances().toArray();
    names.forEach(name -> files.put("importance of " + name, shares[names.indexOf(name)]));
    files.putAll(Map.of("inputs", names, "outputs", List.of("prediction"), "example", names));
    expect(compute("the files of the run", () -> Server.files(space, id)))
        .as("importances, signature and example (in that order of columns)")
        .within(0.0006) // as many digits as people write
        .toHaveEntries(files)
        .help(
            "`feature_importances.json` lies at the root of the artifacts. Its names, the inputs of the signature and the columns of the example are those of the assembler's `getInputCols()`, in its order.");
    SparkModels models = new SparkModels(space.uri());
    var loaded = compute("the model", () -> models.loadModel("runs:/" + id + "/model"));
    judge(loaded, given, AS_IN_TRAIN);
  }

  @Check(
      task = 5,
      points = 8,
      cases = {"the last is best", "one in the middle is best"})
  void validationChoosesAndTestJudges(
      EndToEndLab lab, TrackingSpace space, Given given, String best) {
    Split split = Inputs.deceiving(given);
    // A forest of depth 0 sees nothing.
    Settings seeing = new Settings(5, 3, given.seed());
    List<Settings> candidates =
        Stream.of(new Settings(3, 0, 7L), seeing, new Settings(2, 0, 7L))
            .limit(best.equals("the last is best") ? 2 : 3)
            .toList();
    String log = space.experiment("tuning");
    Tuned tuned = lab.tune(space.uri(), log, split, candidates);
    Map<String, Object> right = new TreeMap<>();
    double val = (10 * 12 + 0.5 * 10 * 14) / (10 * 26);
    double test = 0.5 * 22 * 6 / (22 * 15);
    for (Settings tried : candidates) {
      Server.add(right, true, tried, Map.of("val_auc", tried.equals(seeing) ? val : 0.5));
    }
    Server.add(right, false, seeing, Map.of("val_auc", val, "test_auc", test));
    expect(Server.runs(space, log, tuned.runId()))
        .as(TOLD)
        .within(1e-6)
        .toHaveEntries(right)
        .diagnose(
            "another-candidate",
            told -> !"3".equals(told.getOrDefault("returned: maxDepth", "3")),
            "The returned run has not the params of the candidate with the largest `val_auc`. The best may come at any place: remember the largest `val_auc` so far, and whose it is.");
    judge(tuned.model(), given, AS_IN_BOTH);
    judge(tuned.model(), seeing);
  }

  @Check(
      task = 6,
      points = 7,
      cases = {"who wins", "what follows"})
  void onlyWhatIsBetterOnTestIsPromoted(EndToEndLab lab, TrackingSpace space, String about) {
    Map<String, String> left = new TreeMap<>();
    Map<String, String> right = new TreeMap<>();
    for (TableRow contest : Inputs.CONTESTS.where("about", about).stream().toList()) {
      Server model = Server.in(space).add(contest.text("there"));
      Map<String, String> wanted = model.state();
      String returned = model.promote(lab, contest.text("comes"));
      Map<String, String> found = model.state();
      found.put("returned", returned);
      String version = "version " + model.runs().size();
      boolean wins = contest.flag("wins");
      wanted.replaceAll((key, stage) -> wins && stage.equals("Production") ? "Archived" : stage);
      wanted.put(version, wins ? "Production" : "Staging");
      wanted.put(version + ", run", "run " + model.runs().size());
      wanted.put(version + ", folder", "model");
      wanted.put(wins ? "alias champion" : "alias challenger", version);
      wanted.put("returned", wanted.get("alias champion"));
      String title = contest.text("title");
      wanted.forEach((key, value) -> right.put(title + ": " + key, value));
      found.forEach((key, value) -> left.put(title + ": " + key, value));
    }
    String looked = about.equals("who wins") ? "alias champion" : "";
    left.keySet().removeIf(key -> !key.endsWith(looked));
    right.keySet().removeIf(key -> !key.endsWith(looked));
    expect(left).as("what is known after each contest").toHaveEntries(right);
  }

  @Check(
      task = 7,
      points = 6,
      cases = {"a forest", "another champion each night"})
  void eachBatchIsScoredByTheChampion(
      EndToEndLab lab, TrackingSpace space, Given given, String by, @TempDir Path folder) {
    boolean one = by.equals("a forest");
    List<PipelineModel> models =
        List.of(
            one
                ? Inputs.forest(Inputs.contradicting(given).train(), new Settings(5, 3, 3L))
                : Inputs.rule("fixed_acidity < 0.25"),
            Inputs.rule("alcohol > 1.2"),
            Inputs.rule("is_red = 1"));
    Server model = Server.in(space);
    models.forEach(model::add);
    model.mark(2, "shadow", one ? "Production" : "None");
    String path = folder.resolve("scored").toString().replace('\\', '/');
    for (int night = 1; night <= (one ? 1 : 2); night++) {
      model.mark(night, "champion", "None");
      String version = Integer.toString(night);
      Table batch = Inputs.BOTTLES.where(b -> b.get("bottle id").toString().startsWith(version));
      String returned = lab.scoreWines(space.uri(), model.name(), given.frame(batch), path);
      Dataset<Row> wines = given.frame(Inputs.underscored(batch));
      Dataset<Row> right = models.get(night - 1).transform(wines);
      right = right.withColumn("model_version", lit(version));
      expect(compute("the Delta table", () -> given.spark().read().format("delta").load(path)))
          .as("the table")
          .toHaveRows(right.drop("features", "rawPrediction", "probability"))
          .diagnose(
              "earlier-batch",
              table -> table.count() > 0 && table.join(wines, "bottle_id").isEmpty(),
              "The table holds the batch before, and nothing of this one: a mode such as \"ignore\" leaves a table that is there alone, and says nothing. Replace it: `mode(\"overwrite\")`.");
      expect(returned).as("the returned version").toBe(version);
    }
  }

  /** Judges what a model says of wines that nobody has tasted, in another order of columns. */
  private static void judge(PipelineModel model, Given given, Table right) {
    Table wines = right.with("fixed_acidity:double", row -> row.number("alcohol") / 10);
    wines = wines.with("is_red:int", row -> 0).select("is_red", "fixed_acidity", "alcohol");
    expect(model)
        .on(given.frame(wines))
        .as("the predictions for wines that nobody has tasted")
        .columns("alcohol", "prediction")
        .toHaveRows(right);
  }

  private static void judge(PipelineModel model, Settings settings) {
    Class<?> forest = RandomForestClassificationModel.class;
    expect(model)
        .as("the pipeline")
        .toHaveParam(forest, "numTrees", settings.numTrees())
        .toHaveParam(forest, "maxDepth", settings.maxDepth())
        .toHaveParam(forest, "seed", settings.seed())
        .toSatisfy("its forest reads 3 features", any -> forest(model).numFeatures() == 3);
  }

  private static RandomForestClassificationModel forest(PipelineModel model) {
    return (RandomForestClassificationModel) model.stages()[model.stages().length - 1];
  }

  private static double auc(PipelineModel model, Dataset<Row> wines) {
    Dataset<Row> judged = model.transform(wines).select("probability", "label");
    List<Row> rows = compute("the predictions", judged::collectAsList);
    boolean[] good = new boolean[rows.size()];
    for (int i = 0; i < good.length; i++) {
      good[i] = rows.get(i).getDouble(1) == 1;
    }
    return Auc.of(rows.stream().mapToDouble(row -> row.<Vector>getAs(0).apply(1)).toArray(), good);
  }

  /** A split in plain Java: the parts that each wine is in, by its values. */
  private record Parts(Map<String, List<String>> places) {

    static Parts of(Split split, Table wines) {
      Map<String, Integer> came = new TreeMap<>();
      Parts parts = new Parts(new TreeMap<>());
      for (List<Object> values : wines.rows()) {
        came.merge(values.toString(), 1, Integer::sum);
        parts.places.put(values.toString(), new ArrayList<>());
      }
      parts.add("train", split.train(), wines);
      parts.add("validation", split.validation(), wines);
      parts.add("test", split.test(), wines);
      Map<String, Integer> found = new TreeMap<>();
      parts.places.forEach((wine, of) -> found.put(wine, of.size()));
      expect(found)
          .as("the number of places that each wine has in the parts")
          .toHaveEntries(came)
          .diagnose(
              "parts-overlap",
              all -> all.keySet().stream().anyMatch(of -> all.get(of) > came.getOrDefault(of, 0)),
              "Wines are in more than one part, so the model is judged on rows that it has learned by heart. Samples that are drawn one by one overlap; draw once, and cut.")
          .diagnose(
              "in-no-part",
              all -> all.containsValue(0),
              "Some wines are in no part. If the parts are cut out of one number per row, look at the limits: one of the two neighbours has to take what lies on it.");
      return parts;
    }

    private void add(String part, Dataset<Row> rows, Table wines) {
      String[] columns = wines.columns().toArray(String[]::new);
      expect(rows).as(part).toHaveColumns(columns);
      for (Row row : compute(part, rows.selectExpr(columns)::collectAsList)) {
        places.computeIfAbsent(row.mkString("[", ", ", "]"), wine -> new ArrayList<>()).add(part);
      }
    }

    void judgeShares(String what) {
      List<String> all = places.values().stream().flatMap(List::stream).toList();
      Map<String, Double> shares = new TreeMap<>();
      all.forEach(part -> shares.merge(part, 1.0 / all.size(), Double::sum));
      expect(shares)
          .as("the shares of the parts, of wines that differ in " + what)
          .within(0.03)
          .toHaveEntries(Map.of("train", 0.6, "validation", 0.2, "test", 0.2))
          .diagnose(
              "negative-remainder",
              found -> Math.abs(found.getOrDefault("train", 0.0) - 0.8) < 0.03,
              "Train has 80 % of the rows. A hash may be negative, and in Java and in SQL so is its remainder: half of all rows are below zero, and end up in train. `pmod` gives a remainder that never is.")
          .diagnose(
              "some-columns-alone",
              found -> found.size() == 1,
              "All of them are in one part, so this column has no say in the draw: wines that agree in the columns that have one go together. Let all columns of a row decide.");
    }

    void judgeSeeds(Parts others) {
      double same = places.entrySet().stream().filter(others.places.entrySet()::contains).count();
      expect(same / places.size())
          .as(
              "the share of wines that are in the same part with the next seed (of two draws that know nothing of each other, 44 % agree)")
          .toBeBetween(0.4, 0.48)
          .diagnose(
              "seed-ignored",
              1.0,
              "Another seed gives the same split. With a seed that is written into the code nobody can find out whether a result was luck: use the one that is handed over.");
    }
  }
}
