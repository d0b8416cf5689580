package day2.outliers;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Other right answers. */
final class OutliersVariants {

  private OutliersVariants() {}

  /** SQL throughout, with quantiles that interpolate. */
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
      Row row =
          train
              .selectExpr(
                  "percentile(cast(%s as double), array(0.25, 0.75)) as q".formatted(column))
              .selectExpr(
                  "q[0] - %1$s * (q[1] - q[0])".formatted(k),
                  "q[1] + %1$s * (q[1] - q[0])".formatted(k))
              .first();
      return new Fence(column, row.getDouble(0), row.getDouble(1));
    }

    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      Dataset<Row> flagged = df;
      for (Fence f : fences) {
        flagged =
            flagged.withColumn(
                f.column() + "_outlier",
                expr(
                    "%1$s is not null and (%1$s < %2$s or %1$s > %3$s)"
                        .formatted(f.column(), f.lower(), f.upper())));
      }
      return flagged;
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
        double[] cuts =
            train
                .selectExpr("percentile(%s, array(%s, %s))".formatted(column, share, 1 - share))
                .first()
                .<Double>getList(0)
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        changed =
            changed.withColumn(
                column,
                expr(
                    "case when %1$s < %2$s then %2$s when %1$s > %3$s then %3$s else double(%1$s) end"
                        .formatted(column, literal(cuts[0]), literal(cuts[1]))));
      }
      return changed;
    }

    private static String literal(double number) {
      return number + "D";
    }

    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      Dataset<Row> truth =
          flagged
              .sparkSession()
              .createDataset(outlierIds, Encoders.INT())
              .toDF("true_id")
              .distinct();
      Dataset<Row> joined =
          flagged.join(broadcast(truth), col("id").equalTo(col("true_id")), "left");
      return flags.stream()
          .map(
              flag ->
                  joined
                      .selectExpr(
                          "'%s' as flag".formatted(flag),
                          "count(*) filter (where %s) as flagged".formatted(flag),
                          "count(true_id) filter (where %s) as hits".formatted(flag),
                          "count(true_id) filter (where not %s) as missed".formatted(flag))
                      .withColumn("precision", expr("try_divide(hits, flagged)"))
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
      PipelineModel model =
          new Pipeline()
              .setStages(
                  new PipelineStage[] {formula, new LinearRegression().setLabelCol("target")})
              .fit(kept);
      return model
          .transform(test)
          .selectExpr("sqrt(avg(power(%s - prediction, 2)))".formatted(label))
          .first()
          .getDouble(0);
    }
  }

  /** Counts, sorts and decides in Java. */
  @Variant("types one by one, functions of one's own, small results collected")
  static final class PlainJava extends OutliersSolution {

    @Override
    public List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k) {
      List<Fence> fences = new ArrayList<>();
      for (StructField field : train.schema().fields()) {
        boolean numeric =
            field.dataType() instanceof DoubleType
                || field.dataType() instanceof FloatType
                || field.dataType() instanceof IntegerType
                || field.dataType() instanceof LongType
                || field.dataType() instanceof ShortType
                || field.dataType() instanceof ByteType
                || field.dataType() instanceof DecimalType;
        if (numeric && !leftOut.contains(field.name())) {
          double[] q = quantiles(train, field.name(), 0.25, 0.75);
          double iqr = q[1] - q[0];
          fences.add(new Fence(field.name(), q[0] - k * iqr, q[1] + k * iqr));
        }
      }
      return fences;
    }

    /** Values sorted on the driver: train fits there. */
    private static double[] quantiles(Dataset<Row> df, String column, double... shares) {
      double[] sorted =
          df.select(col(column).cast("double")).na().drop().collectAsList().stream()
              .mapToDouble(row -> row.getDouble(0))
              .sorted()
              .toArray();
      double[] found = new double[shares.length];
      for (int i = 0; i < shares.length; i++) {
        found[i] = sorted[(int) Math.round(shares[i] * (sorted.length - 1))];
      }
      return found;
    }

    @Override
    public Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences) {
      Dataset<Row> flagged = df;
      for (Fence fence : fences) {
        double lower = fence.lower();
        double upper = fence.upper();
        var beyond =
            udf(
                (Double value) -> value != null && (value < lower || value > upper),
                DataTypes.BooleanType);
        flagged =
            flagged.withColumn(
                fence.column() + "_outlier", beyond.apply(col(fence.column()).cast("double")));
      }
      return flagged;
    }

    @Override
    public Cleaned removeOutliers(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, double k) {
      Column any = lit(false);
      for (String column : columns) {
        double[] q = quantiles(train, column, 0.25, 0.75);
        double iqr = q[1] - q[0];
        any =
            any.or(
                when(col(column).lt(q[0] - k * iqr), true)
                    .when(col(column).gt(q[1] + k * iqr), true)
                    .otherwise(false));
      }
      Dataset<Row> kept = train.withColumn("is_outlier", any).where("is_outlier = false");
      return new Cleaned(kept.drop("is_outlier"), test.withColumn("is_outlier", any));
    }

    @Override
    public Dataset<Row> scoreOutliers(
        Dataset<Row> train, Dataset<Row> df, String column, double cutoff) {
      double mean = train.agg(avg(column)).first().getDouble(0);
      double sd = train.agg(stddev(column)).first().getDouble(0);
      double middle = quantiles(train, column, 0.5)[0];
      double mad =
          train
              .withColumn("distance", expr("abs(%s - %s)".formatted(column, middle)))
              .agg(median(col("distance")))
              .first()
              .getDouble(0);
      return df.withColumn(column + "_z", col(column).minus(mean).divide(sd))
          .withColumn(column + "_robust_z", col(column).minus(middle).divide(mad * 1.4826))
          .withColumn(
              column + "_outlier",
              col(column)
                  .isNotNull()
                  .and(
                      col(column + "_robust_z")
                          .gt(cutoff)
                          .or(col(column + "_robust_z").lt(-cutoff))));
    }

    @Override
    public Dataset<Row> winsorise(
        Dataset<Row> train, Dataset<Row> df, List<String> columns, double share) {
      Dataset<Row> changed = df;
      for (String column : columns) {
        double[] cuts = quantiles(train, column, share, 1 - share);
        changed =
            changed.withColumn(
                column,
                when(col(column).lt(cuts[0]), cuts[0])
                    .when(col(column).gt(cuts[1]), cuts[1])
                    .otherwise(col(column).cast("double")));
      }
      return changed;
    }

    @Override
    public Dataset<Row> judgeFlags(
        Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags) {
      Set<Integer> truth = new HashSet<>(outlierIds);
      List<Row> lines = new ArrayList<>();
      for (String flag : flags) {
        List<Row> rows = flagged.select("id", flag).collectAsList();
        long set = rows.stream().filter(row -> row.getBoolean(1)).count();
        long hits =
            rows.stream().filter(row -> row.getBoolean(1) && truth.contains(row.getInt(0))).count();
        long all = rows.stream().filter(row -> truth.contains(row.getInt(0))).count();
        Double precision = set == 0 ? null : (Double) ((double) hits / set);
        Double recall = all == 0 ? null : (Double) ((double) hits / all);
        lines.add(RowFactory.create(flag, set, hits, all - hits, precision, recall));
      }
      return flagged
          .sparkSession()
          .createDataFrame(
              lines,
              StructType.fromDDL(
                  "flag STRING, flagged BIGINT, hits BIGINT, missed BIGINT, precision DOUBLE, recall DOUBLE"));
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
        kept = kept.where("not %s_outlier".formatted(fence.column()));
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
