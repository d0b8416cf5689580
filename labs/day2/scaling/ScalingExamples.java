package day2.scaling;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import dev.kindling.check.Example;
import dev.kindling.data.Table;
import dev.kindling.data.segments.Segments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What each task returns for the customers. */
final class ScalingExamples {

  private static final List<String> SOME =
      List.of("visits", Segments.LOUD, Segments.SPARSE, Segments.CONSTANT);

  private static final List<String> DISTANCES =
      Stream.concat(Segments.TELLING.stream(), Stream.of(Segments.LOUD)).toList();

  private static final List<String> USEFUL =
      Stream.concat(DISTANCES.stream(), Stream.of(Segments.SPARSE)).toList();

  private static final long SEED = 42;

  @Example(task = 1)
  Dataset<Row> standardisedCustomersOfTest(ScalingLab lab, Segments segments) {
    return lab.standardize(segments.train(), segments.test(), SOME)
        .select("customer_id", "visits", Segments.LOUD, "scaled")
        .orderBy("customer_id");
  }

  /** The smallest and the largest scaled value of train and of test. */
  @Example(task = 2)
  Dataset<Row> rangesOfTrainAndTest(ScalingLab lab, Segments segments) {
    Dataset<Row> train = segments.train();
    return ends(lab.scaleToRange(train, train, SOME, 0, 1), "train")
        .union(ends(lab.scaleToRange(train, segments.test(), SOME, 0, 1), "test"));
  }

  private static Dataset<Row> ends(Dataset<Row> scaled, String rows) {
    List<Column> lines = new ArrayList<>();
    for (int i = 0; i < SOME.size(); i++) {
      Column value = vector_to_array(col("scaled"), "float64").getItem(i);
      lines.add(
          struct(
              lit(SOME.get(i)).as("column"),
              lit(rows).as("rows"),
              min(value).as("min"),
              max(value).as("max")));
    }
    return scaled
        .select(array(lines.toArray(Column[]::new)).as("lines"))
        .select(inline(col("lines")));
  }

  @Example(task = 3)
  Dataset<Row> scalersOnTrain(ScalingLab lab, Segments segments) {
    return lab.compareScalers(segments.train(), SOME).orderBy("scaler", "column");
  }

  @Example(task = 4)
  Dataset<Row> featuresOfCustomersWithAShop(ScalingLab lab, Segments segments, SparkSession spark) {
    Dataset<Row> train = Shops.SLOTS.frame(spark, Shops.of(segments.truth().train()), Shops.SCHEMA);
    Dataset<Row> test = Shops.SLOTS.frame(spark, Shops.of(segments.truth().test()), Shops.SCHEMA);
    return lab.featurePipeline(
            List.of("age", Segments.LOUD, Segments.LABEL), List.of(Shops.COLUMN), Segments.LABEL)
        .fit(train)
        .transform(test)
        .select("age", Segments.LOUD, Segments.LABEL, "features")
        .orderBy("age");
  }

  @Example(task = 5)
  Table agreementWithTheTrueSegments(ScalingLab lab, Segments segments) {
    Pipeline plain =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new VectorAssembler()
                      .setInputCols(DISTANCES.toArray(String[]::new))
                      .setOutputCol("features"),
                  new KMeans().setK(4).setSeed(SEED)
                });
    return Table.of("groups by distance in", "adjusted Rand index")
        .row("the columns as they are", agreement(plain, segments))
        .row("your scale", agreement(lab.groupingPipeline(DISTANCES, 4, SEED), segments));
  }

  private static double agreement(Pipeline pipeline, Segments segments) {
    Map<Integer, Integer> groups = new HashMap<>();
    pipeline
        .fit(segments.train())
        .transform(segments.test())
        .select("customer_id", "prediction")
        .collectAsList()
        .forEach(row -> groups.put(row.getInt(0), row.getInt(1)));
    return segments.truth().agreement(groups);
  }

  @Example(task = 6)
  Table errorsWithAndWithout(ScalingLab lab, Segments segments) {
    Map<String, PipelineStage> regressors = new LinkedHashMap<>();
    regressors.put("linear regression", new LinearRegression().setLabelCol(Segments.LABEL));
    regressors.put("the same with a penalty of 100", penalised());
    regressors.put("the same with standardization off", penalised().setStandardization(false));
    regressors.put(
        "decision tree", new DecisionTreeRegressor().setLabelCol(Segments.LABEL).setMaxDepth(3));
    Table errors = Table.of("regressor", "plain", "scaled");
    for (Map.Entry<String, PipelineStage> regressor : regressors.entrySet()) {
      Comparison found =
          lab.compareWithAndWithout(
              regressor.getValue(), segments.train(), segments.test(), USEFUL, Segments.LABEL);
      errors = errors.row(regressor.getKey(), found.plain(), found.scaled());
    }
    return errors;
  }

  private static LinearRegression penalised() {
    return new LinearRegression().setLabelCol(Segments.LABEL).setRegParam(100);
  }

  @Example(task = 7)
  Effects whatMakesCustomersSpend(ScalingLab lab, Segments segments) {
    Dataset<Row> train = segments.train();
    StandardScaler scaler = new StandardScaler().setWithMean(true);
    return lab.effects(
        Lines.fit(train, Segments.FEATURES, Segments.LABEL, scaler), train.drop(Segments.LABEL));
  }
}
