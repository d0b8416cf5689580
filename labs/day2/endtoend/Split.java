package day2.endtoend;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows in three parts, each row in one of them.
 *
 * @param train to learn from
 * @param validation to choose by
 * @param test to judge by, once, at the end
 */
public record Split(Dataset<Row> train, Dataset<Row> validation, Dataset<Row> test) {}
