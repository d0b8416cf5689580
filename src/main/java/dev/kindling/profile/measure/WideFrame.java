package dev.kindling.profile.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A frame as large as wanted: continuous and whole numbers, skew, gaps, categories, texts, dates.
 */
final class WideFrame {

  private static final int PARTITIONS = 4;

  private static final List<String> RECIPES =
      List.of(
          "id",
          "randn(%d)",
          "exp(randn(%d)) * 1000",
          "cast(floor(rand(%d) * 50) as int)",
          "if(rand(%1$d) < 0.1, null, randn(%1$d))",
          "concat('level ', cast(floor(rand(%1$d) * (5 + %1$d %% 80)) as string))",
          "cast(rand(%d) * 100 as decimal(10,2))",
          "concat('text-', cast(floor(rand(%d) * 400000) as string))",
          "rand(%d) < 0.3",
          "date_add(date'2020-01-01', cast(rand(%d) * 1000 as int))");

  private WideFrame() {}

  /** Makes the frame and writes it as Parquet, so that making it is not measured. */
  static Dataset<Row> write(SparkSession spark, Path folder, long rows, int columns) {
    List<String> expressions = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String recipe = RECIPES.get(i % RECIPES.size());
      expressions.add(recipe.formatted(i) + " as c" + i);
    }
    String path = folder.resolve("frame-" + rows + "-" + columns).toUri().toString();
    spark
        .range(0, rows, 1, PARTITIONS)
        .selectExpr(expressions.toArray(String[]::new))
        .write()
        .parquet(path);
    return spark.read().parquet(path);
  }
}
