package day9.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import dev.kindling.lab.Mistake;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

final class SampleMistakes {

  @Mistake(
      task = 1,
      diagnosis = "off-by-one",
      says = "You counted one row too few: {yours} instead of {expected}. Count them all.")
  static final class OneTooFew extends SampleSolution {
    @Override
    public long rows(Dataset<Row> frame) {
      return frame.count() - 1;
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "tripled",
      says = "These are tripled: each `twice` is three times its id. Multiply by 2.")
  static final class Tripled extends SampleSolution {
    @Override
    public Dataset<Row> doubled(Dataset<Row> frame) {
      return frame.withColumn("twice", col("id").multiply(3));
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "counted",
      says = "{yours} is the number of rows. Add the numbers up instead.")
  static final class Counted extends SampleSolution {
    @Override
    public long total(Dataset<Row> doubled) {
      return doubled.count();
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "largest-only",
      says = "{yours} is the largest of the numbers alone. Add all of them up.")
  static final class LargestOnly extends SampleSolution {
    @Override
    public long total(Dataset<Row> doubled) {
      return doubled.agg(max("twice")).first().getLong(0);
    }
  }

  private SampleMistakes() {}
}
