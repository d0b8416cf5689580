package day2.selection.checks;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.UnivariateFeatureSelector;
import org.apache.spark.ml.feature.VarianceThresholdSelector;
import org.apache.spark.ml.feature.VarianceThresholdSelectorModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.feature.VectorSlicer;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.stat.ChiSquareTest;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The code that the lesson shows, on a café and its guests. */
final class SelectionLesson {

  private SelectionLesson() {}

  static List<Object> places(Dataset<Row> assembled) {
    // region: variance
    VarianceThresholdSelectorModel selector =
        new VarianceThresholdSelector()
            .setFeaturesCol("measures") // a vector column
            .setOutputCol("varying")
            .fit(assembled);
    int[] places = selector.selectedFeatures(); // counted from 0, in the vector
    // endregion
    // region: correlation
    Matrix r = Correlation.corr(assembled, "features").first().getAs(0);
    double firstAndThird = r.apply(0, 2);
    // endregion
    // region: slicer
    VectorSlicer slicer =
        new VectorSlicer()
            .setInputCol("features")
            .setOutputCol("firstAndThird")
            .setIndices(new int[] {0, 2});
    Dataset<Row> sliced = slicer.transform(assembled);
    // endregion
    return List.of(places, firstAndThird, sliced);
  }

  static List<Object> orders(
      Dataset<Row> orders, Dataset<Row> trainOrders, VectorAssembler assembler) {
    // region: chi-squared
    Dataset<Row> assembled =
        new VectorAssembler()
            .setInputCols(new String[] {"weekday", "seat"})
            .setOutputCol("features")
            .transform(orders);
    Row result = ChiSquareTest.test(assembled, "features", "drink").first();
    Vector pValues = result.getAs("pValues"); // one per feature
    // endregion
    // region: selector
    UnivariateFeatureSelector selector =
        new UnivariateFeatureSelector()
            .setFeatureType("categorical")
            .setLabelType("categorical") // so the chi-squared test
            .setSelectionMode("numTopFeatures")
            .setSelectionThreshold(3) // three columns
            .setFeaturesCol("features")
            .setLabelCol("drink")
            .setOutputCol("best");
    PipelineModel model =
        new Pipeline().setStages(new PipelineStage[] {assembler, selector}).fit(trainOrders);
    // endregion
    return List.of(pValues, model);
  }

  static List<Object> guests(
      Dataset<Row> guests, Dataset<Row> trainGuests, Dataset<Row> testGuests) {
    // region: shuffle
    List<Row> rows = guests.select("table", "tip").collectAsList();
    List<Object> tips = new ArrayList<>(rows.stream().map(row -> row.getAs("tip")).toList());
    Collections.shuffle(tips, new Random(42));
    List<Row> shuffled = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      shuffled.add(RowFactory.create(rows.get(i).getAs("table"), tips.get(i)));
    }
    Dataset<Row> anybodysTip =
        guests.sparkSession().createDataFrame(shuffled, guests.select("table", "tip").schema());
    // endregion
    // region: formula
    SQLTransformer inEuros =
        new SQLTransformer().setStatement("SELECT *, cents / 100 AS euros FROM __THIS__");
    RFormula formula = new RFormula().setFormula("tip ~ euros + drink"); // drink is text
    PipelineModel model =
        new Pipeline().setStages(new PipelineStage[] {inEuros, formula}).fit(trainGuests);
    Dataset<Row> features = model.transform(testGuests).select(col("features"));
    // endregion
    return List.of(anybodysTip, features);
  }
}
