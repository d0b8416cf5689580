package day9.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_timestamp;

import dev.kindling.check.errors.Bench;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Slips that only the data brings out: they show when an action runs. */
public final class ValueErrors {

  private ValueErrors() {}

  static void castOfAPriceWithCurrency(Bench bench) {
    Dataset<Row> prices = bench.rawPrices().withColumn("price", col("price").cast("double"));
    prices.collect();
  }

  static void divisionByZero(Bench bench) {
    Dataset<Row> perRoom = bench.homes().withColumn("each", col("price").divide(col("rooms")));
    perRoom.collect();
  }

  static void divisionByZeroInSql(Bench bench) {
    bench.homes().createOrReplaceTempView("homes");
    bench.spark().sql("SELECT price / rooms AS each FROM homes").collect();
  }

  static void remainderByZero(Bench bench) {
    bench.homes().select(col("id").mod(col("rooms"))).collect();
  }

  static void arithmeticOverflow(Bench bench) {
    bench.homes().select(col("id").plus(lit(Integer.MAX_VALUE))).collect();
  }

  static void castOverflow(Bench bench) {
    bench.homes().select(expr("CAST(price * 1e9 AS INT)")).collect();
  }

  static void unreadableDate(Bench bench) {
    bench.homes().select(to_date(col("city"), "yyyy-MM-dd")).collect();
  }

  static void unreadableTimestamp(Bench bench) {
    Dataset<Row> times = bench.spark().sql("SELECT '31/12/2024 10:00' AS at");
    times.select(to_timestamp(col("at"), "yyyy-MM-dd HH:mm")).collect();
  }

  static void arrayIndexInAColumn(Bench bench) {
    bench.homes().select(expr("split(city, ',')").getItem(3)).collect();
  }

  static void elementAtOutOfBounds(Bench bench) {
    bench.homes().select(element_at(expr("split(city, ',')"), 4)).collect();
  }

  static void datePatternWithAnUnknownLetter(Bench bench) {
    bench.homes().select(to_date(col("city"), "yyyy-MM-bb")).collect();
  }

  static void datePatternFromAnotherLanguage(Bench bench) {
    bench.homes().select(to_date(col("city"), "yyyy-MM-dd aaaa")).collect();
  }

  static void datePatternThatSparkRefuses(Bench bench) {
    bench
        .spark()
        .sql("SELECT '2024-12-31' AS day")
        .select(to_date(col("day"), "YYYY-MM-dd"))
        .collect();
  }
}
