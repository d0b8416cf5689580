package day9.sample;

import dev.kindling.check.errors.Bench;
import java.util.Map;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Slips in SQL text. */
public final class SqlErrors {

  private SqlErrors() {}

  static void unknownTable(Bench bench) {
    bench.spark().sql("SELECT * FROM lisitngs");
  }

  static void unknownTableByApi(Bench bench) {
    bench.spark().table("gold.revenue");
  }

  static void unknownDatabase(Bench bench) {
    bench.spark().sql("USE gold_layer");
  }

  static void misspelledKeyword(Bench bench) {
    bench.spark().sql("SELEC 1");
  }

  static void sqlEndsTooEarly(Bench bench) {
    bench.homes().selectExpr("avg(price");
  }

  static void unknownFunction(Bench bench) {
    bench.homes().selectExpr("mediann(price)");
  }

  static void settingOfAnotherType(Bench bench) {
    bench.spark().conf().set("spark.sql.shuffle.partitions", "many");
  }

  static void tooManyArguments(Bench bench) {
    bench.homes().selectExpr("upper(city, 'en')");
  }

  static void udfCalledWithTooManyArguments(Bench bench) {
    bench
        .spark()
        .udf()
        .register("twice", (UDF1<Integer, Integer>) n -> 2 * n, DataTypes.IntegerType);
    bench.homes().selectExpr("twice(rooms, id)").collect();
  }

  static void parameterWithoutValue(Bench bench) {
    bench.homes().createOrReplaceTempView("homes");
    bench.spark().sql("SELECT * FROM homes WHERE city = :town", Map.of("city", "Oslo"));
  }

  static void viewThatExists(Bench bench) throws Exception {
    bench.homes().createTempView("homes");
    bench.homes().createTempView("homes");
  }

  static void scalarSubqueryWithManyRows(Bench bench) {
    bench.homes().createOrReplaceTempView("homes");
    bench.spark().sql("SELECT (SELECT price FROM homes) AS price").collect();
  }

  static void textComparedWithANumber(Bench bench) {
    bench.homes().createOrReplaceTempView("homes");
    bench.spark().sql("SELECT * FROM homes WHERE rooms = 'many'").collect();
  }

  static void insertWithTooFewColumns(Bench bench) {
    bench.spark().sql("CREATE TABLE sample_pairs (a INT, b INT) USING parquet");
    bench.spark().sql("INSERT INTO sample_pairs SELECT 1");
  }

  static void tableThatExists(Bench bench) {
    bench.homes().write().saveAsTable("sample_homes");
    bench.homes().write().saveAsTable("sample_homes");
  }

  static void settingOfTheApplication(Bench bench) {
    bench.spark().conf().set("spark.executor.memory", "2g");
  }

  static void staticSetting(Bench bench) {
    bench.spark().conf().set("spark.sql.warehouse.dir", bench.path("house"));
  }
}
