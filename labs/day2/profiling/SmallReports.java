package day2.profiling;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Two small frames of ferries: in the later one, nobody is calm any more. */
final class SmallReports {

  private static final String COLUMNS =
      """
      select pow(id % 17, 2) as km, pow(id %% 17, 2) * 0.62 as miles, 'Quay' as port,
        date_format(date_add(date'2025-01-01', cast(id %% 31 as int)), 'yyyy-MM-dd') as arrived,
        %s as mood, pow(id %% 13, 2) as load
      from range(%d)
      """
          .replace("id % 17", "id %% 17");

  private SmallReports() {}

  static Dataset<Row> train(SparkSession spark) {
    return spark.sql(COLUMNS.formatted("if(id % 3 = 0, 'calm', 'busy')", 240));
  }

  static Dataset<Row> later(SparkSession spark) {
    return spark.sql(COLUMNS.formatted("if(id % 3 = 0, 'rough', 'busy')", 60));
  }
}
