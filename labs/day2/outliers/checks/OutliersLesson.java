package day2.outliers.checks;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.try_divide;

import java.util.List;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** The code that the lesson shows, on nine cafés. */
final class OutliersLesson {

  private OutliersLesson() {}

  static List<Object> lesson(Dataset<Row> cafes, Dataset<Row> trainCafes, Dataset<Row> testCafes) {
    // region: types
    Dataset<Row> shown = cafes;
    for (StructField field : cafes.schema().fields()) {
      if (field.dataType() instanceof StringType) { // a type is an object, not a text
        shown = shown.withColumn(field.name() + "_length", length(col(field.name())));
      }
    }
    // endregion
    // region: quantiles
    String[] columns = {"minutes", "cups"};
    double[][] found = cafes.stat().approxQuantile(columns, new double[] {0.1, 0.9}, 0.0);
    double mostCups = found[1][1]; // the second column's second quantile
    // endregion
    // region: null-condition
    Column quick = coalesce(col("minutes").lt(6), lit(false)); // without a time: not quick
    Dataset<Row> marked = cafes.withColumn("is_quick", quick);
    // endregion
    // region: median
    Row middle = cafes.select(median(col("minutes")), median(length(col("name")))).first();
    double minutes = middle.getDouble(0);
    // endregion
    // region: greatest
    Dataset<Row> atLeast =
        cafes.withColumn("cups", greatest(col("cups"), lit(2))); // null becomes 2
    // endregion
    // region: shares
    Dataset<Row> share =
        cafes.select(
            try_divide(count_if(col("is_quick").and(col("cups").gt(3))), count_if(col("is_quick")))
                .as("busyAmongQuick")); // null if no café is quick
    // endregion
    // region: error
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"cups"}).setOutputCol("features");
    DecisionTreeRegressionModel model =
        new DecisionTreeRegressor().setLabelCol("minutes").fit(assembler.transform(trainCafes));
    Dataset<Row> predicted = model.transform(assembler.transform(testCafes));
    double error =
        new RegressionEvaluator().setLabelCol("minutes").setMetricName("mae").evaluate(predicted);
    // endregion
    return List.of(shown, mostCups, marked, minutes, atLeast, share, error);
  }
}
