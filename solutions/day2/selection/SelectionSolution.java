package day2.selection;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.UnivariateFeatureSelector;
import org.apache.spark.ml.feature.VarianceThresholdSelector;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.feature.VectorSlicer;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.stat.ANOVATest;
import org.apache.spark.ml.stat.ChiSquareTest;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.ml.stat.FValueTest;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Train alone chooses; test is there to judge what it chose. */
public class SelectionSolution implements SelectionLab {

  private static final String FEATURES = "features";
  private static final String SELECTED = "selected";

  @Override
  public List<String> varyingColumns(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, double least) {
    int[] varying =
        new VarianceThresholdSelector()
            .setVarianceThreshold(least)
            .setFeaturesCol(FEATURES)
            .setOutputCol(SELECTED)
            .fit(assembler(columns).transform(train))
            .selectedFeatures();
    return IntStream.of(varying).sorted().mapToObj(columns::get).toList();
  }

  @Override
  public Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label) {
    List<String> categories = columns.stream().filter(c -> isCategory(df, c)).toList();
    List<String> numbers = columns.stream().filter(c -> !isCategory(df, c)).toList();
    List<Row> tested = new ArrayList<>();
    if (isCategory(df, label)) {
      tested.addAll(pValues(numbers, df, assembled -> ANOVATest.test(assembled, FEATURES, label)));
      tested.addAll(
          pValues(categories, df, assembled -> ChiSquareTest.test(assembled, FEATURES, label)));
    } else {
      tested.addAll(pValues(numbers, df, assembled -> FValueTest.test(assembled, FEATURES, label)));
      for (String category : categories) {
        // The test knows classes and numbers; which of the two is the label makes no difference.
        Dataset<Row> turned = assembler(List.of(label)).transform(df);
        tested.add(pValues(List.of(category), ANOVATest.test(turned, FEATURES, category)).get(0));
      }
    }
    return df.sparkSession()
        .createDataFrame(tested, StructType.fromDDL("column STRING, pValue DOUBLE"));
  }

  /** A test of a vector column. */
  interface Test {
    Dataset<Row> of(Dataset<Row> assembled);
  }

  static List<Row> pValues(List<String> columns, Dataset<Row> df, Test test) {
    return columns.isEmpty()
        ? List.of()
        : pValues(columns, test.of(assembler(columns).transform(df)));
  }

  private static List<Row> pValues(List<String> columns, Dataset<Row> tested) {
    Vector pValues = tested.first().getAs("pValues");
    return IntStream.range(0, columns.size())
        .mapToObj(i -> RowFactory.create(columns.get(i), pValues.apply(i)))
        .toList();
  }

  @Override
  public PipelineModel selectByTest(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
    UnivariateFeatureSelector selector =
        selector(label)
            .setLabelType(isCategory(train, label) ? "categorical" : "continuous")
            .setSelectionMode("fpr")
            .setSelectionThreshold(level);
    return fit(train, assembler(columns), selector);
  }

  static UnivariateFeatureSelector selector(String label) {
    return new UnivariateFeatureSelector()
        .setFeatureType("continuous")
        .setFeaturesCol(FEATURES)
        .setLabelCol(label)
        .setOutputCol(SELECTED);
  }

  @Override
  public List<String> dropTwins(
      Dataset<Row> train, List<String> columns, String label, double most) {
    Matrix r = correlations(train, columns, label);
    int ofLabel = columns.size();
    List<Integer> strongestFirst =
        IntStream.range(0, columns.size())
            .boxed()
            .sorted(Comparator.comparing(i -> -Math.abs(r.apply(i, ofLabel))))
            .toList();
    List<Integer> kept = new ArrayList<>();
    for (int i : strongestFirst) {
      if (kept.stream().allMatch(k -> Math.abs(r.apply(i, k)) <= most)) {
        kept.add(i);
      }
    }
    return kept.stream().sorted().map(columns::get).toList();
  }

  /** Of the columns and, in the last row and column of the matrix, the label. */
  static Matrix correlations(Dataset<Row> train, List<String> columns, String label) {
    List<String> all = Stream.concat(columns.stream(), Stream.of(label)).toList();
    return Correlation.corr(assembler(all).transform(train), FEATURES).first().getAs(0);
  }

  @Override
  public PipelineModel selectByLasso(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double strength) {
    LinearRegression lasso =
        new LinearRegression().setElasticNetParam(1).setRegParam(strength).setLabelCol(label);
    Vector coefficients = lasso.fit(assembler(columns).transform(train)).coefficients();
    int[] needed =
        IntStream.range(0, columns.size()).filter(i -> coefficients.apply(i) != 0).toArray();
    return fit(train, assembler(columns), slicer(needed));
  }

  static VectorSlicer slicer(int... places) {
    return new VectorSlicer().setInputCol(FEATURES).setOutputCol(SELECTED).setIndices(places);
  }

  @Override
  public Dataset<Row> importances(
      PipelineModel model,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label,
      long seed) {
    double untouched = model.transform(test).select(accuracy(label)).first().getDouble(0);
    List<Row> rows = test.collectAsList();
    Random random = new Random(seed);
    // A copy of all rows for each column, in one frame: the model looks at them in one pass.
    List<Row> copies = new ArrayList<>();
    for (String column : columns) {
      List<Object> values = new ArrayList<>(rows.stream().map(row -> row.getAs(column)).toList());
      Collections.shuffle(values, random);
      for (int i = 0; i < rows.size(); i++) {
        copies.add(copy(rows.get(i), column, values.get(i)));
      }
    }
    StructType schema = test.schema().add("shuffled", DataTypes.StringType);
    return model
        .transform(test.sparkSession().createDataFrame(copies, schema))
        .groupBy(col("shuffled").as("column"))
        .agg(lit(untouched).minus(accuracy(label)).as("importance"));
  }

  /** A row with another value in one column, and at its end the name of that column. */
  private static Row copy(Row row, String column, Object value) {
    Object[] cells = new Object[row.size() + 1];
    for (int i = 0; i < row.size(); i++) {
      cells[i] = row.get(i);
    }
    cells[row.fieldIndex(column)] = value;
    cells[row.size()] = column;
    return RowFactory.create(cells);
  }

  static Column accuracy(String label) {
    return avg(col("prediction").equalTo(col(label)).cast("double"));
  }

  @Override
  public PipelineModel formulaFeatures(
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> numbers,
      List<String> categories,
      String label) {
    return fit(train, levels(categories), formula(numbers, categories, label));
  }

  /** Text is what a formula takes for a category. */
  static SQLTransformer levels(List<String> categories) {
    String asText =
        categories.stream()
            .map(category -> "CAST(%1$s AS STRING) AS %1$s_level".formatted(category))
            .collect(joining(", "));
    return new SQLTransformer().setStatement("SELECT *, %s FROM __THIS__".formatted(asText));
  }

  static RFormula formula(List<String> numbers, List<String> categories, String label) {
    String terms =
        Stream.concat(numbers.stream(), categories.stream().map(category -> category + "_level"))
            .collect(joining(" + "));
    return new RFormula()
        .setFormula("%s ~ %s".formatted(label, terms))
        .setHandleInvalid("keep")
        .setFeaturesCol(FEATURES);
  }

  static boolean isCategory(Dataset<Row> df, String column) {
    return df.schema().apply(column).dataType().equals(DataTypes.IntegerType);
  }

  static VectorAssembler assembler(List<String> columns) {
    return new VectorAssembler()
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCol(FEATURES);
  }

  static PipelineModel fit(Dataset<Row> train, PipelineStage... stages) {
    return new Pipeline().setStages(stages).fit(train);
  }
}
