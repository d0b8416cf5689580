package day2.creation;

import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.PolynomialExpansion;
import org.apache.spark.ml.feature.QuantileDiscretizer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Wrong buckets, products and looks back, each as somebody would write it. */
final class CreationModelMistakes {

  private CreationModelMistakes() {}

  /** Lets infinity take the place of the last limit. */
  @Mistake(
      task = 5,
      diagnosis = "n-splits-n-minus-1-buckets",
      says =
          "There is one bucket too few for `nights`: the last limit was replaced by an end. N splits give N - 1 buckets, so {limits} limits take {splits} splits: minus infinity, the limits, and plus infinity.")
  static final class OverwritesALimit extends CreationSolution {
    @Override
    double[] withOpenEnds(List<Double> limits) {
      return super.withOpenEnds(limits.subList(0, limits.size() - 1));
    }
  }

  /** Takes Double.MIN_VALUE for a very small number. */
  @Mistake(task = 5, diagnosis = "no-infinite-ends")
  static final class MinValueAsEnd extends CreationSolution {
    @Override
    double[] withOpenEnds(List<Double> limits) {
      double[] splits = super.withOpenEnds(limits);
      splits[0] = Double.MIN_VALUE;
      return splits;
    }
  }

  /** Cuts the range into equal pieces. */
  @Mistake(
      task = 5,
      diagnosis = "equal-width",
      says =
          "The buckets of `rent` are equally wide, so most rows are in the first ones and a few large values have the last to themselves. Here they are to be equally full: `QuantileDiscretizer`.")
  static final class CutsEqualPieces extends CreationSolution {
    @Override
    PipelineStage quantiles(Dataset<Row> train, String column, int buckets) {
      Row ends = train.select(min(column), max(column)).first();
      double width = (ends.getDouble(1) - ends.getDouble(0)) / buckets;
      return cut(
          column,
          withOpenEnds(
              IntStream.range(1, buckets).mapToObj(i -> ends.getDouble(0) + i * width).toList()));
    }
  }

  /** Learns from each value once. */
  @Mistake(
      task = 5,
      diagnosis = "quantiles-of-distinct-values",
      says =
          "The limits of `rent` are the quantiles of its different values: each counted once, however many rows have it. Buckets that are equally full count rows: fit on all rows of train.")
  static final class LearnsFromValues extends CreationSolution {
    @Override
    PipelineStage quantiles(Dataset<Row> train, String column, int buckets) {
      return ((QuantileDiscretizer) super.quantiles(train, column, buckets))
          .fit(train.dropDuplicates(column));
    }
  }

  /** Leaves handleInvalid as it is. */
  @Mistake(
      task = 5,
      diagnosis = "nan-has-no-bucket",
      says =
          "A NaN stopped the job: unless you say otherwise, `handleInvalid` is \"error\". Set it to \"keep\" in both stages, and NaN gets a bucket of its own.")
  static final class StopsAtNaN extends CreationSolution {
    @Override
    PipelineStage quantiles(Dataset<Row> train, String column, int buckets) {
      return ((QuantileDiscretizer) super.quantiles(train, column, buckets))
          .setHandleInvalid("error");
    }
  }

  /** Assembles the columns and nothing else. */
  @Mistake(
      task = 6,
      diagnosis = "no-product",
      says =
          "The vector holds the columns and nothing else. A linear model can only add them up; what both do together it has to be told, as a product.")
  static final class OnlyColumns extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      return pipeline(features(columns));
    }
  }

  /** Adds instead of multiplying. */
  @Mistake(
      task = 6,
      diagnosis = "sum-for-product",
      says =
          "The last element is the sum of `{first}` and `{second}`. A linear model makes sums by itself, so this tells it nothing new. Multiply them.")
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
  @Mistake(task = 6, diagnosis = "not-the-product")
  static final class MultipliesAll extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      PipelineStage product = product("product", columns.toArray(String[]::new));
      return pipeline(product, features(and(columns, "product")));
    }
  }

  /** Takes the product for the columns. */
  @Mistake(
      task = 6,
      diagnosis = "main-effects-lost",
      says =
          "The product is there, but `{first}`, of which it is made, is not. A column still counts by itself, also where the other one is 0: the assembler needs all columns and, after them, the product.")
  static final class ProductForItsFactor extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      List<String> inputs = new ArrayList<>(and(columns, "product"));
      inputs.remove(first);
      return pipeline(product("product", first, second), features(inputs));
    }
  }

  /** Makes all products that there are. */
  @Mistake(
      task = 6,
      diagnosis = "too-many-products",
      says =
          "`PolynomialExpansion` makes the square of each column and the product of each pair, with many columns thousands of them. One product was asked for: `Interaction`.")
  static final class ExpandsEverything extends CreationSolution {
    @Override
    public Pipeline interactionPipeline(List<String> columns, String first, String second) {
      return pipeline(
          features(columns).setOutputCol("plain"),
          new PolynomialExpansion().setInputCol("plain").setOutputCol("features").setDegree(2));
    }
  }

  /** The seven days that end with the current one. */
  @Mistake(
      task = 7,
      diagnosis = "current-row-included",
      says =
          "The mean holds the row's own label: the frame of the window goes up to the current row. In training the feature knows a part of the answer, and in use there is no answer yet. End the frame at -1: `rowsBetween(-7, -1)`.")
  static final class IncludesToday extends CreationSolution {
    @Override
    Column mean(String label, WindowSpec byTime) {
      return avg(col(label)).over(byTime.rowsBetween(-6, 0));
    }
  }

  /** Orders from new to old. */
  @Mistake(
      task = 7,
      diagnosis = "looks-ahead",
      says =
          "These values come from later rows: in training the model sees tomorrow, and in use there is none. `lag` looks back when the window is in ascending order of time and the number of rows is positive.")
  static final class OrdersDescending extends CreationSolution {
    @Override
    WindowSpec window(String group, String time) {
      return Window.partitionBy(group).orderBy(col(time).desc());
    }
  }

  /** Orders by group instead of parting by it. */
  @Mistake(
      task = 7,
      diagnosis = "groups-mixed",
      says =
          "The first rows of a series look back into another series. Partition the window by `station`.")
  static final class OrdersByGroup extends CreationSolution {
    @Override
    WindowSpec window(String group, String time) {
      return Window.orderBy(group, time);
    }
  }

  /** Takes all series for one. */
  @Mistake(
      task = 7,
      diagnosis = "groups-mixed",
      says =
          "The rows of all series are one: each looks back at whatever row came before it, of any station. Partition the window by `station`.")
  static final class MixesGroups extends CreationSolution {
    @Override
    WindowSpec window(String group, String time) {
      return Window.orderBy(time);
    }
  }

  /** Drops one of the two and thinks that this is enough. */
  @Mistake(task = 7, diagnosis = "parts-of-the-label")
  static final class KeepsAPart extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      return super.lagFeatures(df, group, time, label, parts.subList(0, 1));
    }
  }
}
