package day2.onehot.checks;

import static day2.onehot.checks.Encoded.named;
import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.onehot.OneHotLab;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.data.Aggregate;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.listings.Listings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each task is judged on small hand-made rows and on listings, both against plain Java. */
final class OneHotChecks {

  private static final String SMALL = "a few rows";
  private static final String LISTINGS = "later listings";

  @Check(
      task = 1,
      points = 8,
      cases = {SMALL, LISTINGS})
  void levelsOfTrainAreIndexed(OneHotLab lab, Given given, Listings listings, String rows) {
    boolean small = rows.equals(SMALL);
    List<String> columns =
        small
            ? List.of("pet", "town")
            : List.of("neighbourhood_cleansed", "property_type", "room_type");
    Part train = small ? Part.of(given, OneHotTables.PETS_TO_LEARN) : Part.train(listings);
    Part test = small ? Part.of(given, OneHotTables.PETS_TO_JUDGE) : Part.test(listings);
    StringIndexerModel indexer = lab.fitIndexer(train.frame(), test.frame(), columns);
    expect(indexer)
        .as("the indexer")
        .toHaveParam("inputCols", columns.toArray(String[]::new))
        .toHaveParam("outputCols", named(columns, "Index"));
    Map<String, List<?>> learned = new TreeMap<>();
    Map<String, List<?>> right = new TreeMap<>();
    Table indexed = test.rows();
    for (String column : columns) {
      Levels levels = Levels.of(train.rows(), column);
      learned.put(column, List.of(indexer.labelsArray()[columns.indexOf(column)]));
      right.put(column, levels.names());
      indexed = indexed.with(column + "Index:double", levels::index);
    }
    expect(learned).as("the levels in the order of their indices").toHaveEntries(right);
    expect(compute("the indexed rows", () -> indexer.transform(test.frame())))
        .as("the indexed test rows")
        .toHaveRows(indexed);
  }

  @Check(
      task = 2,
      points = 6,
      cases = {SMALL, LISTINGS})
  void newLevelsAndNullsAreUnknown(OneHotLab lab, Given given, Listings listings, String rows) {
    boolean small = rows.equals(SMALL);
    List<String> columns =
        small
            ? List.of("town", "door", "pet")
            : List.of("property_type", "room_type", "host_response_time");
    Part train =
        small ? Part.of(given, OneHotTables.PETS_TO_LEARN) : Part.train(listings).select(columns);
    Part test =
        small ? Part.of(given, OneHotTables.PETS_TO_JUDGE) : Part.test(listings).select(columns);

    Table unseen = Table.of("column:string", "level:string", "rows:long");
    for (String column : columns) {
      Levels known = Levels.of(train.rows(), column);
      unseen =
          unseen.union(
              test.rows()
                  .where(row -> !known.knows(row))
                  .groupBy(column)
                  .agg(Aggregate.count("rows"))
                  .rename(column, "level")
                  .with("column", row -> column));
    }
    expect(lab.countUnseen(train.frame(), test.frame(), columns))
        .as("the unknown levels")
        .toHaveRows(unseen)
        .diagnose(
            "levels-not-rows",
            frame -> frame.where("rows > 1").isEmpty(),
            "Each level is counted once. `rows` is the number of rows of test with that level: those are the rows that \"skip\" would drop.");
  }

  @Check(
      task = 3,
      points = 10,
      cases = {SMALL, LISTINGS})
  void everyLevelOfTrainHasItsSlot(OneHotLab lab, Given given, Listings listings, String rows) {
    boolean small = rows.equals(SMALL);
    List<String> nominal =
        small
            ? List.of("pet", "town")
            : List.of("property_type", "cancellation_policy", "host_response_time");
    List<String> numeric = small ? List.of("size") : List.of("bedrooms", "accommodates");
    Part train = small ? Part.of(given, OneHotTables.PETS_TO_LEARN) : Part.train(listings);
    Part test =
        small
            ? Part.of(given, OneHotTables.PETS_TO_JUDGE)
            : Part.test(listings).where("bedrooms", 2);
    Pipeline pipeline = lab.oneHotPipeline(nominal, numeric);
    Dataset<Row> made =
        compute("the features", () -> pipeline.fit(train.frame()).transform(test.frame()));
    List<Levels> learned = levels(train, nominal);
    Table right = test.rows();
    for (Levels levels : learned) {
      right =
          right
              .with(levels.column() + "Index:double", levels::index)
              .with(levels.column() + "OHE:vector", levels::slots);
    }
    right = right.with("features:vector", row -> features(learned, Levels::slots, numeric, row));
    expect(made)
        .as("the transformed frame")
        .toContainColumns(right.columns().toArray(String[]::new));
    expect(select(made, test.rows()))
        .as("the columns that were there before")
        .toHaveRows(test.rows());
    expect(select(made, right)).as("the transformed frame").toHaveRows(right);
  }

  @Check(
      task = 4,
      points = 5,
      cases = {SMALL, LISTINGS})
  void theOrderComesFromTheList(OneHotLab lab, Given given, Listings listings, String rows) {
    boolean small = rows.equals(SMALL);
    Part df = small ? Part.of(given, OneHotTables.SIZES) : Part.canary(listings);
    String column = small ? "size" : "host_response_time";
    List<String> order = small ? OneHotTables.SIZE_ORDER : OneHotTables.RESPONSE_TIMES;
    List<String> levels = new ArrayList<>(order); // which can be asked for null
    expect(lab.encodeOrdinal(df.frame(), column, order))
        .as("the encoded frame")
        .toHaveRows(
            df.rows()
                .with(
                    column + "Index:double",
                    row -> {
                      int place = levels.indexOf(row.text(column));
                      return place < 0 ? null : (double) place;
                    }));
  }

  @Check(
      task = 5,
      points = 8,
      cases = {"a model that drops a level", "a model with a slot for the unknown"})
  void effectsAreRelativeToTheBase(OneHotLab lab, Given given, Listings listings, String kind) {
    boolean keeps = kind.endsWith("unknown");
    List<String> nominal =
        keeps ? List.of("host_is_superhost", "room_type") : List.of("townside", "town");
    Part train = keeps ? Part.canary(listings) : Part.of(given, OneHotTables.RENTS);
    String base = keeps ? "Private room" : "Hill";
    Pipeline pipeline =
        Encoded.pipeline(
            nominal,
            List.of(keeps ? "accommodates" : "size"),
            keeps,
            new LinearRegression().setLabelCol(keeps ? "price" : "rent"));
    PipelineModel model = pipeline.fit(train.frame());
    Dataset<Row> predicted = model.transform(train.frame());
    Vector coefficients = ((LinearRegressionModel) model.stages()[3]).coefficients();
    List<Levels> learned = levels(train, nominal);
    // Read by position: each column has a slot for the unknown, or none for its last level.
    int start = learned.get(0).size() + (keeps ? 1 : -1);
    List<Object> levels = learned.get(1).names();
    int slots = levels.size() + (keeps ? 1 : -1);
    Map<String, Double> right = new TreeMap<>();
    for (int i = 0; i < levels.size(); i++) {
      right.put((String) levels.get(i), i < slots ? coefficients.apply(start + i) : 0.0);
    }
    double ofBase = right.get(base);
    right.replaceAll((level, coefficient) -> coefficient - ofBase);
    String last = (String) levels.get(levels.size() - 1);
    expect(lab.readEffects(model, predicted, nominal.get(1), base))
        .as("the effects")
        .within(1e-9) // Spark's solver and the subtraction both round in the last digits
        .fact("last", last)
        .fact("base", base)
        .toHaveEntries(right)
        .diagnose(
            "dropped-level-missing",
            effects -> !keeps && !effects.containsKey(last),
            "\"%s\" is missing: the encoder dropped it, the last of %d levels, so it has no slot. It has an effect all the same; its coefficient is 0, and the others are compared with it."
                .formatted(last, levels.size()));
  }

  @Check(
      task = 6,
      points = 6,
      cases = {SMALL, LISTINGS})
  void aTreeTakesIndicesForCategories(OneHotLab lab, Given given, Listings listings, String rows) {
    boolean small = rows.equals(SMALL);
    List<String> nominal =
        small ? List.of("zone", "pet") : List.of("neighbourhood_cleansed", "property_type");
    List<String> numeric = small ? List.of("size") : List.of("accommodates", "bedrooms");
    String label = small ? "fee" : "price";
    Part train = small ? Part.of(given, OneHotTables.ZONES_TO_LEARN) : Part.canary(listings);
    Part test =
        small
            ? Part.of(given, OneHotTables.ZONES_TO_JUDGE)
            : Part.test(listings).where("bedrooms", 2);
    List<Levels> learned = levels(train, nominal);
    Pipeline pipeline = lab.treePipeline(nominal, numeric, label, learned.get(0).size());
    Dataset<Row> predicted =
        compute("the predictions", () -> pipeline.fit(train.frame()).transform(test.frame()));
    expect(predicted).as("the predicted frame").toContainColumns("features", "prediction");
    expect(predicted.select("id", "features"))
        .as("the predicted frame")
        .toHaveRows(
            test.rows()
                .with(
                    "features:vector", row -> features(learned, OneHotChecks::place, numeric, row))
                .select("id", "features"))
        .diagnose(
            "one-hot-for-trees",
            frame -> stages(pipeline).anyMatch(OneHotEncoder.class::isInstance),
            "The pipeline has a `OneHotEncoder`. With slots, a tree can only ask \"is it this level or any other?\", so a column of many levels becomes many weak features. With the index, it puts the levels into any two groups at once. Leave the encoder out.");
    expect(categories(predicted))
        .as("the places of the features that the tree takes for categories")
        .toHaveElementsInOrder(List.of(0, 1));
    expect(pipeline)
        .as("the pipeline")
        .toHaveParam(DecisionTreeRegressor.class, "labelCol", label)
        .toHaveParam(DecisionTreeRegressor.class, "maxDepth", 5)
        .toHaveParam(DecisionTreeRegressor.class, "minInstancesPerNode", 1);
    if (small) {
      Table known =
          test.rows().where(row -> learned.stream().allMatch(levels -> levels.knows(row)));
      expect(predicted.where("id < 206").select("id", "prediction"))
          .as("the predictions")
          .toHaveRows(known.rename("fee", "prediction").select("id", "prediction"));
    }
  }

  /** What each level becomes, then the numbers. */
  private static List<Double> features(
      List<Levels> learned,
      BiFunction<Levels, TableRow, List<Double>> encoding,
      List<String> numeric,
      TableRow row) {
    return Stream.concat(
            learned.stream().flatMap(levels -> encoding.apply(levels, row).stream()),
            numeric.stream().map(row::number))
        .toList();
  }

  private static List<Double> place(Levels levels, TableRow row) {
    return List.of(levels.index(row));
  }

  /** The stages, those of pipelines within included. */
  private static Stream<PipelineStage> stages(PipelineStage stage) {
    return stage instanceof Pipeline pipeline
        ? Arrays.stream(pipeline.getStages()).flatMap(OneHotChecks::stages)
        : Stream.of(stage);
  }

  private static List<Integer> categories(Dataset<Row> predicted) {
    AttributeGroup group = AttributeGroup.fromStructField(predicted.schema().apply("features"));
    Attribute[] attributes =
        group.attributes().isEmpty() ? new Attribute[0] : group.attributes().get();
    return IntStream.range(0, attributes.length)
        .filter(i -> attributes[i] instanceof NominalAttribute)
        .boxed()
        .toList();
  }

  @Check(
      task = 7,
      points = 7,
      cases = {SMALL, LISTINGS})
  void levelsBecomeTheirMeanLabelInTrain(
      OneHotLab lab, Given given, Listings listings, String rows) {
    boolean small = rows.equals(SMALL);
    String column = small ? "town" : "neighbourhood_cleansed";
    Part train = small ? Part.of(given, OneHotTables.TOWNS_TO_LEARN) : Part.train(listings);
    Part df =
        small
            ? Part.of(given, OneHotTables.TOWNS_TO_ENCODE)
            : Part.canary(listings).select(List.of("id", column));
    // Rare neighbourhoods have about sixty rows, so this changes their number visibly.
    double smoothing = small ? 2 : 20;

    double overall = train.rows().values("price").mean();
    Map<Object, Object> means =
        train
            .rows()
            .groupBy(column)
            .agg(Aggregate.of("mean", group -> smoothed(group, smoothing, overall)))
            .lookup(column, "mean");
    expect(lab.encodeByTarget(train.frame(), df.frame(), column, "price", smoothing))
        .as("the encoded frame")
        .within(column + "Target", 1e-6) // Spark adds up in another order
        .toHaveRows(
            df.rows()
                .with(
                    column + "Target:double", row -> means.getOrDefault(row.get(column), overall)));
  }

  private static double smoothed(Table group, double smoothing, double overall) {
    return (group.values("price").sum() + smoothing * overall) / (group.size() + smoothing);
  }

  private static List<Levels> levels(Part train, List<String> nominal) {
    return nominal.stream().map(column -> Levels.of(train.rows(), column)).toList();
  }

  /** The columns that a table has. */
  private static Dataset<Row> select(Dataset<Row> frame, Table like) {
    return frame.selectExpr(like.columns().toArray(String[]::new));
  }
}
