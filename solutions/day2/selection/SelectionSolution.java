package day2.selection;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;

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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
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
    boolean classes = isCategory(df, label);
    List<String> categories = columns.stream().filter(c -> isCategory(df, c)).toList();
    List<String> numbers = columns.stream().filter(c -> !isCategory(df, c)).toList();
    List<Row> tested = new ArrayList<>(pValues(df, numbers, label, ofNumbers(classes)));
    tested.addAll(
        classes
            ? pValues(df, categories, label, ofCategories())
            : ofCategoriesAndNumber(df, categories, label));
    return df.sparkSession()
        .createDataFrame(tested, StructType.fromDDL("column STRING, pValue DOUBLE"));
  }

  interface Test {
    Dataset<Row> of(Dataset<Row> assembled, String features, String label);
  }

  Test ofNumbers(boolean classes) {
    return classes ? ANOVATest::test : FValueTest::test;
  }

  Test ofCategories() {
    return ChiSquareTest::test;
  }

  List<Row> ofCategoriesAndNumber(Dataset<Row> df, List<String> categories, String label) {
    return categories.stream()
        .map(
            category -> {
              Row turned = pValues(df, List.of(label), category, ANOVATest::test).get(0);
              return RowFactory.create(category, turned.get(1));
            })
        .toList();
  }

  final List<Row> pValues(Dataset<Row> df, List<String> columns, String label, Test test) {
    if (columns.isEmpty()) {
      return List.of();
    }
    Vector read = read(test.of(assembler(columns).transform(df), FEATURES, label).first());
    return IntStream.range(0, columns.size())
        .mapToObj(i -> RowFactory.create(columns.get(i), read.apply(i)))
        .toList();
  }

  Vector read(Row tested) {
    return tested.getAs("pValues");
  }

  @Override
  public PipelineModel selectByTest(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level) {
    UnivariateFeatureSelector selector =
        selector(isCategory(train, label), level)
            .setFeaturesCol(FEATURES)
            .setLabelCol(label)
            .setOutputCol(SELECTED);
    return fit(train, assembler(columns), selector);
  }

  UnivariateFeatureSelector selector(boolean classes, double level) {
    return new UnivariateFeatureSelector()
        .setFeatureType("continuous")
        .setLabelType(classes ? "categorical" : "continuous")
        .setSelectionMode("fpr")
        .setSelectionThreshold(level);
  }

  @Override
  public List<String> dropTwins(
      Dataset<Row> train, List<String> columns, String label, double most) {
    Matrix r = correlations(train, columns, label);
    int ofLabel = columns.size();
    List<Integer> strongestFirst =
        IntStream.range(0, columns.size())
            .boxed()
            .sorted(Comparator.comparing(i -> -strength(r.apply(i, ofLabel))))
            .toList();
    List<Integer> kept = new ArrayList<>();
    List<Integer> before = new ArrayList<>();
    for (int i : strongestFirst) {
      if (rivals(before, kept).stream().noneMatch(k -> likeness(r.apply(i, k)) > most)) {
        kept.add(i);
      }
      before.add(i);
    }
    return kept.stream().sorted().map(columns::get).toList();
  }

  private Matrix correlations(Dataset<Row> train, List<String> columns, String label) {
    List<String> all = Stream.concat(columns.stream(), Stream.of(label)).toList();
    return Correlation.corr(assembler(all).transform(train), FEATURES, correlation())
        .first()
        .getAs(0);
  }

  String correlation() {
    return "pearson";
  }

  double strength(double r) {
    return Math.abs(r);
  }

  double likeness(double r) {
    return Math.abs(r);
  }

  List<Integer> rivals(List<Integer> before, List<Integer> kept) {
    return kept;
  }

  @Override
  public PipelineModel selectByLasso(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double strength) {
    Dataset<Row> assembled = assembler(columns).transform(train);
    Vector coefficients = lasso(strength).setLabelCol(label).fit(assembled).coefficients();
    int[] needed =
        IntStream.range(0, columns.size()).filter(i -> isNeeded(coefficients.apply(i))).toArray();
    VectorSlicer slicer =
        new VectorSlicer().setInputCol(FEATURES).setOutputCol(SELECTED).setIndices(needed);
    return fit(train, assembler(columns), slicer);
  }

  LinearRegression lasso(double strength) {
    return new LinearRegression().setElasticNetParam(1).setRegParam(strength);
  }

  boolean isNeeded(double coefficient) {
    return coefficient != 0;
  }

  @Override
  public Dataset<Row> importances(
      PipelineModel model,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label,
      long seed) {
    Random random = new Random(seed);
    List<Row> rows = test.collectAsList();
    double untouched = score(model.transform(test), label);
    List<Row> importances = new ArrayList<>();
    for (String column : columns) {
      List<Row> shuffled = shuffled(rows, column, random);
      Dataset<Row> frame = test.sparkSession().createDataFrame(shuffled, test.schema());
      double left = score(model.transform(frame), label);
      importances.add(RowFactory.create(column, untouched - left));
      rows = next(rows, shuffled);
    }
    return test.sparkSession()
        .createDataFrame(importances, StructType.fromDDL("column STRING, importance DOUBLE"));
  }

  private List<Row> shuffled(List<Row> rows, String column, Random random) {
    int place = rows.get(0).fieldIndex(column);
    List<Object> values = new ArrayList<>(rows.stream().map(row -> row.get(place)).toList());
    shuffle(values, random);
    List<Row> shuffled = new ArrayList<>();
    for (Row row : rows) {
      Object[] cells = IntStream.range(0, row.size()).mapToObj(row::get).toArray();
      cells[place] = values.get(shuffled.size());
      shuffled.add(new GenericRowWithSchema(cells, row.schema()));
    }
    return shuffled;
  }

  void shuffle(List<Object> values, Random random) {
    Collections.shuffle(values, random);
  }

  List<Row> next(List<Row> rows, List<Row> shuffled) {
    return rows;
  }

  double score(Dataset<Row> predictions, String label) {
    return predictions
        .select(avg(col("prediction").equalTo(col(label)).cast("double")))
        .first()
        .getDouble(0);
  }

  @Override
  public PipelineModel formulaFeatures(
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> numbers,
      List<String> categories,
      String label) {
    String asText =
        categories.stream()
            .map(category -> "CAST(%1$s AS STRING) AS %1$s_level".formatted(category))
            .collect(joining(", "));
    SQLTransformer levels =
        new SQLTransformer().setStatement("SELECT *, %s FROM __THIS__".formatted(asText));
    RFormula formula =
        new RFormula()
            .setFormula("%s ~ %s".formatted(label, terms(numbers, categories)))
            .setHandleInvalid(handleInvalid())
            .setFeaturesCol(FEATURES);
    return fit(train, levels, formula);
  }

  String terms(List<String> numbers, List<String> categories) {
    return Stream.concat(numbers.stream(), categories.stream().map(c -> c + "_level"))
        .collect(joining(" + "));
  }

  String handleInvalid() {
    return "keep";
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
