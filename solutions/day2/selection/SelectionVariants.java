package day2.selection;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.var_samp;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.feature.VectorSlicer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.stat.ANOVATest;
import org.apache.spark.ml.stat.ChiSquareTest;
import org.apache.spark.ml.stat.FValueTest;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/** Other right answers. */
final class SelectionVariants {

  private SelectionVariants() {}

  @Variant("one question per column, SQL, joins on a random rank")
  static final class AsksColumnByColumn extends SelectionSolution {

    @Override
    public List<String> varyingColumns(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
      Row variances =
          train
              .agg(
                  var_samp(columns.get(0)).as(columns.get(0)),
                  columns.stream().skip(1).map(c -> var_samp(c).as(c)).toArray(Column[]::new))
              .first();
      return columns.stream().filter(c -> variances.<Double>getAs(c) > least).toList();
    }

    @Override
    public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
      return columns.stream()
          .map(column -> test(df, column, label))
          .reduce(Dataset::union)
          .orElseThrow();
    }

    private static Dataset<Row> test(Dataset<Row> df, String column, String label) {
      boolean turned = isCategory(df, column) && !isCategory(df, label);
      Dataset<Row> assembled = assembler(List.of(turned ? label : column)).transform(df);
      Dataset<Row> tested;
      if (turned) {
        tested = ANOVATest.test(assembled, "features", column, true);
      } else if (isCategory(df, column)) {
        tested = ChiSquareTest.test(assembled, "features", label, true);
      } else if (isCategory(df, label)) {
        tested = ANOVATest.test(assembled, "features", label, true);
      } else {
        tested = FValueTest.test(assembled, "features", label, true);
      }
      return tested.select(lit(column).as("column"), col("pValue"));
    }

    @Override
    public PipelineModel selectByTest(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
      List<Row> passed =
          super.testColumns(train, columns, label).where(col("pValue").lt(level)).collectAsList();
      List<String> names = passed.stream().map(row -> row.getString(0)).toList();
      VectorAssembler selected =
          new VectorAssembler()
              .setInputCols(columns.stream().filter(names::contains).toArray(String[]::new))
              .setOutputCol("selected");
      return new Pipeline().setStages(new PipelineStage[] {selected}).fit(train);
    }

    @Override
    public Dataset<Row> importances(
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        long seed) {
      Dataset<Row> ranked =
          test.withColumn("rank", row_number().over(Window.orderBy(lit(1)))).localCheckpoint();
      double untouched = score(model, test, label);
      List<Row> rows = new ArrayList<>();
      for (String column : columns) {
        Dataset<Row> values =
            ranked
                .select(col(column))
                .withColumn("random", rand(seed))
                .withColumn("rank", row_number().over(Window.orderBy("random")))
                .drop("random");
        Dataset<Row> shuffled = ranked.drop(column).join(values, "rank");
        rows.add(RowFactory.create(column, untouched - score(model, shuffled, label)));
      }
      return test.sparkSession()
          .createDataFrame(rows, StructType.fromDDL("column STRING, importance DOUBLE"));
    }

    private static double score(PipelineModel model, Dataset<Row> df, String label) {
      return model
          .transform(df)
          .select(avg(expr("if(prediction = %s, 1.0D, 0.0D)".formatted(label))))
          .head()
          .getDouble(0);
    }

    @Override
    public PipelineModel formulaFeatures(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> numbers,
        List<String> categories,
        String label) {
      String[] indexed = categories.stream().map(c -> c + "Index").toArray(String[]::new);
      String[] encoded = categories.stream().map(c -> c + "OHE").toArray(String[]::new);
      StringIndexer indexer =
          new StringIndexer()
              .setInputCols(categories.toArray(String[]::new))
              .setOutputCols(indexed)
              .setHandleInvalid("keep");
      OneHotEncoder encoder = new OneHotEncoder().setInputCols(indexed).setOutputCols(encoded);
      VectorAssembler assembler =
          assembler(Stream.concat(numbers.stream(), Stream.of(encoded)).toList());
      return new Pipeline().setStages(new PipelineStage[] {indexer, encoder, assembler}).fit(train);
    }
  }

  @Variant("names instead of places, scaled columns")
  static final class NamesWhatItKeeps extends SelectionSolution {

    @Override
    public PipelineModel selectByLasso(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        double strength) {
      PipelineModel scaling =
          fit(
              train,
              assembler(columns),
              new StandardScaler()
                  .setInputCol("features")
                  .setOutputCol("scaled")
                  .setWithMean(true));
      Vector coefficients =
          new LinearRegression()
              .setFeaturesCol("scaled")
              .setLabelCol(label)
              .setStandardization(false)
              .setElasticNetParam(1)
              .setRegParam(strength)
              .setSolver("l-bfgs")
              .fit(scaling.transform(train))
              .coefficients();
      String[] needed =
          IntStream.range(0, columns.size())
              .filter(i -> Math.abs(coefficients.apply(i)) > 1e-9)
              .mapToObj(columns::get)
              .toArray(String[]::new);
      VectorSlicer slicer =
          new VectorSlicer().setInputCol("features").setOutputCol("selected").setNames(needed);
      return fit(train, assembler(columns), slicer);
    }
  }
}
