package day9.sample;

import static org.apache.spark.sql.functions.expr;

import dev.kindling.lab.Variant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

final class SampleVariants {

  @Variant("a built-in expression")
  static final class BuiltIn extends SampleSolution {
    @Override
    public Dataset<Row> doubled(Dataset<Row> frame) {
      return frame.withColumn("twice", expr("id * 2"));
    }
  }

  @Variant("sums on the driver")
  static final class OnTheDriver extends SampleSolution {
    @Override
    public long total(Dataset<Row> doubled) {
      return doubled.collectAsList().stream().mapToLong(row -> row.getAs("twice")).sum();
    }
  }

  private SampleVariants() {}
}
