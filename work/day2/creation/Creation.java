package day2.creation;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.sin;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

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
public class Creation implements CreationLab {

  private static final List<String> NUMBERS =
      List.of("num_rooms", "num_bedrooms", "num_bathrooms", "num_basement_rooms", "year_built");

  private static final int NOT_KNOWN = -1;
  private static final double ONE_HOUR = 2 * Math.PI / 24;
  private static final int SATURDAY = 5; // weekday() counts from Monday, which is 0

  @Override
  public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
    Map<String, Column> parsed = new LinkedHashMap<>();
    for (String column : columns) {
      parsed.put(column, org.apache.spark.sql.functions.expr("double(try_to_number(`%s`, '$9,999,999,999.99'))".formatted(column)));
    }
    return df.withColumns(parsed);
  }

  @Override
  public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("house.id"));
    NUMBERS.forEach(name -> columns.add(known(name)));
    columns.add(col("house.house_info.address.street_name"));
    columns.add(col("house.house_info.address.city"));
    columns.add(col("house.price"));
    Dataset<Row> flat =
        lines
            .select(from_json(col("value"), StructType.fromDDL(HOUSE)).as("house"))
            .select(columns.toArray(Column[]::new));
    return new FeatureHasher()
        .setInputCols(new String[] {"street_name"})
        .setOutputCol("street_hashed")
        .setNumFeatures(slots)
        .transform(flat);
  }

  private static Column known(String name) {
    Column value = col("house.house_info." + name);
    return when(value.notEqual(NOT_KNOWN), value).cast("double").as(name);
  }

  @Override
  public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
    Column time = col(column);
    Column angle = hour(time).multiply(ONE_HOUR);
    Map<String, Column> parts = new LinkedHashMap<>();
    parts.put("month", month(time));
    parts.put("weekday", weekday(time).plus(1));
    parts.put("is_weekend", when(weekday(time).geq(SATURDAY), 1.0).otherwise(0.0));
    parts.put("hour", hour(time));
    parts.put("hour_sin", sin(angle));
    parts.put("hour_cos", cos(angle));
    return df.withColumns(parts);
  }

  @Override
  public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
    String added =
        ratios.stream()
            .filter(ratio -> !List.of(ratio.numerator(), ratio.denominator()).contains(label))
            .map(
                ratio ->
                    ", try_divide(%s, %s) AS %s"
                        .formatted(ratio.numerator(), ratio.denominator(), ratio.name()))
            .collect(Collectors.joining());
    return new SQLTransformer().setStatement("SELECT *" + added + " FROM __THIS__");
  }

  @Override
  public PipelineModel fitBuckets(
      Dataset<Row> train,
      Dataset<Row> test,
      String byLimits,
      List<Double> limits,
      String byQuantiles,
      int buckets) {
    Bucketizer bucketizer =
        new Bucketizer()
            .setInputCol(byLimits)
            .setOutputCol(byLimits + "_bucket")
            .setSplits(withOpenEnds(limits))
            .setHandleInvalid("keep");
    QuantileDiscretizer discretizer =
        new QuantileDiscretizer()
            .setInputCol(byQuantiles)
            .setOutputCol(byQuantiles + "_bucket")
            .setNumBuckets(buckets)
            .setHandleInvalid("keep");
    return new Pipeline().setStages(new PipelineStage[] {bucketizer, discretizer}).fit(train);
  }

  private static double[] withOpenEnds(List<Double> limits) {
    return DoubleStream.concat(
            DoubleStream.of(Double.NEGATIVE_INFINITY),
            DoubleStream.concat(
                limits.stream().mapToDouble(Double::doubleValue),
                DoubleStream.of(Double.POSITIVE_INFINITY)))
        .toArray();
  }

  @Override
  public Pipeline interactionPipeline(List<String> columns, String first, String second) {
    Interaction interaction =
        new Interaction().setInputCols(new String[] {first, second}).setOutputCol("product");
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(
                Stream.concat(columns.stream(), Stream.of("product")).toArray(String[]::new))
            .setOutputCol("features");
    return new Pipeline().setStages(new PipelineStage[] {interaction, assembler});
  }

  @Override
  public Dataset<Row> lagFeatures(
      Dataset<Row> df, String group, String time, String label, List<String> parts) {
    WindowSpec byTime = Window.partitionBy(group).orderBy(time);
    Map<String, Column> past = new LinkedHashMap<>();
    past.put(label + "_lag1", lag(col(label), 1).over(byTime));
    past.put(label + "_lag7", lag(col(label), 7).over(byTime));
    // Up to the row before: the label of the row itself is what nobody knows yet.
    past.put(label + "_mean7", avg(col(label)).over(byTime.rowsBetween(-7, -1)));
    return df.withColumns(past).drop(parts.toArray(String[]::new));
  }
}
