package day2.outliers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** Other right answers. */
final class OutliersVariants {

  private OutliersVariants() {}

  @Variant("SQL expressions, interpolating quantiles, views")
  static final class Sql extends OutliersSolution {

    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      Set<String> numbers =
          Set.of("tinyint", "smallint", "int", "bigint", "float", "double", "decimal");
      List<Fence> fences = new ArrayList<>();
      for (StructField field : train.schema().fields()) {
        String type = field.dataType().simpleString().replaceAll("\\(.*", "");
        if (numbers.contains(type) && !leftOut.contains(field.name())) {
          fences.add(fence(train, field.name(), k));
        }
      }
      return fences;
    }

    private static Fence fence(Dataset<Row> train, String column, double k) {
      double[] q = percentiles(train, column, 0.25, 0.75);
      return new Fence(column, q[0] - k * (q[1] - q[0]), q[1] + k * (q[1] - q[0]));
    }

    private static double[] percentiles(Dataset<Row> train, String column, double a, double b) {
      String both = "percentile(double(%s), array(%s, %s))".formatted(column, a, b);
      List<Double> found = train.selectExpr(both).first().getList(0);
      return new double[] {found.get(0), found.get(1)};
    }

    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      List<String> beyond = new ArrayList<>();
      for (String column : columns) {
        Fence f = fence(train, column, k);
        beyond.add(
            "ifnull(%s not between %s and %s, false)".formatted(column, f.lower(), f.upper()));
      }
      String any = String.join(" or ", beyond);
      return new Cleaned(
          train.where("not (%s)".formatted(any)), test.withColumn("is_outlier", expr(any)));
    }

    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      train.createOrReplaceTempView("learned_from");
      df.createOrReplaceTempView("to_score");
      return df.sparkSession()
          .sql(
              """
              WITH centre AS (
                SELECT avg(%1$s) AS mean, stddev(%1$s) AS sd, median(%1$s) AS middle
                FROM learned_from),
              spread AS (SELECT median(abs(%1$s - middle)) AS mad FROM learned_from, centre),
              scored AS (
                SELECT to_score.*,
                       (%1$s - mean) / sd AS %1$s_z,
                       0.6745D * (%1$s - middle) / mad AS %1$s_robust_z
                FROM to_score, centre, spread)
              SELECT *, ifnull(%1$s_robust_z NOT BETWEEN -%2$s AND %2$s, false) AS %1$s_outlier
              FROM scored
              """
                  .formatted(column, cutoff));
    }

    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> changed = df;
      for (String column : columns) {
        double[] cuts = percentiles(train, column, share, 1 - share);
        changed =
            changed.withColumn(
                column,
                expr(
                    "case when %1$s < %2$sD then %2$sD when %1$s > %3$sD then %3$sD else double(%1$s) end"
                        .formatted(column, cuts[0], cuts[1])));
      }
      return changed;
    }

    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      Dataset<Row> truth =
          flagged.sparkSession().createDataset(outlierIds, Encoders.INT()).toDF("true_id");
      Dataset<Row> joined = flagged.join(truth, col("id").equalTo(col("true_id")), "left");
      return flags.stream()
          .map(
              flag ->
                  joined
                      .selectExpr(
                          "'%s' as flag".formatted(flag),
                          "count(*) filter (where %s) as flagged".formatted(flag),
                          "count(true_id) filter (where %s) as hits".formatted(flag),
                          "count(true_id) filter (where not %s) as missed".formatted(flag))
                      .withColumn("precision", expr("hits / nullif(flagged, 0)"))
                      .withColumn("recall", expr("try_divide(hits, hits + missed)")))
          .reduce(Dataset::union)
          .orElseThrow();
    }

    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      Dataset<Row> kept = train;
      for (Fence f : fences) {
        kept =
            kept.where(
                "%1$s is null or %1$s between %2$s and %3$s"
                    .formatted(f.column(), f.lower(), f.upper()));
      }
      RFormula formula =
          new RFormula()
              .setFormula(label + " ~ " + String.join(" + ", features))
              .setLabelCol("target");
      LinearRegression regression = new LinearRegression().setLabelCol("target");
      return new Pipeline()
          .setStages(new PipelineStage[] {formula, regression})
          .fit(kept)
          .transform(test)
          .selectExpr("sqrt(avg(power(%s - prediction, 2)))".formatted(label))
          .first()
          .getDouble(0);
    }
  }

  @Variant("functions of one's own, small results collected, another solver")
  static final class PlainJava extends OutliersSolution {

    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      Dataset<Row> flagged = df;
      for (Fence fence : fences) {
        var beyond =
            udf(
                (Double value) -> value != null && (value < fence.lower() || value > fence.upper()),
                DataTypes.BooleanType);
        flagged =
            flagged.withColumn(
                fence.column() + "_outlier", beyond.apply(col(fence.column()).cast("double")));
      }
      return flagged;
    }

    /** Values sorted on the driver: train fits there. */
    @Override
    double[][] cuts(Dataset<Row> train, List<String> columns, double share) {
      return columns.stream()
          .map(
              column -> {
                double[] sorted =
                    train.select(col(column).cast("double")).na().drop().collectAsList().stream()
                        .mapToDouble(row -> row.getDouble(0))
                        .sorted()
                        .toArray();
                int below = (int) Math.round(share * (sorted.length - 1));
                return new double[] {sorted[below], sorted[sorted.length - 1 - below]};
              })
          .toArray(double[][]::new);
    }

    @Override
    public double testRmse(
        Dataset<Row> train,
        Dataset<Row> test,
        List<Fence> fences,
        List<String> features,
        String label) {
      Dataset<Row> kept = flagOutliers(train, fences);
      for (Fence fence : fences) {
        kept = kept.where(when(col(fence.column() + "_outlier"), false).otherwise(true));
      }
      VectorAssembler assembler =
          new VectorAssembler()
              .setInputCols(features.toArray(String[]::new))
              .setOutputCol("inputs");
      return new LinearRegression()
          .setFeaturesCol("inputs")
          .setLabelCol(label)
          .setSolver("l-bfgs")
          .setTol(1e-12)
          .setMaxIter(1000)
          .fit(assembler.transform(kept))
          .evaluate(assembler.transform(test))
          .rootMeanSquaredError();
    }
  }
}
