package day2.creation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.ml.feature.Interaction;
import org.apache.spark.ml.feature.PolynomialExpansion;
import org.apache.spark.ml.feature.QuantileDiscretizer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong buckets and products, each as somebody would make them. */
final class CreationModelMistakes {

  private static final double LOW = Double.NEGATIVE_INFINITY;
  private static final double HIGH = Double.POSITIVE_INFINITY;

  private CreationModelMistakes() {}

  /** Takes the limits for the splits. */
  @Mistake(task = 5, diagnosis = "n-splits-n-minus-1-buckets")
  static final class LimitsAsSplits extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      return fit(train, splits(byLimits, limits), quantiles(byQuantiles, buckets));
    }
  }

  /** Lets infinity take the place of the last limit. */
  @Mistake(task = 5, diagnosis = "n-splits-n-minus-1-buckets")
  static final class OverwritesALimit extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      List<Double> fewer = limits.subList(0, limits.size() - 1);
      return fit(
          train, splits(byLimits, between(LOW, fewer, HIGH)), quantiles(byQuantiles, buckets));
    }
  }

  /** Ends where train ends. */
  @Mistake(task = 5, diagnosis = "no-infinite-ends")
  static final class EndsWithTrain extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      Row ends =
          train
              .select(min(col(byLimits)).cast("double"), max(col(byLimits)).cast("double"))
              .first();
      // No limit may be given twice.
      double low = Math.min(ends.getDouble(0), limits.get(0) - 1);
      return fit(
          train,
          splits(byLimits, between(low, limits, ends.getDouble(1))),
          quantiles(byQuantiles, buckets));
    }
  }

  /** Takes Double.MIN_VALUE for a very small number. */
  @Mistake(task = 5, diagnosis = "no-infinite-ends")
  static final class MinValueAsEnd extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      return fit(
          train,
          splits(byLimits, between(Double.MIN_VALUE, limits, Double.MAX_VALUE)),
          quantiles(byQuantiles, buckets));
    }
  }

  /** Learns from the future, too. */
  @Mistake(task = 5, diagnosis = "fit-on-all-rows")
  static final class LearnsFromAllRows extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      return super.fitBuckets(train.union(test), test, byLimits, limits, byQuantiles, buckets);
    }
  }

  /** Learns from the wrong rows. */
  @Mistake(task = 5, diagnosis = "fit-on-test")
  static final class LearnsFromTest extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      return super.fitBuckets(test, test, byLimits, limits, byQuantiles, buckets);
    }
  }

  /** Cuts the range into equal pieces. */
  @Mistake(task = 5, diagnosis = "equal-width")
  static final class CutsEqualPieces extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      Row ends = train.select(min(byQuantiles), max(byQuantiles)).first();
      double width = (ends.getDouble(1) - ends.getDouble(0)) / buckets;
      List<Double> inner =
          IntStream.range(1, buckets).mapToObj(i -> ends.getDouble(0) + i * width).toList();
      return fit(
          train,
          splits(byLimits, between(LOW, limits, HIGH)),
          splits(byQuantiles, between(LOW, inner, HIGH)));
    }
  }

  /** Counts splits. */
  @Mistake(task = 5, diagnosis = "number-of-buckets-off-by-one")
  static final class CountsSplits extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      return super.fitBuckets(train, test, byLimits, limits, byQuantiles, buckets + 1);
    }
  }

  /** Counts the limits between. */
  @Mistake(task = 5, diagnosis = "number-of-buckets-off-by-one")
  static final class CountsLimits extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      return super.fitBuckets(train, test, byLimits, limits, byQuantiles, buckets - 1);
    }
  }

  /** Skips what has no bucket. */
  @Mistake(task = 5, diagnosis = "nulls-dropped")
  static final class SkipsNulls extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      return fit(
          train,
          splits(byLimits, between(LOW, limits, HIGH)).setHandleInvalid("skip"),
          quantiles(byQuantiles, buckets).setHandleInvalid("skip"));
    }
  }

  /** Leaves handleInvalid as it is. */
  @Mistake(task = 5, diagnosis = "nan-has-no-bucket")
  static final class StopsAtNaN extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      return fit(
          train,
          splits(byLimits, between(LOW, limits, HIGH)).setHandleInvalid("error"),
          quantiles(byQuantiles, buckets).setHandleInvalid("error"));
    }
  }

  /** Cuts as pandas does. */
  @Mistake(task = 5, diagnosis = "limit-belongs-below")
  static final class ClosesAbove extends CreationSolution {
    @Override
    public PipelineModel fitBuckets(
        Dataset<Row> train,
        Dataset<Row> test,
        String byLimits,
        List<Double> limits,
        String byQuantiles,
        int buckets) {
      StringBuilder cases = new StringBuilder("CASE");
      for (int i = 0; i < limits.size(); i++) {
        cases.append(" WHEN %s <= %s THEN %dD".formatted(byLimits, limits.get(i), i));
      }
      cases.append(" WHEN %s IS NOT NULL THEN %dD END".formatted(byLimits, limits.size()));
      SQLTransformer cut =
          new SQLTransformer()
              .setStatement("SELECT *, %s AS %s_bucket FROM __THIS__".formatted(cases, byLimits));
      return fit(train, cut, quantiles(byQuantiles, buckets));
    }
  }

  /** Assembles the columns and nothing else. */
  @Mistake(task = 6, diagnosis = "no-product")
  static final class OnlyColumns extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      return pipeline(features(columns));
    }
  }

  /** Adds instead of multiplying. */
  @Mistake(task = 6, diagnosis = "sum-for-product")
  static final class AddsUp extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      SQLTransformer sum =
          new SQLTransformer()
              .setStatement("SELECT *, %s + %s AS together FROM __THIS__".formatted(first, second));
      return pipeline(sum, features(and(columns, "together")));
    }
  }

  /** Multiplies everything. */
  @Mistake(task = 6, diagnosis = "product-of-all")
  static final class MultipliesAll extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      return pipeline(product(columns.toArray(String[]::new)), features(and(columns, "product")));
    }
  }

  /** Takes the product for the columns. */
  @Mistake(task = 6, diagnosis = "main-effects-lost")
  static final class OnlyTheProduct extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      return pipeline(product(first, second), features(List.of("product")));
    }
  }

  /** Takes the product for a replacement of one of its factors. */
  @Mistake(task = 6, diagnosis = "main-effects-lost")
  static final class ProductForItsFactor extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      List<String> inputs = new ArrayList<>(columns);
      inputs.remove(first);
      inputs.add("product");
      return pipeline(product(first, second), features(inputs));
    }
  }

  /** Puts the new one in front. */
  @Mistake(task = 6, diagnosis = "product-first")
  static final class ProductFirst extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      List<String> inputs = new ArrayList<>(List.of("product"));
      inputs.addAll(columns);
      return pipeline(product(first, second), features(inputs));
    }
  }

  /** Makes all products that there are. */
  @Mistake(task = 6, diagnosis = "too-many-products")
  static final class ExpandsEverything extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      return pipeline(
          features(columns).setOutputCol("plain"),
          new PolynomialExpansion().setInputCol("plain").setOutputCol("features").setDegree(2));
    }
  }

  private static PipelineModel fit(Dataset<Row> train, PipelineStage... stages) {
    return pipeline(stages).fit(train);
  }

  private static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }

  private static Bucketizer splits(String column, List<Double> splits) {
    return new Bucketizer()
        .setInputCol(column)
        .setOutputCol(column + "_bucket")
        .setSplits(splits.stream().mapToDouble(Double::doubleValue).toArray())
        .setHandleInvalid("keep");
  }

  private static QuantileDiscretizer quantiles(String column, int buckets) {
    return new QuantileDiscretizer()
        .setInputCol(column)
        .setOutputCol(column + "_bucket")
        .setNumBuckets(buckets)
        .setHandleInvalid("keep");
  }

  private static List<Double> between(double low, List<Double> limits, double high) {
    return Stream.of(Stream.of(low), limits.stream(), Stream.of(high))
        .flatMap(part -> part)
        .toList();
  }

  private static Interaction product(String... factors) {
    return new Interaction().setInputCols(factors).setOutputCol("product");
  }

  private static VectorAssembler features(List<String> inputs) {
    return new VectorAssembler()
        .setInputCols(inputs.toArray(String[]::new))
        .setOutputCol("features");
  }

  private static List<String> and(List<String> columns, String last) {
    List<String> longer = new ArrayList<>(columns);
    longer.add(last);
    return longer;
  }
}
