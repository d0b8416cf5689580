package day4.udf;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.lab.Mistake;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** Wrong answers about using functions, each as somebody would write it. */
final class UdfPlanMistakes {

  private UdfPlanMistakes() {}

  // Task 5

  /** Keeps the view of the first call. */
  @Mistake(
      task = 5,
      diagnosis = "stale-view",
      says =
          "This is the answer about the listings of the call before. The name listings was left to them: replace the view"
              + " in every call, with createOrReplaceTempView.")
  static final class KeepsTheFirstView extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      UDF2<Number, Number, Double> perGuest = UdfSolution::guestPrice;
      listings.sparkSession().udf().register("guest_price", perGuest, DataTypes.DoubleType);
      if (!listings.sparkSession().catalog().tableExists("listings")) {
        listings.createOrReplaceTempView("listings");
      }
      return listings.sparkSession().sql(query);
    }
  }

  /** Divides by no guests. */
  @Mistake(
      task = 5,
      diagnosis = "infinity-for-no-guests",
      says =
          "A price divided by no guests gave Infinity (a price of 0 gave NaN): Java's double division does not fail, it"
              + " goes on with a number that spoils every mean. Return null where there are no guests.")
  static final class DividesByZero extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      return ask(listings, query, (price, guests) -> price.doubleValue() / guests.doubleValue());
    }
  }

  /** Cuts the guests before it looks at them. */
  @Mistake(
      task = 5,
      diagnosis = "half-a-guest-is-none",
      says =
          "Half of one was taken for none: intValue() makes 0 of 0.5, so such a price became null. Numbers of every type"
              + " come in; compare doubleValue() with 0.")
  static final class CutsTheGuests extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      return ask(
          listings,
          query,
          (price, guests) ->
              guests.intValue() == 0 ? null : price.doubleValue() / guests.doubleValue());
    }
  }

  /** Cuts the price before it divides. */
  @Mistake(
      task = 5,
      diagnosis = "price-cut",
      says =
          "Prices were cut to whole numbers before they were divided: 99.50 counted as 99. A number is read with"
              + " doubleValue(); longValue() and intValue() drop what is behind the point.")
  static final class CutsThePrice extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      return ask(
          listings,
          query,
          (price, guests) ->
              guests.doubleValue() == 0 ? null : price.longValue() / guests.doubleValue());
    }
  }

  private static Dataset<Row> ask(
      Dataset<Row> listings, String query, UDF2<Number, Number, Double> ofNumbers) {
    listings.createOrReplaceTempView("listings");
    UDF2<Number, Number, Double> perGuest =
        (price, guests) -> price == null || guests == null ? null : ofNumbers.call(price, guests);
    listings.sparkSession().udf().register("guest_price", perGuest, DataTypes.DoubleType);
    return listings.sparkSession().sql(query);
  }

  // Task 6

  /** Broadcasts a map and captures it all the same. */
  @Mistake(task = 6, diagnosis = "model-in-closure")
  static final class TakesTheValueTooSoon extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Map<String, Double> model = broadcast(listings, weights).value();
      return prediction(listings, (name, guests) -> price(model, name, guests));
    }
  }

  /** Keeps the model in a static field. */
  @Mistake(
      task = 6,
      diagnosis = "shared-field",
      says =
          "These are the predictions of the model of a later call: the function reads a field when it runs, and by then that"
              + " call had set it anew. (On a cluster an executor never sees a static field set.) Send the map as a"
              + " broadcast variable, in a local variable that the lambda captures.")
  static final class KeepsTheModelInAStaticField extends UdfSolution {
    private static Map<String, Double> model;

    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      model = weights;
      return prediction(listings, (name, guests) -> price(model, name, guests));
    }
  }

  /** Believes that every neighbourhood has a weight. */
  @Mistake(
      task = 6,
      diagnosis = "unknown-neighbourhood",
      says =
          "The map has no weight for a neighbourhood, so get gave null, and null cannot be added. A neighbourhood without"
              + " a weight counts as 0: use getOrDefault.")
  static final class KnowsEveryNeighbourhood extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      return prediction(
          listings,
          (name, guests) -> {
            double weight = model.value().get("neighbourhood_cleansed=" + name);
            return price(model.value(), "", guests) * Math.exp(weight);
          });
    }
  }

  /** Gives an unknown neighbourhood the mean weight. */
  @Mistake(
      task = 6,
      diagnosis = "average-for-unknown",
      says =
          "A neighbourhood without a weight got the mean of the other weights. It counts as 0, as the level that a model"
              + " leaves out does: getOrDefault(…, 0.0).")
  static final class AveragesForUnknown extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      double mean =
          weights.keySet().stream()
              .filter(name -> name.startsWith("neighbourhood_cleansed="))
              .mapToDouble(weights::get)
              .average()
              .orElse(0);
      return prediction(
          listings,
          (name, guests) ->
              price(model.value(), name, guests)
                  * (model.value().containsKey("neighbourhood_cleansed=" + name)
                      ? 1
                      : Math.exp(mean)));
    }
  }

  /** Predicts nothing for an unknown neighbourhood. */
  @Mistake(
      task = 6,
      diagnosis = "null-for-unknown",
      says =
          "A neighbourhood without a weight got no prediction. It counts as 0, so there is one: the sum of the other two"
              + " terms. Null is for a neighbourhood or a number of guests that is null itself.")
  static final class PredictsNothingForUnknown extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      return prediction(
          listings,
          (name, guests) ->
              model.value().containsKey("neighbourhood_cleansed=" + name)
                  ? price(model.value(), name, guests)
                  : null);
    }
  }

  private static Broadcast<Map<String, Double>> broadcast(
      Dataset<Row> listings, Map<String, Double> weights) {
    return JavaSparkContext.fromSparkContext(listings.sparkSession().sparkContext())
        .broadcast(weights);
  }

  private static Dataset<Row> prediction(
      Dataset<Row> listings, UDF2<String, Integer, Double> function) {
    UDF2<String, Integer, Double> nullSafe =
        (name, guests) -> name == null || guests == null ? null : function.call(name, guests);
    return listings.withColumn(
        "prediction",
        udf(nullSafe, DataTypes.DoubleType)
            .apply(col("neighbourhood_cleansed"), col("accommodates")));
  }

  // Task 7

  /** Filters by a function. */
  @Mistake(task = 7, diagnosis = "function-blocks-push-down")
  static final class FiltersByFunction extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      UDF1<Double, Boolean> affordable = price -> price != null && price < below;
      return listings
          .filter(udf(affordable, DataTypes.BooleanType).apply(col("price")))
          .withColumn("wave", drawn());
    }
  }

  /** Draws for all and filters then. */
  @Mistake(task = 7, diagnosis = "filter-after-random")
  static final class DrawsBeforeTheFilter extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings.withColumn("wave", drawn()).filter(col("price").lt(below));
    }
  }

  /** Does not say that the function draws. */
  @Mistake(task = 7, diagnosis = "deterministic-random")
  static final class HidesTheRandomness extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      UDF0<Integer> draw = () -> ThreadLocalRandom.current().nextInt(1, 11);
      return listings
          .filter(col("price").lt(below))
          .withColumn("wave", udf(draw, DataTypes.IntegerType).apply());
    }
  }

  /** Computes the wave from the listing. */
  @Mistake(
      task = 7,
      diagnosis = "same-draw",
      says =
          "Two calls gave the listings the same waves, so nothing was drawn: a wave follows from the listing, or from a"
              + " seed that is the same in each call. Draw without a seed.")
  static final class HashesTheListing extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings
          .filter(col("price").lt(below))
          .withColumn("wave", abs(hash(col("id"))).mod(10).plus(1).cast("int"));
    }
  }

  /** Lets in what costs exactly as much. */
  @Mistake(
      task = 7,
      diagnosis = "at-most-instead-of-below",
      says =
          "Listings that cost exactly {limit} are among them. Affordable is what costs less: lt, not leq.")
  static final class FiltersAtMost extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings.filter(col("price").leq(below)).withColumn("wave", drawn());
    }
  }

  private static Column drawn() {
    UDF0<Integer> draw = () -> ThreadLocalRandom.current().nextInt(1, 11);
    return udf(draw, DataTypes.IntegerType).asNondeterministic().apply();
  }
}
