package day2.outliers;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Every number is learned from train before a row is removed, and test keeps all its rows. */
public class OutliersSolution implements OutliersLab {

  /** Makes the median absolute deviation of normal data as large as their standard deviation. */
  private static final double NORMAL = 1.4826;

  @Override
  public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
    List<String> columns =
        Arrays.stream(train.schema().fields())
            .filter(field -> field.dataType() instanceof NumericType)
            .map(StructField::name)
            .filter(name -> !leftOut.contains(name))
            .toList();
    return fences(train, columns, k);
  }

  /** The fences of these columns, in one job. */
  static List<Fence> fences(Dataset<Row> train, List<String> columns, double k) {
    double[][] quartiles = quantiles(train, columns, 0.25, 0.75);
    List<Fence> fences = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      double first = quartiles[i][0];
      double third = quartiles[i][1];
      double reach = k * (third - first);
      fences.add(new Fence(columns.get(i), first - reach, third + reach));
    }
    return fences;
  }

  static double[][] quantiles(Dataset<Row> train, List<String> columns, double... shares) {
    return train.stat().approxQuantile(columns.toArray(String[]::new), shares, 0.0);
  }

  @Override
  public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
    Map<String, Column> flags = new LinkedHashMap<>();
    fences.forEach(fence -> flags.put(fence.column() + "_outlier", flag(fence)));
    return df.withColumns(flags);
  }

  /** Never null: without a value, nothing is odd. */
  Column flag(Fence fence) {
    return isBeyond(fence);
  }

  static Column isBeyond(Fence fence) {
    return coalesce(not(isInside(fence)), lit(false));
  }

  static Column isBeyondAny(List<Fence> fences) {
    return fences.stream().map(OutliersSolution::isBeyond).reduce(lit(false), Column::or);
  }

  /** Null without a value. */
  static Column isInside(Fence fence) {
    return col(fence.column()).between(fence.lower(), fence.upper());
  }

  @Override
  public Cleaned removeOutliers(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
    Column outlier = isBeyondAny(fences(train, columns, k));
    return new Cleaned(train.filter(not(outlier)), test.withColumn("is_outlier", outlier));
  }

  @Override
  public Dataset<Row> scoreOutliers(
      Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
    Column value = col(column);
    Row learned = train.select(avg(value), sd(value), middle(value)).first();
    Column difference = value.minus(learned.getDouble(2));
    double mad = train.select(deviation(difference)).first().getDouble(0);
    return df.withColumn(
            column + "_z", value.minus(learned.getDouble(0)).divide(learned.getDouble(1)))
        .withColumn(column + "_robust_z", difference.divide(NORMAL * mad))
        .withColumn(column + "_outlier", coalesce(isFar(column, cutoff), lit(false)));
  }

  Column sd(Column value) {
    return stddev_samp(value);
  }

  Column middle(Column value) {
    return median(value);
  }

  /** From differences between values and their middle. */
  Column deviation(Column difference) {
    return median(abs(difference));
  }

  /** Null without a value. */
  Column isFar(String column, double cutoff) {
    return abs(col(column + "_robust_z")).gt(cutoff);
  }

  @Override
  public Dataset<Row> winsorise(
      Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
    double[][] cuts = cuts(train, columns, share);
    Map<String, Column> changed = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Column value = col(columns.get(i)).cast("double");
      changed.put(columns.get(i), pulledIn(value, cuts[i][0], cuts[i][1]));
    }
    return df.withColumns(changed);
  }

  double[][] cuts(Dataset<Row> train, List<String> columns, double share) {
    return quantiles(train, columns, share, 1 - share);
  }

  /** Both functions skip nulls, so a null would become the lower cut. */
  Column pulledIn(Column value, double low, double high) {
    return when(value.isNotNull(), least(greatest(value, lit(low)), lit(high)));
  }

  @Override
  public Dataset<Row> judgeFlags(
      Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
    Column truth = col("id").isInCollection(outlierIds);
    Column[] lines = flags.stream().map(flag -> line(flag, truth)).toArray(Column[]::new);
    return flagged.select(array(lines).as("lines")).select(inline(col("lines")));
  }

  private Column line(String name, Column truth) {
    Column flag = col(name);
    return struct(
        lit(name).as("flag"),
        count_if(flag).as("flagged"),
        count_if(flag.and(truth)).as("hits"),
        missed(flag, truth).as("missed"),
        precision(flag, truth).as("precision"),
        try_divide(count_if(flag.and(truth)), count_if(truth)).as("recall"));
  }

  Column missed(Column flag, Column truth) {
    return count_if(truth.and(not(flag)));
  }

  Column precision(Column flag, Column truth) {
    return try_divide(count_if(flag.and(truth)), count_if(flag));
  }

  @Override
  public double testRmse(
      Dataset<Row> train,
      Dataset<Row> test,
      List<Fence> fences,
      List<String> features,
      String label) {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(features.toArray(String[]::new))
            .setOutputCol("features");
    LinearRegressionModel model =
        new LinearRegression()
            .setLabelCol(label)
            .fit(assembler.transform(toLearnFrom(train, fences)));
    return new RegressionEvaluator()
        .setLabelCol(label)
        .setMetricName("rmse")
        .evaluate(model.transform(assembler.transform(test)));
  }

  Dataset<Row> toLearnFrom(Dataset<Row> train, List<Fence> fences) {
    return train.filter(not(isBeyondAny(fences)));
  }
}
