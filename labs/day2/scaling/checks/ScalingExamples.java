package day2.scaling.checks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import day2.scaling.Comparison;
import day2.scaling.Effects;
import day2.scaling.ScalingLab;
import dev.kindling.check.Example;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.segments.Segments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Predictor;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task returns for the customers. */
final class ScalingExamples {

  private static final List<String> SOME =
      List.of("visits", Segments.LOUD, Segments.SPARSE, Segments.CONSTANT);

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
    return scaled
        .select(Summarizer.metrics("min", "max").summary(col("scaled")).as("of"))
        .select(
            lit(rows).as("rows"),
            lit(SOME.toString()).as("columns"),
            col("of.min").as("smallest"),
            col("of.max").as("largest"));
  }

  @Example(task = 3)
  Dataset<Row> scalersOnTrain(ScalingLab lab, Segments segments) {
    return lab.compareScalers(segments.train(), SOME).orderBy("scaler", "column");
  }

  @Example(task = 4)
  Dataset<Row> featuresOfCustomersWithAShop(ScalingLab lab, Segments segments, Given given) {
    MixedFeatures customers =
        MixedFeatures.shopping(segments.truth().train(), segments.truth().test());
    return lab.featurePipeline(customers.numbers(), customers.oneHots(), customers.label())
        .fit(customers.frame(given, customers.train()))
        .transform(customers.frame(given, customers.other()))
        .select("age", Segments.LOUD, Segments.LABEL, "features")
        .orderBy("age");
  }

  @Example(task = 5)
  Table agreementWithTheTrueSegments(ScalingLab lab, Segments segments) {
    Dataset<Row> grouped =
        lab.groupingPipeline(Segments.FEATURES.subList(0, 7), 4, 42)
            .fit(segments.train())
            .transform(segments.test());
    return Table.of("groups of customers", "adjusted Rand index")
        .row("four slices of income", segments.truth().incomeAgreement(segments.truth().test()))
        .row("yours", segments.truth().agreement(ScalingChecks.groups(grouped)));
  }

  @Example(task = 6)
  Table errorsWithAndWithout(ScalingLab lab, Segments segments) {
    Map<String, Predictor<?, ?, ?>> regressors = new LinkedHashMap<>();
    regressors.put("linear regression", new LinearRegression());
    regressors.put("the same with a penalty of 100", new LinearRegression().setRegParam(100));
    regressors.put(
        "the same with standardization off",
        new LinearRegression().setRegParam(100).setStandardization(false));
    regressors.put("decision tree", new DecisionTreeRegressor().setMaxDepth(3));
    Table errors = Table.of("regressor", "plain", "scaled");
    for (Map.Entry<String, Predictor<?, ?, ?>> regressor : regressors.entrySet()) {
      regressor.getValue().setLabelCol(Segments.LABEL);
      Comparison found =
          lab.compareWithAndWithout(
              regressor.getValue(),
              segments.train(),
              segments.test(),
              ScalingChecks.VARYING,
              Segments.LABEL);
      errors = errors.row(regressor.getKey(), found.plain(), found.scaled());
    }
    return errors;
  }

  @Example(task = 7)
  Effects whatMakesCustomersSpend(ScalingLab lab, Segments segments) {
    Dataset<Row> train = segments.train();
    StandardScaler scaler = new StandardScaler().setWithMean(true);
    return lab.effects(
        ScalingChecks.line(train, Segments.FEATURES, Segments.LABEL, scaler),
        train.drop(Segments.LABEL));
  }
}
