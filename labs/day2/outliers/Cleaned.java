package day2.outliers;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows to learn from and rows to judge by, after cleaning.
 *
 * @param train the rows to learn from, without outliers
 * @param test every row to judge by, outliers marked
 */
public record Cleaned(Dataset<Row> train, Dataset<Row> test) {}
