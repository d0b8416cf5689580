package day9.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.check.errors.Bench;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Slips in the learner's own functions, which run on executors. */
public final class FunctionErrors {

  private FunctionErrors() {}

  static void udfOnNull(Bench bench) {
    UserDefinedFunction twice =
        udf((UDF1<Double, Double>) price -> price * 2, DataTypes.DoubleType);
    bench.homesWithGaps().select(twice.apply(col("price"))).collect();
  }

  static void udfWithTheWrongArgumentType(Bench bench) {
    UserDefinedFunction twice =
        udf((UDF1<Double, Double>) rooms -> rooms * 2, DataTypes.DoubleType);
    bench.homes().select(twice.apply(col("rooms"))).collect();
  }

  static void udfWithTheWrongReturnType(Bench bench) {
    UserDefinedFunction rounded =
        udf((UDF1<Double, Long>) price -> Math.round(price), DataTypes.IntegerType);
    bench.homes().select(rounded.apply(col("price"))).collect();
  }

  static void udfThatReturnsAnotherObject(Bench bench) {
    UserDefinedFunction label = udf((UDF1<Integer, Integer>) rooms -> rooms, DataTypes.StringType);
    bench.homes().select(label.apply(col("rooms"))).collect();
  }

  static void udfThatReturnsAListForAStruct(Bench bench) {
    UserDefinedFunction pair =
        udf((UDF1<Double, List<Double>>) price -> new ArrayList<>(List.of(price)), price(true));
    bench.homes().select(pair.apply(col("price"))).collect();
  }

  static void udfOfAnotherNumberOfColumns(Bench bench) {
    UserDefinedFunction twice = udf((UDF1<Integer, Integer>) rooms -> rooms, DataTypes.IntegerType);
    bench.homes().select(twice.apply(col("rooms"), col("id"))).collect();
  }

  static void broadcastDestroyedTooSoon(Bench bench) {
    Broadcast<Double> rate =
        JavaSparkContext.fromSparkContext(bench.spark().sparkContext()).broadcast(1.1);
    UserDefinedFunction converted =
        udf((UDF1<Double, Double>) price -> price * rate.value(), DataTypes.DoubleType);
    Dataset<Row> prices = bench.homes().select(converted.apply(col("price")));
    rate.destroy();
    prices.collect();
  }

  static void udfThatReadsAStaticField(Bench bench) {
    UserDefinedFunction converted =
        udf((UDF1<Double, Double>) price -> price * Rate.current.factor(), DataTypes.DoubleType);
    bench.homes().select(converted.apply(col("price"))).collect();
  }

  /** In a worker, driver and executors load a learner's classes apart, as two loaders do here. */
  static void broadcastOfALearnersObject(Bench bench) throws Exception {
    URL classes = Rate.class.getProtectionDomain().getCodeSource().getLocation();
    try (var apart = new URLClassLoader(new URL[] {classes}, null)) {
      Constructor<?> made =
          apart.loadClass(Rate.class.getName()).getDeclaredConstructor(double.class);
      made.setAccessible(true);
      Broadcast<?> rate =
          JavaSparkContext.fromSparkContext(bench.spark().sparkContext())
              .broadcast(made.newInstance(1.1));
      UserDefinedFunction converted =
          udf(
              (UDF1<Double, Double>) price -> price * ((Rate) rate.value()).factor(),
              DataTypes.DoubleType);
      bench.homes().select(converted.apply(col("price"))).collect();
    }
  }

  static void udfThatReadsAnArrayTooFar(Bench bench) {
    UserDefinedFunction second =
        udf((UDF1<String, String>) city -> city.split(",")[1], DataTypes.StringType);
    bench.homes().select(second.apply(col("city"))).collect();
  }

  static void udfThatThrowsItsOwnError(Bench bench) {
    UserDefinedFunction strict = udf((UDF1<Integer, Integer>) Rooms::check, DataTypes.IntegerType);
    bench.homes().select(strict.apply(col("rooms"))).collect();
  }

  static void udfThatThrowsWithoutText(Bench bench) {
    UserDefinedFunction strict =
        udf((UDF1<Integer, Integer>) Rooms::refuseSilently, DataTypes.IntegerType);
    bench.homes().select(strict.apply(col("rooms"))).collect();
  }

  static void registeredUdfOnNull(Bench bench) {
    bench
        .spark()
        .udf()
        .register("shout", (UDF1<String, String>) city -> city.toUpperCase(), DataTypes.StringType);
    bench.homesWithGaps().selectExpr("shout(city)").collect();
  }

  static void castInsideALambda(Bench bench) {
    bench
        .homes()
        .map((MapFunction<Row, Double>) row -> row.<Double>getAs("rooms") * 2, Encoders.DOUBLE())
        .collectAsList();
  }

  static void udfWhoseErrorCannotTravel(Bench bench) {
    UserDefinedFunction strict = udf((UDF1<Integer, Integer>) Rooms::refuse, DataTypes.IntegerType);
    bench.homes().select(strict.apply(col("rooms"))).collect();
  }

  static void udfThatRefusesNull(Bench bench) {
    UserDefinedFunction strict =
        udf((UDF1<String, String>) Objects::requireNonNull, DataTypes.StringType);
    bench.homesWithGaps().select(strict.apply(col("city"))).collect();
  }

  static void doublesAsInts(Bench bench) {
    bench.homes().select("price").as(Encoders.INT()).collectAsList();
  }

  static void beanWhoseSetterThrows(Bench bench) {
    bench.homes().select("id").as(Encoders.bean(GrumpyHome.class)).collectAsList();
  }

  static void mapOnNull(Bench bench) {
    bench
        .homesWithGaps()
        .map((MapFunction<Row, Integer>) row -> row.<String>getAs("city").length(), Encoders.INT())
        .collectAsList();
  }

  static void iteratorReadTooFar(Bench bench) {
    bench
        .homes()
        .mapPartitions((MapPartitionsFunction<Row, Integer>) FunctionErrors::pairs, Encoders.INT())
        .collectAsList();
  }

  static void capturedClient(Bench bench) {
    PriceClient client = new PriceClient();
    bench
        .homes()
        .map((MapFunction<Row, Double>) row -> client.ask(row.getInt(0)), Encoders.DOUBLE())
        .collectAsList();
  }

  static void capturedThis(Bench bench) {
    new Enricher(3.0).enrich(bench);
  }

  static void rowWithTheWrongType(Bench bench) {
    bench.spark().createDataFrame(List.of(RowFactory.create("90")), price(true)).collect();
  }

  static void mapToTheWrongType(Bench bench) {
    bench
        .homes()
        .map((MapFunction<Row, Row>) row -> RowFactory.create("90"), Encoders.row(price(true)))
        .collectAsList();
  }

  static void mapToNullWhereItIsForbidden(Bench bench) {
    bench
        .homes()
        .map(
            (MapFunction<Row, Row>) row -> RowFactory.create((Object) null),
            Encoders.row(price(false)))
        .collectAsList();
  }

  static void frameInsideALambda(Bench bench) {
    Dataset<Row> others = bench.homesWithGaps();
    bench
        .homes()
        .map((MapFunction<Row, Long>) row -> others.filter("id = 1").count(), Encoders.LONG())
        .collectAsList();
  }

  static void capturedInAField(Bench bench) {
    PriceBook book = new PriceBook(new PriceClient());
    bench
        .homes()
        .map((MapFunction<Row, Double>) row -> book.client().ask(row.getInt(0)), Encoders.DOUBLE())
        .collectAsList();
  }

  static void nullIntoAPrimitiveField(Bench bench) {
    bench.homesWithGaps().as(Encoders.bean(PrimitiveHome.class)).collectAsList();
  }

  static void bigintIntoAnInt(Bench bench) {
    bench
        .homes()
        .selectExpr("CAST(id AS BIGINT) AS id", "price")
        .as(Encoders.bean(PrimitiveHome.class))
        .collectAsList();
  }

  static void beanFieldWithoutColumn(Bench bench) {
    bench.homes().select("id").as(Encoders.bean(PrimitiveHome.class)).collectAsList();
  }

  static void recordAsBean(Bench bench) {
    bench.homes().select("id", "price").as(Encoders.bean(RecordHome.class)).collectAsList();
  }

  private static Iterator<Integer> pairs(Iterator<Row> rows) {
    int sum = 0;
    while (rows.hasNext()) {
      sum += rows.next().getInt(0) * rows.next().getInt(0) * rows.next().getInt(0);
    }
    return List.of(sum).iterator();
  }

  private static StructType price(boolean nullable) {
    return DataTypes.createStructType(
        List.of(DataTypes.createStructField("price", DataTypes.DoubleType, nullable)));
  }
}
