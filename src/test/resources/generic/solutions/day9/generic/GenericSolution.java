package day9.generic;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

public class GenericSolution implements GenericLab {

  @Override
  public Dataset<Row> means(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
    return columns.stream()
        .map(
            column ->
                train.agg(avg(column).as("mean")).select(lit(column).as("column"), col("mean")))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  @Override
  public Dataset<Row> shares(Dataset<Row> rows) {
    return rows.withColumn("share", col("part").divide(col("whole")));
  }

  @Override
  public List<String> best(Dataset<Row> points, int count) {
    return points
        .orderBy(desc("points"))
        .limit(count)
        .select("name")
        .as(Encoders.STRING())
        .collectAsList();
  }
}
