package day9.sample;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

public class Sample implements SampleLab {

  @Override
  public long rows(Dataset<Row> frame) {
    throw new UnsupportedOperationException("TODO 1: count the rows");
  }

  @Override
  public Dataset<Row> doubled(Dataset<Row> frame) {
    throw new UnsupportedOperationException("TODO 2: double the ids");
  }

  @Override
  public long total(Dataset<Row> doubled) {
    throw new UnsupportedOperationException("TODO 3: add them up");
  }
}
