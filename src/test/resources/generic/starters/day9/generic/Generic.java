package day9.generic;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

public class Generic implements GenericLab {

  @Override
  public Dataset<Row> means(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
    throw new UnsupportedOperationException("TODO 1: learn the means");
  }

  @Override
  public Dataset<Row> shares(Dataset<Row> rows) {
    throw new UnsupportedOperationException("TODO 2: divide");
  }

  @Override
  public List<String> best(Dataset<Row> points, int count) {
    throw new UnsupportedOperationException("TODO 3: rank");
  }
}
