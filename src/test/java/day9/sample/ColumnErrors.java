package day9.sample;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import dev.kindling.check.errors.Bench;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Slips that Spark finds while it reads the query: names, types, groups. */
public final class ColumnErrors {

  private ColumnErrors() {}

  static void misspelledColumn(Bench bench) {
    bench.homes().select("prise");
  }

  static void columnOfAnEmptyFrame(Bench bench) {
    bench.spark().emptyDataFrame().select("price");
  }

  static void ambiguousColumnAfterJoin(Bench bench) {
    Dataset<Row> left = bench.homes().alias("a");
    Dataset<Row> right = bench.homes().alias("b");
    left.join(right, col("a.id").equalTo(col("b.id"))).select("price");
  }

  static void columnOfAnotherFrame(Bench bench) {
    Dataset<Row> homes = bench.homes();
    Dataset<Row> others = bench.homesWithGaps();
    homes.withColumn("other", others.col("price"));
  }

  static void joinKeyOnOneSideOnly(Bench bench) {
    Dataset<Row> cities = bench.spark().sql("SELECT 'Oslo' AS town, 1 AS visits");
    bench.homes().join(cities, "city");
  }

  static void filterThatIsNotACondition(Bench bench) {
    bench.homes().filter(col("price"));
  }

  static void addingTextToNumbers(Bench bench) {
    bench.homes().select(expr("array(1, 2) + rooms"));
  }

  static void addingConditions(Bench bench) {
    bench.homes().select(col("rooms").gt(1).plus(col("price").gt(100)));
  }

  static void impossibleCast(Bench bench) {
    bench.homes().select(expr("array(rooms)").cast("int"));
  }

  static void defaultOfAnotherType(Bench bench) {
    bench.homes().select(expr("coalesce(city, array(1))"));
  }

  static void dotInAColumnName(Bench bench) {
    bench.homes().withColumnRenamed("price", "price.eur").select("price.eur");
  }

  static void distinctByAnUnknownColumn(Bench bench) {
    bench.homes().dropDuplicates("town");
  }

  static void dropOfNullsInAnUnknownColumn(Bench bench) {
    bench.homes().na().drop(new String[] {"town"});
  }

  static void averageOfAnArray(Bench bench) {
    bench.homes().agg(avg(expr("array(price)")));
  }

  static void columnOutsideGroupBy(Bench bench) {
    bench.homes().createOrReplaceTempView("homes");
    bench.spark().sql("SELECT city, rooms, avg(price) FROM homes GROUP BY city");
  }

  static void aggregateWithoutGroupBy(Bench bench) {
    bench.homes().select(col("city"), avg("price"));
  }

  static void aggregateInWhere(Bench bench) {
    bench.homes().where(avg("price").gt(100));
  }

  static void aggregateInAggregate(Bench bench) {
    bench.homes().groupBy("city").agg(sum(count(lit(1))));
  }

  static void rowNumberWithoutOrder(Bench bench) {
    bench.homes().withColumn("n", row_number().over(Window.partitionBy("city"))).collect();
  }

  static void filterByAWindow(Bench bench) {
    bench
        .homes()
        .where(row_number().over(Window.partitionBy("city").orderBy("price")).equalTo(1))
        .collect();
  }

  static void unionOfDifferentWidths(Bench bench) {
    Dataset<Row> narrow = bench.homes().drop("city");
    bench.homes().union(narrow).collect();
  }

  static void unionOfDifferentTypes(Bench bench) {
    Dataset<Row> other = bench.homes().withColumn("rooms", expr("array(rooms)"));
    bench.homes().union(other).collect();
  }

  static void unionByNameWithAMissingColumn(Bench bench) {
    Dataset<Row> other = bench.homes().withColumnRenamed("city", "town");
    bench.homes().unionByName(other);
  }

  static void sameColumnTwice(Bench bench) {
    bench.homes().select(col("id"), col("id")).write().parquet(bench.path("twice"));
  }

  static void fewerNamesThanColumns(Bench bench) {
    bench.homes().toDF("id", "price");
  }
}
