package day2.creation;

import static org.apache.spark.sql.functions.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.ml.feature.FeatureHasher;
import org.apache.spark.ml.feature.Interaction;
import org.apache.spark.ml.feature.QuantileDiscretizer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;

/** What needs no learning is a plain expression; what learns, learns from train. */
public class CreationSolution implements CreationLab {

  private static final List<String> NUMBERS =
      List.of("num_rooms", "num_bedrooms", "num_bathrooms", "num_basement_rooms", "year_built");

  private static final int NOT_KNOWN = -1;
  private static final double ONE_HOUR = 2 * Math.PI / 24;
  private static final int SATURDAY = 5; // weekday() counts from Monday, which is 0

  @Override
  public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
    Map<String, Column> parsed = new LinkedHashMap<>();
    for (String column : columns) {
      parsed.put(column, price(col(column)));
    }
    return df.withColumns(parsed);
  }

  /** The number that a text stands for. */
  Column price(Column text) {
    return translate(text, "$,", "").try_cast("double");
  }

  @Override
  public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("house.id"));
    NUMBERS.forEach(name -> columns.add(number(col("house.house_info." + name)).as(name)));
    columns.add(col("house.house_info.address.street_name"));
    columns.add(col("house.house_info.address.city"));
    columns.add(col("house.price"));
    Dataset<Row> flat =
        lines
            .select(from_json(col("value"), StructType.fromDDL(HOUSE)).as("house"))
            .select(columns.toArray(Column[]::new));
    return hashed(flat, slots);
  }

  /** A number of a record, as it should be. */
  Column number(Column value) {
    return when(value.notEqual(NOT_KNOWN), value).cast("double");
  }

  /** Adds the vectors of the streets. */
  Dataset<Row> hashed(Dataset<Row> houses, int slots) {
    return new FeatureHasher()
        .setInputCols(new String[] {"street_name"})
        .setOutputCol("street_hashed")
        .setNumFeatures(slots)
        .transform(houses);
  }

  @Override
  public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
    Column time = col(column);
    Column angle = angle(time);
    Map<String, Column> parts = new LinkedHashMap<>();
    parts.put("month", month(time));
    parts.put("weekday", weekday(time).plus(1));
    parts.put("is_weekend", when(weekday(time).geq(SATURDAY), 1.0).otherwise(0.0));
    parts.put("hour", hour(time));
    parts.put("hour_sin", sin(angle));
    parts.put("hour_cos", cos(angle));
    return df.withColumns(parts);
  }

  Column angle(Column time) {
    return hour(time).multiply(ONE_HOUR);
  }

  @Override
  public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
    String added =
        ratios.stream()
            .filter(ratio -> mayBeMade(ratio, label))
            .map(ratio -> ", %s AS %s".formatted(quotient(ratio), ratio.name()))
            .collect(Collectors.joining());
    return new SQLTransformer().setStatement("SELECT *" + added + " FROM __THIS__");
  }

  boolean mayBeMade(Ratio ratio, String label) {
    return !ratio.numerator().equals(label) && !ratio.denominator().equals(label);
  }

  String quotient(Ratio ratio) {
    return "try_divide(%s, %s)".formatted(ratio.numerator(), ratio.denominator());
  }

  @Override
  public PipelineModel fitBuckets(
      Dataset<Row> train,
      Dataset<Row> test,
      String byLimits,
      List<Double> limits,
      String byQuantiles,
      int buckets) {
    PipelineStage given = cut(byLimits, withOpenEnds(limits));
    return fit(train, given, quantiles(train, byQuantiles, buckets));
  }

  static PipelineModel fit(Dataset<Row> train, PipelineStage... stages) {
    return pipeline(stages).fit(train);
  }

  PipelineStage cut(String column, double... splits) {
    return new Bucketizer()
        .setInputCol(column)
        .setOutputCol(column + "_bucket")
        .setSplits(splits)
        .setHandleInvalid("keep");
  }

  PipelineStage quantiles(Dataset<Row> train, String column, int buckets) {
    return new QuantileDiscretizer()
        .setInputCol(column)
        .setOutputCol(column + "_bucket")
        .setNumBuckets(buckets)
        .setHandleInvalid("keep");
  }

  double[] withOpenEnds(List<Double> limits) {
    return DoubleStream.concat(
            DoubleStream.of(Double.NEGATIVE_INFINITY),
            DoubleStream.concat(
                limits.stream().mapToDouble(Double::doubleValue),
                DoubleStream.of(Double.POSITIVE_INFINITY)))
        .toArray();
  }

  @Override
  public Pipeline interactionPipeline(List<String> columns, String first, String second) {
    PipelineStage product = product("product", first, second);
    return pipeline(product, features(and(columns, "product")));
  }

  static PipelineStage product(String name, String... factors) {
    return new Interaction().setInputCols(factors).setOutputCol(name);
  }

  static VectorAssembler features(List<String> inputs) {
    return new VectorAssembler()
        .setInputCols(inputs.toArray(String[]::new))
        .setOutputCol("features");
  }

  static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }

  static List<String> and(List<String> columns, String last) {
    return Stream.concat(columns.stream(), Stream.of(last)).toList();
  }

  @Override
  public Dataset<Row> lagFeatures(
      Dataset<Row> df, String group, String time, String label, List<String> parts) {
    WindowSpec byTime = window(group, time);
    Map<String, Column> past = new LinkedHashMap<>();
    past.put(label + "_lag1", lag(col(label), 1).over(byTime));
    past.put(label + "_lag7", lag(col(label), 7).over(byTime));
    past.put(label + "_mean7", mean(label, byTime));
    return df.withColumns(past).drop(parts.toArray(String[]::new));
  }

  WindowSpec window(String group, String time) {
    return Window.partitionBy(group).orderBy(time);
  }

  /** Up to the row before: the label of the row itself is what nobody knows yet. */
  Column mean(String label, WindowSpec byTime) {
    return avg(col(label)).over(byTime.rowsBetween(-7, -1));
  }
}
