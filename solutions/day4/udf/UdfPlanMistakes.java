package day4.udf;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.lab.Mistake;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** Wrong answers about using functions, each as somebody would write it. */
final class UdfPlanMistakes {

  private UdfPlanMistakes() {}

  // Task 5

  /** Registers the function under a Java-like name. */
  @Mistake(task = 5, diagnosis = "function-not-registered")
  static final class RegistersAnotherName extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      listings.createOrReplaceTempView("listings");
      register(listings, "guestPrice", UdfPlanMistakes::guestPrice);
      return listings.sparkSession().sql(query);
    }
  }

  /** Hopes that SQL finds the variable. */
  @Mistake(task = 5, diagnosis = "view-not-created")
  static final class ForgetsTheView extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      register(listings, "guest_price", UdfPlanMistakes::guestPrice);
      return listings.sparkSession().sql(query);
    }
  }

  /** Takes a name that may be taken. */
  @Mistake(task = 5, diagnosis = "view-exists")
  static final class CreatesTheViewAgain extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      register(listings, "guest_price", UdfPlanMistakes::guestPrice);
      try {
        listings.createTempView("listings");
      } catch (org.apache.spark.sql.AnalysisException e) {
        throw new IllegalStateException("No view", e);
      }
      return listings.sparkSession().sql(query);
    }
  }

  /** Keeps the view of the first call. */
  @Mistake(task = 5, diagnosis = "stale-view")
  static final class KeepsTheFirstView extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      register(listings, "guest_price", UdfPlanMistakes::guestPrice);
      if (!listings.sparkSession().catalog().tableExists("listings")) {
        listings.createOrReplaceTempView("listings");
      }
      return listings.sparkSession().sql(query);
    }
  }

  /** Takes only what the columns are. */
  @Mistake(task = 5, diagnosis = "wrong-java-type")
  static final class TakesDoubleAndInteger extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      listings.createOrReplaceTempView("listings");
      listings
          .sparkSession()
          .udf()
          .register(
              "guest_price",
              (UDF2<Double, Integer, Double>)
                  (price, guests) ->
                      price == null || guests == null || guests == 0 ? null : price / guests,
              DataTypes.DoubleType);
      return listings.sparkSession().sql(query);
    }
  }

  /** Divides by no guests. */
  @Mistake(task = 5, diagnosis = "infinity-for-no-guests")
  static final class DividesByZero extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      listings.createOrReplaceTempView("listings");
      register(
          listings,
          "guest_price",
          (price, guests) ->
              price == null || guests == null ? null : price.doubleValue() / guests.doubleValue());
      return listings.sparkSession().sql(query);
    }
  }

  /** Calculates with a price that may be null. */
  @Mistake(task = 5, diagnosis = "null-unboxed")
  static final class DividesNull extends UdfSolution {
    @Override
    public Dataset<Row> askInSql(Dataset<Row> listings, String query) {
      listings.createOrReplaceTempView("listings");
      register(
          listings,
          "guest_price",
          (price, guests) ->
              guests.doubleValue() == 0 ? null : price.doubleValue() / guests.doubleValue());
      return listings.sparkSession().sql(query);
    }
  }

  private static Double guestPrice(Number price, Number guests) {
    return price == null || guests == null || guests.doubleValue() == 0
        ? null
        : price.doubleValue() / guests.doubleValue();
  }

  private static void register(
      Dataset<Row> listings, String name, UDF2<Number, Number, Double> function) {
    SparkSession spark = listings.sparkSession();
    spark.udf().register(name, function, DataTypes.DoubleType);
  }

  // Task 6

  /** Lets the lambda capture the map. */
  @Mistake(task = 6, diagnosis = "model-in-closure")
  static final class CapturesTheModel extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      return prediction(listings, (name, guests) -> price(weights, name, guests));
    }
  }

  /** Broadcasts a map and captures a copy. */
  @Mistake(task = 6, diagnosis = "model-in-closure")
  static final class TakesTheValueTooSoon extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Map<String, Double> model = broadcast(listings, new HashMap<>(weights)).value();
      return prediction(listings, (name, guests) -> price(model, name, guests));
    }
  }

  /** Cleans up before anything ran. */
  @Mistake(task = 6, diagnosis = "broadcast-destroyed")
  static final class DestroysTooSoon extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      Dataset<Row> predictions =
          prediction(listings, (name, guests) -> price(model.value(), name, guests));
      model.destroy();
      return predictions;
    }
  }

  /** Broadcasts anew for each row. */
  @Mistake(task = 6, diagnosis = "context-in-closure")
  static final class BroadcastsInTheFunction extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      JavaSparkContext context =
          JavaSparkContext.fromSparkContext(listings.sparkSession().sparkContext());
      return prediction(
          listings, (name, guests) -> price(context.broadcast(weights).value(), name, guests));
    }
  }

  /** Keeps the broadcast variable in a field. */
  @Mistake(task = 6, diagnosis = "captures-this")
  static final class KeepsTheModelInAField extends UdfSolution {
    private Broadcast<Map<String, Double>> model;

    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      model = broadcast(listings, weights);
      return prediction(listings, (name, guests) -> price(model.value(), name, guests));
    }
  }

  /** Keeps the broadcast variable in a static field. */
  @Mistake(task = 6, diagnosis = "shared-field")
  static final class KeepsTheModelInAStaticField extends UdfSolution {
    private static Broadcast<Map<String, Double>> model;

    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      model = broadcast(listings, weights);
      return prediction(listings, (name, guests) -> price(model.value(), name, guests));
    }
  }

  /** Believes that every neighbourhood has a weight. */
  @Mistake(task = 6, diagnosis = "unknown-neighbourhood")
  static final class KnowsEveryNeighbourhood extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      return prediction(
          listings,
          (name, guests) ->
              Math.exp(
                  model.value().get("(intercept)")
                      + model.value().get("accommodates") * guests
                      + model.value().get("neighbourhood_cleansed=" + name)));
    }
  }

  /** Forgets that the model is one of logarithms. */
  @Mistake(task = 6, diagnosis = "log-not-undone")
  static final class PredictsTheLogarithm extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      return prediction(listings, (name, guests) -> Math.log(price(model.value(), name, guests)));
    }
  }

  /** Believes that the number of guests is always known. */
  @Mistake(task = 6, diagnosis = "null-unboxed")
  static final class UnboxesGuests extends UdfSolution {
    @Override
    public Dataset<Row> predict(Dataset<Row> listings, Map<String, Double> weights) {
      Broadcast<Map<String, Double>> model = broadcast(listings, weights);
      var predict =
          udf(
              (UDF2<String, Integer, Double>)
                  (name, guests) -> name == null ? null : price(model.value(), name, guests),
              DataTypes.DoubleType);
      return listings.withColumn(
          "prediction", predict.apply(col("neighbourhood_cleansed"), col("accommodates")));
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
  @Mistake(task = 7, diagnosis = "udf-blocks-push-down")
  static final class FiltersByFunction extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var affordable =
          udf(
              (UDF1<Double, Boolean>) price -> price != null && price < below,
              DataTypes.BooleanType);
      return listings.filter(affordable.apply(col("price"))).withColumn("wave", drawn());
    }
  }

  /** Filters by a function with a name. */
  @Mistake(task = 7, diagnosis = "udf-blocks-push-down")
  static final class FiltersByNamedFunction extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var affordable =
          udf(
                  (UDF1<Double, Boolean>) price -> price != null && price < below,
                  DataTypes.BooleanType)
              .withName("affordable");
      return listings.filter(affordable.apply(col("price"))).withColumn("wave", drawn());
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

  /** Compares another type than the file holds. */
  @Mistake(task = 7, diagnosis = "cast-blocks-push-down")
  static final class CastsThePrice extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings
          .filter(col("price").cast("decimal(12,2)").lt(below))
          .withColumn("wave", drawn());
    }
  }

  /** Does not say that the function draws. */
  @Mistake(task = 7, diagnosis = "deterministic-random")
  static final class HidesTheRandomness extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var draw =
          udf(
              (UDF0<Integer>) () -> ThreadLocalRandom.current().nextInt(1, 11),
              DataTypes.IntegerType);
      return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
    }
  }

  /** Computes the wave from the listing. */
  @Mistake(task = 7, diagnosis = "same-draw")
  static final class HashesTheListing extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings
          .filter(col("price").lt(below))
          .withColumn("wave", abs(hash(col("id"))).mod(10).plus(1).cast("int"));
    }
  }

  /** Draws with a fixed seed. */
  @Mistake(task = 7, diagnosis = "same-draw")
  static final class SeedsTheDraw extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      Random random = new Random(42);
      var draw =
          udf((UDF0<Integer>) () -> random.nextInt(10) + 1, DataTypes.IntegerType)
              .asNondeterministic();
      return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
    }
  }

  /** Starts at 0. */
  @Mistake(task = 7, diagnosis = "off-by-one")
  static final class DrawsFromZero extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var draw =
          udf((UDF0<Integer>) () -> ThreadLocalRandom.current().nextInt(10), DataTypes.IntegerType)
              .asNondeterministic();
      return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
    }
  }

  /** Rounds, so that the ends get half a share. */
  @Mistake(task = 7, diagnosis = "uneven-draw")
  static final class RoundsTheDraw extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      var draw =
          udf((UDF0<Integer>) () -> (int) Math.round(Math.random() * 9) + 1, DataTypes.IntegerType)
              .asNondeterministic();
      return listings.filter(col("price").lt(below)).withColumn("wave", draw.apply());
    }
  }

  /** Lets in what costs exactly as much. */
  @Mistake(task = 7, diagnosis = "at-most-instead-of-below")
  static final class FiltersAtMost extends UdfSolution {
    @Override
    public Dataset<Row> drawWaves(Dataset<Row> listings, double below) {
      return listings.filter(col("price").leq(below)).withColumn("wave", drawn());
    }
  }

  private static Column drawn() {
    return udf(
            (UDF0<Integer>) () -> ThreadLocalRandom.current().nextInt(1, 11), DataTypes.IntegerType)
        .asNondeterministic()
        .apply();
  }
}
