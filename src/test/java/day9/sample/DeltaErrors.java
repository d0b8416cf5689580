package day9.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import dev.kindling.check.errors.Bench;
import io.delta.tables.DeltaTable;
import java.util.Map;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** Slips with Delta tables. */
public final class DeltaErrors {

  private DeltaErrors() {}

  static void newColumnOnAppend(Bench bench) {
    String path = homes(bench);
    bench.homes().withColumn("sqm", lit(50)).write().format("delta").mode("append").save(path);
  }

  static void otherTypeOnAppend(Bench bench) {
    String path = homes(bench);
    bench
        .homes()
        .withColumn("rooms", expr("array(rooms)"))
        .write()
        .format("delta")
        .mode("append")
        .save(path);
  }

  static void otherSchemaOnOverwrite(Bench bench) {
    String path = homes(bench);
    bench
        .homes()
        .withColumn("rooms", col("rooms").cast("string"))
        .write()
        .format("delta")
        .mode("overwrite")
        .save(path);
  }

  static void checkConstraint(Bench bench) {
    String path = homes(bench);
    bench.spark().sql("ALTER TABLE delta.`" + path + "` ADD CONSTRAINT sane CHECK (price > 0)");
    bench.homes().withColumn("price", lit(-1.0)).write().format("delta").mode("append").save(path);
  }

  static void constraintThatRowsAlreadyBreak(Bench bench) {
    String path = homes(bench);
    bench.spark().sql("ALTER TABLE delta.`" + path + "` ADD CONSTRAINT sane CHECK (rooms > 0)");
  }

  static void notNullColumn(Bench bench) {
    String path = bench.path("strict");
    DeltaTable.create(bench.spark())
        .location(path)
        .addColumn("id", "INT", false)
        .addColumn("price", "DOUBLE", false)
        .execute();
    bench.homesWithGaps().select("id", "price").write().format("delta").mode("append").save(path);
  }

  static void notNullColumnLeftOut(Bench bench) {
    String path = bench.path("strict");
    DeltaTable.create(bench.spark())
        .location(path)
        .addColumn("id", "INT", false)
        .addColumn("price", "DOUBLE", false)
        .execute();
    bench.homes().select("id").write().format("delta").mode("append").save(path);
  }

  static void historyOfNothing(Bench bench) {
    bench.spark().sql("DESCRIBE HISTORY delta.`" + bench.path("nowhere") + "`");
  }

  static void timestampAfterTheLastVersion(Bench bench) {
    bench.spark().read().format("delta").option("timestampAsOf", "2100-01-01").load(homes(bench));
  }

  /** While the update runs, another thread deletes the rows that it has read. */
  static void changedByAnotherWriter(Bench bench) {
    String path = homes(bench);
    UserDefinedFunction slowly =
        udf(
            (UDF1<Double, Double>)
                price -> {
                  if (price == 100) {
                    OtherWriter.deleteAll(path);
                  }
                  return price;
                },
            DataTypes.DoubleType);
    DeltaTable.forPath(bench.spark(), path).update(Map.of("price", slowly.apply(col("price"))));
  }

  static void blankInAColumnName(Bench bench) {
    bench
        .homes()
        .withColumnRenamed("price", "price per night")
        .write()
        .format("delta")
        .save(bench.path("homes"));
  }

  static void manySourceRowsInMerge(Bench bench) {
    DeltaTable target = DeltaTable.forPath(bench.spark(), homes(bench));
    target
        .as("t")
        .merge(bench.homes().union(bench.homes()).as("s"), "t.id = s.id")
        .whenMatched()
        .updateAll()
        .execute();
  }

  static void mergeOnAnUnknownColumn(Bench bench) {
    DeltaTable target = DeltaTable.forPath(bench.spark(), homes(bench));
    target
        .as("t")
        .merge(bench.homes().as("s"), "t.id = s.home_id")
        .whenMatched()
        .updateAll()
        .execute();
  }

  static void vacuumTooSoon(Bench bench) {
    DeltaTable.forPath(bench.spark(), homes(bench)).vacuum(0);
  }

  static void notADeltaTable(Bench bench) {
    bench.homes().write().parquet(bench.path("plain"));
    DeltaTable.forPath(bench.spark(), bench.path("plain"));
  }

  static void readOfAMissingDeltaTable(Bench bench) {
    bench.spark().read().format("delta").load(bench.path("nowhere"));
  }

  static void unknownVersion(Bench bench) {
    bench.spark().read().format("delta").option("versionAsOf", 7).load(homes(bench));
  }

  static void timestampBeforeTheFirstVersion(Bench bench) {
    bench.spark().read().format("delta").option("timestampAsOf", "2001-01-01").load(homes(bench));
  }

  static void deltaTableExists(Bench bench) {
    String path = homes(bench);
    bench.homes().write().format("delta").save(path);
  }

  static void changesWithoutChangeFeed(Bench bench) {
    bench
        .spark()
        .read()
        .format("delta")
        .option("readChangeFeed", true)
        .option("startingVersion", 0)
        .load(homes(bench))
        .collect();
  }

  static void primaryKey(Bench bench) {
    bench.spark().sql("CREATE TABLE keyed (id INT NOT NULL PRIMARY KEY, v DOUBLE) USING delta");
  }

  private static String homes(Bench bench) {
    String path = bench.path("delta");
    bench.homes().write().format("delta").save(path);
    return path;
  }
}
