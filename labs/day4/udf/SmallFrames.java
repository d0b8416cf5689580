package day4.udf;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Small frames, written down row by row, in two partitions. They come from an RDD: the rows of
 * {@code createDataFrame(List, …)} would be known to the optimizer, which then calls functions
 * itself while it plans, so that nothing would be sent to an executor.
 */
final class SmallFrames {

  private final SparkSession spark;

  SmallFrames(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @param columns names and types, such as {@code id INT, x BIGINT}
   */
  Dataset<Row> of(String columns, Row... rows) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return spark.createDataFrame(
        context.parallelize(List.of(rows), 2), StructType.fromDDL(columns));
  }
}
