package day2.creation;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.PolynomialExpansion;
import org.apache.spark.ml.feature.QuantileDiscretizer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.feature.VectorSlicer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Other right answers. */
final class CreationVariants {

  private static final List<String> NUMBERS =
      List.of("num_rooms", "num_bedrooms", "num_bathrooms", "num_basement_rooms", "year_built");

  private CreationVariants() {}

  /** Says it in SQL. */
  @Variant("SQL expressions, the JSON reader, HashingTF, splits from approxQuantile")
  static final class SpeaksSql extends CreationSolution {

    @Override
    public Dataset<Row> parsePrices(Dataset<Row> df, List<String> columns) {
      Dataset<Row> parsed = df;
      for (String column : columns) {
        parsed =
            parsed.withColumn(
                column,
                expr("try_cast(replace(replace(`%s`, '$'), ',') as double)".formatted(column)));
      }
      return parsed;
    }

    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      List<String> columns = new ArrayList<>(List.of("id", "price"));
      NUMBERS.forEach(
          name -> columns.add("double(nullif(house_info.%1$s, -1)) as %1$s".formatted(name)));
      columns.add("house_info.address.street_name");
      columns.add("house_info.address.city");
      Dataset<Row> flat =
          lines
              .sparkSession()
              .read()
              .schema(HOUSE)
              .json(lines.select("value").as(Encoders.STRING()))
              .selectExpr(columns.toArray(String[]::new))
              .withColumn("street", array_compact(array(col("street_name"))));
      return new HashingTF()
          .setInputCol("street")
          .setOutputCol("street_hashed")
          .setNumFeatures(slots)
          .transform(flat)
          .drop("street");
    }

    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return df.selectExpr(
              "*",
              "extract(month from `%s`) as month".formatted(column),
              "extract(dayofweek_iso from `%s`) as weekday".formatted(column),
              "hour(`%s`) as hour".formatted(column))
          .selectExpr(
              "*",
              "double(weekday in (6, 7)) as is_weekend",
              "sin(radians(15 * hour)) as hour_sin",
              "cos(radians(15 * hour)) as hour_cos");
    }

    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      double[] shares =
          IntStream.range(1, buckets).mapToDouble(i -> (double) i / buckets).toArray();
      List<Double> learned =
          Arrays.stream(train.stat().approxQuantile(byQuantiles, shares, 0.0)).boxed().toList();
      Bucketizer both =
          new Bucketizer()
              .setInputCols(new String[] {byLimits, byQuantiles})
              .setOutputCols(new String[] {byLimits + "_bucket", byQuantiles + "_bucket"})
              .setSplitsArray(new double[][] {open(limits), open(learned)})
              .setHandleInvalid("keep");
      return new Pipeline().setStages(new PipelineStage[] {both}).fit(train);
    }

    private static double[] open(List<Double> limits) {
      double[] splits = new double[limits.size() + 2];
      splits[0] = Double.NEGATIVE_INFINITY;
      IntStream.range(0, limits.size()).forEach(i -> splits[i + 1] = limits.get(i));
      splits[splits.length - 1] = Double.POSITIVE_INFINITY;
      return splits;
    }

    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      SQLTransformer product =
          new SQLTransformer()
              .setStatement("SELECT *, %s * %s AS together FROM __THIS__".formatted(first, second));
      List<String> inputs = new ArrayList<>(columns);
      inputs.add("together");
      return new Pipeline().setStages(new PipelineStage[] {product, assembler(inputs, "features")});
    }

    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      df.drop(parts.toArray(String[]::new)).createOrReplaceTempView("series");
      return df.sparkSession()
          .sql(
              """
              SELECT *, lag(%3$s) OVER past AS %3$s_lag1, lag(%3$s, 7) OVER past AS %3$s_lag7,
                     avg(%3$s) OVER (PARTITION BY %1$s ORDER BY %2$s
                                     ROWS BETWEEN 7 PRECEDING AND 1 PRECEDING) AS %3$s_mean7
              FROM series WINDOW past AS (PARTITION BY %1$s ORDER BY %2$s)
              """
                  .formatted(group, time, label));
    }
  }

  /** Uses what is at hand, by other ways. */
  @Variant("JSON paths, an own hash, CASE WHEN, a slice of a polynomial")
  static final class GoesOtherWays extends CreationSolution {

    @Override
    public Dataset<Row> flattenHouses(Dataset<Row> lines, int slots) {
      List<Column> columns = new ArrayList<>();
      columns.add(field("id").cast("int").as("id"));
      columns.add(field("price").cast("double").as("price"));
      columns.add(field("house_info.address.street_name").as("street_name"));
      columns.add(field("house_info.address.city").as("city"));
      for (String name : NUMBERS) {
        Column number = field("house_info." + name).cast("double");
        columns.add(when(number.notEqual(-1), number).as(name));
      }
      Column slotOfStreet =
          when(col("street_name").isNotNull(), pmod(hash(col("street_name")), lit(slots)));
      return lines
          .select(columns.toArray(Column[]::new))
          .withColumn(
              "street_hashed",
              array_to_vector(
                  transform(
                      sequence(lit(0), lit(slots - 1)),
                      slot -> when(slot.equalTo(slotOfStreet), 1.0).otherwise(0.0))));
    }

    private static Column field(String path) {
      return get_json_object(col("value"), "$." + path);
    }

    @Override
    public SQLTransformer ratioStage(List<Ratio> ratios, String label) {
      String added =
          ratios.stream()
              .filter(ratio -> !ratio.numerator().equals(label))
              .filter(ratio -> !ratio.denominator().equals(label))
              .map(
                  ratio ->
                      "CASE WHEN %2$s <> 0 THEN %1$s / %2$s END AS %3$s"
                          .formatted(ratio.numerator(), ratio.denominator(), ratio.name()))
              .collect(Collectors.joining(", "));
      return new SQLTransformer().setStatement("SELECT *, %s FROM __THIS__".formatted(added));
    }

    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      StringBuilder cases = new StringBuilder("CASE WHEN %s IS NULL THEN NULL".formatted(byLimits));
      for (int i = 0; i < limits.size(); i++) {
        cases.append(" WHEN %s < %s THEN %dD".formatted(byLimits, limits.get(i), i));
      }
      SQLTransformer given =
          new SQLTransformer()
              .setStatement(
                  "SELECT *, %s ELSE %dD END AS %s_bucket FROM __THIS__"
                      .formatted(cases, limits.size(), byLimits));
      Pipeline learned =
          new Pipeline()
              .setStages(
                  new PipelineStage[] {
                    new QuantileDiscretizer()
                        .setInputCols(new String[] {byQuantiles})
                        .setOutputCols(new String[] {byQuantiles + "_bucket"})
                        .setNumBuckets(buckets)
                        .setRelativeError(1e-5)
                        .setHandleInvalid("keep")
                  });
      return new Pipeline().setStages(new PipelineStage[] {given, learned}).fit(train);
    }

    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      // Of two columns x and y, the expansion is x, x², y, xy, y².
      PolynomialExpansion expansion =
          new PolynomialExpansion().setInputCol("pair").setOutputCol("expanded").setDegree(2);
      VectorSlicer slicer =
          new VectorSlicer()
              .setInputCol("expanded")
              .setOutputCol("product")
              .setIndices(new int[] {3});
      List<String> inputs = new ArrayList<>(columns);
      inputs.add("product");
      return new Pipeline()
          .setStages(
              new PipelineStage[] {
                assembler(List.of(first, second), "pair"),
                expansion,
                slicer,
                assembler(inputs, "features")
              });
    }
  }

  private static VectorAssembler assembler(List<String> inputs, String output) {
    return new VectorAssembler().setInputCols(inputs.toArray(String[]::new)).setOutputCol(output);
  }
}
