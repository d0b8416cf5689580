package day9.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

public class SampleSolution implements SampleLab {

  @Override
  public long rows(Dataset<Row> frame) {
    return frame.count();
  }

  @Override
  public Dataset<Row> doubled(Dataset<Row> frame) {
    UDF1<Long, Long> twice = id -> id * 2;
    return frame.withColumn("twice", udf(twice, DataTypes.LongType).apply(col("id")));
  }

  @Override
  public long total(Dataset<Row> doubled) {
    return doubled.agg(sum("twice")).first().getLong(0);
  }
}
