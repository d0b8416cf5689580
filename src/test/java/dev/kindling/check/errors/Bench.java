package dev.kindling.check.errors;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a provoked error may use: a session and a folder of its own, and a few tiny frames.
 *
 * @param spark a session that no other error has touched
 * @param folder an empty folder
 */
public record Bench(SparkSession spark, Path folder) {

  /**
   * Four homes: {@code id} int, {@code price} double, {@code rooms} int, {@code city} string. They
   * come from a range, so executors compute them, as they would from files; rows given as literals
   * never leave the driver.
   */
  public Dataset<Row> homes() {
    return rows(4)
        .selectExpr(
            "CAST(id AS INT) + 1 AS id",
            "element_at(array(100D, 150D, 90D, 210D), CAST(id AS INT) + 1) AS price",
            "element_at(array(2, 3, 0, 4), CAST(id AS INT) + 1) AS rooms",
            "element_at(array('Oslo', 'Rome', 'Oslo', 'Lima'), CAST(id AS INT) + 1) AS city");
  }

  /** Homes whose {@code price} and {@code city} are missing in the second row. */
  public Dataset<Row> homesWithGaps() {
    return rows(3)
        .selectExpr(
            "CAST(id AS INT) + 1 AS id",
            "element_at(array(100D, NULL, 90D), CAST(id AS INT) + 1) AS price",
            "element_at(array(2, 3, 1), CAST(id AS INT) + 1) AS rooms",
            "element_at(array('Oslo', NULL, 'Oslo'), CAST(id AS INT) + 1) AS city");
  }

  /** Prices as a web page shows them: strings with a currency sign. */
  public Dataset<Row> rawPrices() {
    return rows(2).selectExpr("element_at(array('$1,250.00', '90'), CAST(id AS INT) + 1) AS price");
  }

  /** A path in the folder of this error. */
  public String path(String name) {
    return folder.resolve(name).toString();
  }

  private Dataset<Row> rows(int count) {
    return spark.range(0, count, 1, 1).toDF();
  }
}
